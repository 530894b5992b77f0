/** Judges filter policies and event patterns: what they match, and what AWS answers to those it does not take. */
import {
  compilePattern,
  type JsonObject,
  matchesPattern,
  type PatternDialect,
  type PatternEvent,
  patternRejection,
  type Rejection,
  type SnsMessage,
  subscribeMessage,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";

interface AwsError {
  readonly code: string;
  readonly message: string | null;
}

/** The text that AWS got: with keys that stand twice and numbers as they were written, where the case has it. */
function textOf(row: Case, name: string): string {
  const text = row[`${name}Text`];
  return typeof text === "string" ? text : JSON.stringify(row[name]);
}

function snsDialect(row: Case): PatternDialect {
  return row.scope === "MessageBody" ? "sns-body" : "sns-attributes";
}

function judgeMatch(pattern: string, dialect: PatternDialect, event: PatternEvent, expected: unknown): Verdict {
  const compiled = compilePattern(pattern, dialect);
  const matches = matchesPattern(compiled, event);
  const refused = compiled.rejection === undefined ? "" : `: ${compiled.rejection.message}`;
  return verdict({ pass: matches === expected }, `expected ${expected}, got ${matches}${refused}`);
}

export function judgeSnsMatch(row: Case): Verdict {
  return judgeMatch(textOf(row, "policy"), snsDialect(row), row.message as SnsMessage, row.matches);
}

export function judgeEventBridgeMatch(row: Case): Verdict {
  return judgeMatch(textOf(row, "pattern"), "eventbridge", textOf(row, "event"), row.matches);
}

/** One of the filters matches; or AWS refuses one of them. */
export function judgeEventSourceFilter(row: Case): Verdict {
  const filters = (row.filters as unknown[]).map((filter) =>
    compilePattern(typeof filter === "string" ? filter : JSON.stringify(filter), "esm"),
  );
  const error = row.error as AwsError | undefined;
  if (error !== undefined) {
    const refused = filters.find(({ rejection }) => rejection !== undefined)?.rejection;
    return judgeRefusal(refused, error, refused?.message);
  }
  const matches = filters.some((filter) => matchesPattern(filter, row.record as JsonObject));
  return verdict({ pass: matches === row.matches }, `expected ${row.matches}, got ${matches}`);
}

function firstLine(text: string | null | undefined): string {
  return (text ?? "").split("\n", 1)[0] ?? "";
}

/** Whether AWS's refusal is ours; beside it whether the words are AWS's up to the end of their first line. */
function judgeRefusal(actual: Rejection | undefined, expected: AwsError | null, ownWords: string | undefined): Verdict {
  if (expected === null) {
    const pass = actual === undefined;
    return verdict({ pass, message: pass }, `expected no error, got ${actual?.message}`);
  }
  const pass = actual !== undefined && actual.code === expected.code;
  // Some recordings have a code only.
  const words = firstLine(expected.message);
  const message = pass && (expected.message === null || firstLine(ownWords) === words);
  return verdict({ pass, message }, `expected ${expected.code}: ${words}, got ${actual?.code}: ${ownWords}`);
}

export function judgeSnsRefusal(row: Case): Verdict {
  const rejection = patternRejection(textOf(row, "policy"), snsDialect(row));
  const expected = row.awsError as AwsError | null;
  // The recordings are from two calls, which name the parameter differently.
  const isSubscribe = expected?.message?.startsWith("Invalid parameter: Attributes Reason:") === true;
  const own = rejection?.message;
  return judgeRefusal(rejection, expected, isSubscribe && own !== undefined ? subscribeMessage(own) : own);
}

export function judgeEventBridgeRefusal(row: Case): Verdict {
  const rejection = patternRejection(textOf(row, "pattern"), "eventbridge");
  const recorded = row.awsError as AwsError | undefined;
  // What only the engine was asked has no words of the service around it.
  const words = `Event pattern is not valid. Reason: ${firstLine(row.engineError as string | undefined)}`;
  const expected = recorded ?? { code: "InvalidEventPatternException", message: words };
  return judgeRefusal(rejection, expected, rejection?.message);
}
