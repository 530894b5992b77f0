/**
 * Reading the mock configuration file of Step Functions Local: test cases that name a mocked response for a state, and
 * mocked responses that say what each call of it gives. `DelaySeconds` beside Return or Throw, how long the call takes in
 * virtual time, is Sluice's own.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import type { TaskOutcome } from "./types.ts";

export interface MockConfig {
  /** In the order of the file. */
  readonly cases: readonly MockCase[];
  readonly responses: ReadonlyMap<string, MockedResponse>;
}

export interface MockCase {
  readonly stateMachine: string;
  readonly testCase: string;
  /** State name to the name of its mocked response. */
  readonly states: ReadonlyMap<string, string>;
}

/** What the calls of a state give, by their numbers, from 0 without a gap. */
export interface MockedResponse {
  readonly name: string;
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly outcome: TaskOutcome }[];
}

/** A mistake in a mock configuration; `pointer` is a JSON pointer into it. */
export interface MockProblem {
  readonly pointer: string;
  readonly message: string;
}

/** Never throws. All problems at once: a file with one is not used at all, as Step Functions Local does. */
export function parseMockConfig(value: JsonValue): MockConfig | { readonly problems: readonly MockProblem[] } {
  const problems: MockProblem[] = [];
  if (!isObject(value)) return { problems: [{ pointer: "", message: "A mock configuration must be an object." }] };
  const responses = readResponses(value, problems);
  const cases = readCases(value, responses, problems);
  return problems.length === 0 ? { cases, responses } : { problems };
}

function readResponses(config: JsonObject, problems: MockProblem[]): ReadonlyMap<string, MockedResponse> {
  const responses = new Map<string, MockedResponse>();
  for (const [name, response] of fieldsOf(config, ["MockedResponses"], problems)) {
    const place = ["MockedResponses", name];
    const ranges = entriesOf(response, place, problems).flatMap(([numbers, outcome]) => {
      const range = readRange(numbers, [...place, numbers], problems);
      const read = readOutcome(outcome, [...place, numbers], problems);
      return range === undefined || read === undefined ? [] : [{ ...range, outcome: read }];
    });
    ranges.sort((a, b) => a.from - b.from);
    checkConsecutive(ranges, place, problems);
    responses.set(name, { name, ranges });
  }
  return responses;
}

function readRange(
  numbers: string,
  place: readonly string[],
  problems: MockProblem[],
): { readonly from: number; readonly to: number } | undefined {
  const [, first, second] = /^(\d+)(?:-(\d+))?$/.exec(numbers.trim()) ?? [];
  const from = Number(first);
  const to = second === undefined ? from : Number(second);
  if (first !== undefined && from <= to) return { from, to };
  problems.push({
    pointer: pointer(...place),
    message: `'${numbers}' must be the number of a call ("0") or a range ("1-2").`,
  });
  return undefined;
}

function readOutcome(outcome: JsonValue, place: readonly string[], problems: MockProblem[]): TaskOutcome | undefined {
  const { Return: result, Throw: thrown, DelaySeconds: delay } = objectOf(outcome);
  if (delay !== undefined && !(typeof delay === "number" && delay >= 0)) {
    problems.push({ pointer: pointer(...place, "DelaySeconds"), message: "DelaySeconds must be a number from 0." });
  }
  const took = typeof delay === "number" && delay > 0 ? { afterMs: delay * 1_000 } : {};
  if ((result === undefined) === (thrown === undefined)) {
    problems.push({ pointer: pointer(...place), message: "A mocked response must have either Return or Throw." });
    return undefined;
  }
  if (result !== undefined) return { result, ...took };
  if (isObject(thrown) && typeof thrown.Error === "string" && isText(thrown.Cause)) {
    return { error: thrown.Error, ...(typeof thrown.Cause === "string" ? { cause: thrown.Cause } : {}), ...took };
  }
  problems.push({ pointer: pointer(...place, "Throw"), message: "Throw must have the texts Error and Cause." });
  return undefined;
}

function isText(value: JsonValue | undefined): boolean {
  return value === undefined || typeof value === "string";
}

function checkConsecutive(ranges: MockedResponse["ranges"], place: readonly string[], problems: MockProblem[]): void {
  let next = 0;
  for (const { from, to } of ranges) {
    if (from !== next) {
      problems.push({
        pointer: pointer(...place),
        message: `The calls must be numbered from 0 without a gap: expected ${next}, found ${from}.`,
      });
      return;
    }
    next = to + 1;
  }
}

function readCases(
  config: JsonObject,
  responses: ReadonlyMap<string, MockedResponse>,
  problems: MockProblem[],
): readonly MockCase[] {
  return fieldsOf(config, ["StateMachines"], problems).flatMap(([stateMachine, machine]) => {
    const place = ["StateMachines", stateMachine];
    const cases = objectOf(machine);
    return fieldsOf(cases, [...place, "TestCases"], problems).map(([testCase, states]) => ({
      stateMachine,
      testCase,
      states: readStates(states, [...place, "TestCases", testCase], responses, problems),
    }));
  });
}

function readStates(
  states: JsonValue,
  place: readonly string[],
  responses: ReadonlyMap<string, MockedResponse>,
  problems: MockProblem[],
): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [state, name] of entriesOf(states, place, problems)) {
    if (typeof name === "string" && responses.has(name)) named.set(state, name);
    else
      problems.push({
        pointer: pointer(...place, state),
        message: `There is no mocked response ${JSON.stringify(name)}.`,
      });
  }
  return named;
}

/** The entries of the object at the end of `place`, whose parent is given. */
function fieldsOf(
  parent: JsonObject,
  place: readonly string[],
  problems: MockProblem[],
): readonly [string, JsonValue][] {
  const value = parent[place.at(-1) ?? ""];
  if (value !== undefined) return entriesOf(value, place, problems);
  problems.push({ pointer: pointer(...place.slice(0, -1)), message: `${place.at(-1)} is missing.` });
  return [];
}

function entriesOf(
  value: JsonValue,
  place: readonly string[],
  problems: MockProblem[],
): readonly [string, JsonValue][] {
  if (isObject(value)) return Object.entries(value);
  problems.push({ pointer: pointer(...place), message: "This must be an object." });
  return [];
}

/** A JSON pointer. */
export function pointer(...segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
