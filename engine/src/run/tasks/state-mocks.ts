/**
 * Mocks in the shape of TestState's, by state: `{"Charge": {"result": {...}}, "Ship": [{"errorOutput": {...}}, ...]}`.
 * A list answers one call after the other, its last entry all that follow.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_MockInput.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { type MockProblem, pointer } from "../mock-config.ts";
import type { TaskHandler, TaskOutcome } from "../types.ts";

/** By state name; at least one outcome each. */
export type StateMocks = ReadonlyMap<string, readonly TaskOutcome[]>;

/**
 * Never throws; all problems at once. `result` is JSON text, as TestState takes it, or the value itself where it is no
 * text.
 */
export function parseStateMocks(value: JsonValue): StateMocks | { readonly problems: readonly MockProblem[] } {
  const problems: MockProblem[] = [];
  if (!isObject(value)) return { problems: [{ pointer: "", message: "Mocks of states must be an object." }] };
  const mocks = new Map<string, readonly TaskOutcome[]>();
  for (const [state, given] of Object.entries(value)) {
    const list: readonly JsonValue[] = Array.isArray(given) ? given : [given as JsonValue];
    if (list.length === 0) problems.push({ pointer: pointer(state), message: "There must be at least one mock." });
    const read = list.map((mock, index) => {
      const place = Array.isArray(given) ? [state, String(index)] : [state];
      return readMock(mock, place, problems);
    });
    mocks.set(
      state,
      read.filter((outcome) => outcome !== undefined),
    );
  }
  return problems.length === 0 ? mocks : { problems };
}

/** Answers the calls of the states that have a mock. */
export function stateMockTasks(mocks: StateMocks): TaskHandler {
  return ({ stateName, invocation }) => {
    const outcomes = mocks.get(stateName);
    return outcomes?.[Math.min(invocation, outcomes.length - 1)];
  };
}

function readMock(mock: JsonValue, place: readonly string[], problems: MockProblem[]): TaskOutcome | undefined {
  const refuse = (message: string, ...field: readonly string[]): undefined => {
    problems.push({ pointer: pointer(...place, ...field), message });
  };
  const { result, errorOutput }: JsonObject = objectOf(mock);
  if ((result === undefined) === (errorOutput === undefined)) {
    return refuse("A mock must have either result or errorOutput.");
  }
  if (result !== undefined) {
    const parsed = parseResult(result);
    return parsed === undefined ? refuse("result must be JSON text or a value that is no text.", "result") : parsed;
  }
  const { error, cause }: JsonObject = objectOf(errorOutput);
  if (!isObject(errorOutput) || !isText(error) || !isText(cause)) {
    return refuse("errorOutput must be an object with the texts error and cause.", "errorOutput");
  }
  return { error, ...(cause === undefined ? {} : { cause }) };
}

function parseResult(result: JsonValue): TaskOutcome | undefined {
  if (typeof result !== "string") return { result };
  try {
    return { result: JSON.parse(result) as JsonValue };
  } catch {
    return undefined;
  }
}

function isText(value: JsonValue | undefined): value is string | undefined {
  return value === undefined || typeof value === "string";
}
