/**
 * `check --format sarif`: for code scanning.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import { ALL_RULES, type Severity } from "@sluice/engine";
import { VERSION } from "../version.ts";
import type { CheckedFile, CheckReport, Located } from "./check-report.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note", hint: "note" };

export function formatSarif({ files, unread }: CheckReport): string {
  const ids = [...new Set(files.flatMap(({ problems }) => problems.map(({ rule }) => rule)))].sort();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "sluice", version: VERSION, rules: ids.map((id) => describeRule(id, files)) } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map(({ name, reason }) => ({
              level: "error",
              message: { text: `${name} ${reason}` },
            })),
          },
        ],
        results: files.flatMap((file) => file.problems.map((problem) => resultOf(file, problem, ids))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Problems of the text itself and of its shape come from no rule of the registry: they describe themselves. */
function describeRule(id: string, files: readonly CheckedFile[]): object {
  const rule = ALL_RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const docs = files.flatMap(({ problems }) => problems).find((problem) => problem.rule === id)?.docs;
    return docs === undefined ? { id } : { id, helpUri: docs };
  }
  return {
    id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.reason },
    helpUri: rule.docs,
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function resultOf(file: CheckedFile, problem: Located, ids: readonly string[]): object {
  return {
    ruleId: problem.rule,
    ruleIndex: ids.indexOf(problem.rule),
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file.name) },
          region: {
            startLine: problem.range.start.line + 1,
            startColumn: problem.range.start.character + 1,
            endLine: problem.range.end.line + 1,
            endColumn: problem.range.end.character + 1,
            charOffset: problem.start,
            charLength: problem.end - problem.start,
          },
        },
        logicalLocations: [{ fullyQualifiedName: problem.pointer }],
      },
    ],
  };
}

/** A relative reference: each part of the path escaped. */
function uriOf(name: string): string {
  return name.split("/").map(encodeURIComponent).join("/");
}
