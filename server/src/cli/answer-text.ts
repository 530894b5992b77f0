/** What is said beside the result: answers that were made up, executions that were started, what functions printed. */
import { type JsonObject, mockConfigOf, type NestedExecution } from "@sluice/engine";
import type { AnswerReport } from "./answer-job.ts";
import { plural, printable, type Style } from "./style.ts";

/** Longer mock configurations are not shown but written. */
const SHOWN_LINES = 60;
/** The name of the test case that a mock configuration is written with. */
const TEST_CASE = "MadeUp";

export function answerText(report: AnswerReport, written: string | undefined, style: Style): string {
  return [
    ...report.nested.map((execution) => nestedText(execution, style)),
    ...report.logs.map(({ stateName, functionName, text }) =>
      [
        `${style("dim", "log")} ${printable(stateName)} (${printable(functionName)})`,
        ...text
          .replace(/\n$/, "")
          .split("\n")
          .map((line) => `    ${printable(line)}`),
      ].join("\n"),
    ),
    ...madeUpText(report, written, style),
  ]
    .map((block) => `${block}\n`)
    .join("");
}

/** The mock configuration that answers as was made up. */
export function madeUpMocks({ madeUp }: AnswerReport): JsonObject {
  return mockConfigOf(madeUp, TEST_CASE);
}

function nestedText(
  { machine, call, status, error, cause, events, executionArn }: NestedExecution,
  style: Style,
): string {
  const color = status === "SUCCEEDED" ? "green" : status === "RUNNING" ? "yellow" : "red";
  const reason = [error, cause].filter((part) => part !== undefined).join(": ");
  const head = `${style("dim", "started")} ${printable(machine.name)} by ${printable(call.stateName)}: ${style(color, status)}`;
  const facts = style("dim", `${plural(events.length, "event")}, ${printable(executionArn)}`);
  return `${head} ${facts}${reason === "" ? "" : `\n    ${printable(reason)}`}`;
}

function madeUpText(report: AnswerReport, written: string | undefined, style: Style): readonly string[] {
  const { madeUp, madeUpInput } = report;
  const label = style("yellow", "made up");
  const blocks: string[] = [];
  if (madeUpInput !== undefined) {
    blocks.push(
      `${label} the input, from what states read of it (--input gives another):\n    ${printable(JSON.stringify(madeUpInput))}`,
    );
  }
  const states = [...madeUp.values()].flatMap((answers) => [...new Set(answers.map(({ call }) => call.stateName))]);
  if (states.length === 0) return blocks;
  const head = `${label} the answers of ${plural(states.length, "state")}, from what later states read of them: ${states.map((name) => `'${printable(name)}'`).join(", ")}`;
  if (written !== undefined) {
    blocks.push(`${head}\nThey are in ${written}: run with --mocks ${written} to have them again.`);
    return blocks;
  }
  const lines = JSON.stringify(madeUpMocks(report), undefined, 2).split("\n");
  const shown =
    lines.length > SHOWN_LINES
      ? "--write-mocks FILE writes them as a mock configuration file."
      : `As a mock configuration file (--write-mocks FILE writes it):\n${lines.map(printable).join("\n")}`;
  blocks.push(`${head}\n${shown}`);
  return blocks;
}
