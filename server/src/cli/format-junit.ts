/** `check --format junit`: one test case a file, for CI systems that show test results. */
import type { CheckReport, Located } from "./check-report.ts";
import { fails } from "./check-report.ts";
import { escapeXml } from "./xml.ts";

export function formatJunit({ files, unread, failOn }: CheckReport): string {
  const failed = files.filter(({ problems }) => problems.some((problem) => fails(problem, failOn)));
  const counts = `tests="${files.length + unread.length}" failures="${failed.length}" errors="${unread.length}"`;
  const cases = [
    ...files.map(({ name, problems }) => testCase(name, body(problems, failOn))),
    ...unread.map(({ name, reason }) => testCase(name, `      <error message="${escapeXml(`${name} ${reason}`)}"/>\n`)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sluice check" ${counts}>
  <testsuite name="sluice check" ${counts}>
${cases.join("")}  </testsuite>
</testsuites>
`;
}

function testCase(name: string, inner: string): string {
  const open = `    <testcase classname="sluice.check" name="${escapeXml(name)}" file="${escapeXml(name)}"`;
  return inner === "" ? `${open}/>\n` : `${open}>\n${inner}    </testcase>\n`;
}

function body(problems: readonly Located[], failOn: CheckReport["failOn"]): string {
  const failures = problems.filter((problem) => fails(problem, failOn));
  const others = problems.filter((problem) => !fails(problem, failOn));
  const [first] = failures;
  let text = "";
  if (first !== undefined) {
    const more = failures.length === 1 ? "" : ` (and ${failures.length - 1} more)`;
    const attributes = `type="${first.rule}" message="${escapeXml(first.message + more)}"`;
    text += `      <failure ${attributes}>${escapeXml(failures.map(line).join("\n"))}</failure>\n`;
  }
  if (others.length > 0) text += `      <system-out>${escapeXml(others.map(line).join("\n"))}</system-out>\n`;
  return text;
}

function line({ range, severity, message, rule }: Located): string {
  return `${range.start.line + 1}:${range.start.character + 1} ${severity} ${message} [${rule}]`;
}
