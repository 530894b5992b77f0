/** Judges TestState: the outcome, and beside it the whole answer with its texts and its inspection data. */
import { type JsonValue, type TaskOutcome, type TestStateRequest, testState } from "@sluice/engine";
import type { Case, Verdict } from "./cases.ts";
import { difference } from "./compare.ts";

interface Answer {
  readonly status?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  readonly output?: unknown;
  readonly inspectionData?: { readonly result?: unknown };
  readonly Error?: { readonly Code?: string; readonly Message?: string };
}

/**
 * What the service answered when the recorded call was not mocked, as far as the recording shows it: the error, the
 * `result` of DEBUG and TRACE, or the output where the state puts the result there as it is.
 */
function recordedOutcome(definition: Readonly<Record<string, unknown>>, answer: Answer): TaskOutcome | undefined {
  if (answer.error !== undefined) return { error: answer.error, cause: answer.cause };
  if (answer.inspectionData?.result !== undefined) return { result: unwrap(answer.inspectionData.result) };
  const { ResultSelector, OutputPath, Output, ResultPath = "$" } = definition;
  if (ResultSelector !== undefined || OutputPath !== undefined || Output !== undefined) return undefined;
  if (typeof ResultPath !== "string" || !/^\$(\.\w+)*$/.test(ResultPath) || answer.output === undefined)
    return undefined;
  let found: unknown = unwrap(answer.output);
  for (const name of ResultPath.split(".").slice(1)) found = (found as Record<string, unknown> | undefined)?.[name];
  return found === undefined ? undefined : { result: found as JsonValue };
}

/** The recorder parsed objects and left every other JSON text as it was. */
function unwrap(value: unknown): JsonValue {
  return (typeof value === "string" ? JSON.parse(value) : value) as JsonValue;
}

export async function judgeTestState(row: Case): Promise<Verdict> {
  const expected = row.response as Answer;
  const given = row.request as Omit<TestStateRequest, "definition">;
  const definition = row.definition as Readonly<Record<string, unknown>>;
  const tasks = () => recordedOutcome(definition, expected);
  const request = { ...given, definition: JSON.stringify(definition) };
  const actual: Answer = await testState(request, { tasks });
  if (actual.Error?.Code === "TestState.Unanswered" && expected.Error === undefined) {
    return { levels: {}, leftOut: "not replayable: what the service answered is not recorded" };
  }
  const wild = new Set((row.placeholders as string[] | undefined) ?? []);
  const brief = ({ status, error, nextState, output, Error }: Answer): object =>
    JSON.parse(JSON.stringify({ status, error, nextState, output, code: Error?.Code }));
  const { message: _, ...whole } = expected as Answer & { message?: string };
  const pass = difference(brief(expected), brief(actual), wild);
  const message = pass ?? difference(whole, JSON.parse(JSON.stringify(actual)), wild);
  const levels = { pass: pass === undefined, message: message === undefined };
  return message === undefined ? { levels } : { levels, why: message };
}
