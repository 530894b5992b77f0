/** How `sluice test` reports: for people, for tools, for CI. */
import { verdictLines } from "./simulate-text.ts";
import { plural, printable, styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";
import type { ScenarioReport } from "./test-results.ts";
import { escapeXml } from "./xml.ts";

export function testText(reports: readonly ScenarioReport[], terminal: Pick<Terminal, "color">): string {
  const style = styleOf(terminal);
  if (reports.length === 0) return `${style("yellow", "no scenarios found")}\n`;
  const blocks = reports.map(({ name, results, coverage }) => {
    const judged = results.map(({ text, ...each }) => ({ ...each, seen: text.replaceAll("\n", "; ") }));
    return `${style("bold", printable(name))}\n${verdictLines(judged, style)}${coverage === undefined ? "" : coverageText(coverage, style)}\n`;
  });
  const all = reports.flatMap(({ results }) => results);
  const failed = all.filter(({ passed }) => !passed).length;
  const sum = `${plural(all.length - failed, "test")} passed`;
  return `${blocks.join("")}${failed === 0 ? style("green", sum) : `${sum}, ${style("red", `${failed} failed`)}`}\n`;
}

function coverageText(
  { machine, visited, missed }: NonNullable<ScenarioReport["coverage"]>,
  style: ReturnType<typeof styleOf>,
): string {
  const all = visited.length + missed.length;
  const never = missed.length === 0 ? "" : `; never: ${missed.map(printable).join(", ")}`;
  return `  ${style("dim", `${visited.length} of ${plural(all, "state")} of ${printable(machine)} visited${never}`)}\n`;
}

export function testJson(reports: readonly ScenarioReport[]): string {
  return `${JSON.stringify(reports, null, 2)}\n`;
}

export function testJunit(reports: readonly ScenarioReport[]): string {
  const all = reports.flatMap(({ results }) => results);
  const counts = (results: ScenarioReport["results"]): string =>
    `tests="${results.length}" failures="${results.filter(({ passed }) => !passed).length}"`;
  const suites = reports.map(
    ({ name, results }) => `  <testsuite name="${escapeXml(name)}" ${counts(results)}>
${results.map((result) => testCase(name, result)).join("")}  </testsuite>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sluice test" ${counts(all)}>
${suites.join("")}</testsuites>
`;
}

function testCase(file: string, { name, passed, text }: ScenarioReport["results"][number]): string {
  const open = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(name)}" file="${escapeXml(file)}"`;
  if (passed) return `${open}/>\n`;
  return `${open}>\n      <failure message="${escapeXml(text)}"/>\n    </testcase>\n`;
}
