/** `sluice check`: every problem of every definition below some paths, for people, tools and CI. */
import {
  applyRuleSettings,
  languageOf,
  lineStarts,
  openDocument,
  pointerAt,
  positionAt,
  problemsOf,
} from "@sluice/engine";
import { type CheckedFile, type CheckReport, fails } from "./check-report.ts";
import { type Command, choice, readArguments } from "./command.ts";
import { configReader, type FolderConfig } from "./config.ts";
import { UsageError } from "./failure.ts";
import { type DocumentFile, findDocuments, surroundingsOf, type UnreadFile } from "./files.ts";
import { formatJson } from "./format-json.ts";
import { formatJunit } from "./format-junit.ts";
import { formatSarif } from "./format-sarif.ts";
import { formatText } from "./format-text.ts";
import { plural, styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";

const FORMATS = { text: formatText, json: formatJson, sarif: formatSarif, junit: formatJunit } as const;

const USAGE = `usage: sluice check [paths...] [options]

Checks definitions of state machines, templates, filter policies, event patterns, redrive policies and sample messages.
A folder is searched for files that are so by their names, such as *.asl.json or *.filter-policy.json, or, .json and .yaml
files, by their content; without paths, the current folder is. The nearest .sluicerc.json from a file's folder upwards
says how grave each rule is taken and what other files hold:
{"rules": {"rule-id": "off|hint|info|warning|error"}, "files": {"policies/*.json": "filter-policy-body"}}.

  --format text|json|sarif|junit   how to report (text)
  --fail-on error|warning          what gives exit code 1 (error)
`;

export const checkCommand: Command = {
  name: "check",
  summary: "tell what is wrong with definitions",
  usage: USAGE,
  async run(argv, terminal) {
    const given = readArguments(argv, ["format", "fail-on"]);
    const format = choice(given, "format", ["text", "json", "sarif", "junit"]);
    const failOn = choice(given, "fail-on", ["error", "warning"]);
    const { positionals } = given;
    if (positionals.includes("")) throw new UsageError("a path is empty");
    const configFor = configReader(terminal.cwd);
    const paths = positionals.length === 0 ? ["."] : positionals;
    const { files, unread } = await findDocuments(terminal.cwd, paths, configFor);
    const checked: CheckedFile[] = [];
    for (const file of files) checked.push(await checkFile(file, terminal.cwd, await configFor(file.name)));
    const report: CheckReport = { files: checked, unread, failOn };
    terminal.write(FORMATS[format](report, terminal));
    reportUnread(unread, terminal);
    return exitCode(report);
  },
};

/** `config`: how grave the project takes each rule, and what it says that files hold. */
export async function checkFile(
  { name, text, kind, options }: DocumentFile,
  cwd: string,
  { rules, files }: FolderConfig,
): Promise<CheckedFile> {
  const document = openDocument(kind, text, languageOf(text, name), options);
  const problems = problemsOf(document, await surroundingsOf(document, cwd, name, files));
  const lines = lineStarts(text);
  const located = applyRuleSettings(problems, rules).map((problem) => ({
    ...problem,
    range: { start: positionAt(lines, problem.start), end: positionAt(lines, problem.end) },
    pointer: pointerAt(document.parsed, problem),
  }));
  return { name, text, lines, problems: located };
}

function exitCode({ files, unread, failOn }: CheckReport): number {
  if (unread.length > 0) return 2;
  return files.some(({ problems }) => problems.some((problem) => fails(problem, failOn))) ? 1 : 0;
}

/** On standard error in every format, so that it is seen and machine-readable output stays what it says it is. */
function reportUnread(unread: readonly UnreadFile[], terminal: Terminal): void {
  const style = styleOf(terminal);
  for (const { name, reason } of unread) terminal.error(`${style("red", "error")}: ${name} ${reason}\n`);
  if (unread.length > 1) terminal.error(`${plural(unread.length, "file")} could not be read\n`);
}
