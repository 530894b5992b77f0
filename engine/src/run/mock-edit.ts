/**
 * Editing a mock configuration file, where a person's own lines stay as they are.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
 */
import { applyEdits, modify } from "jsonc-parser";
import type { JsonObject, JsonValue } from "../json.ts";
import { parseJson } from "../text/json-reader.ts";
import { valueOf } from "../text/navigate.ts";
import { type MockConfig, type MockedResponse, parseMockConfig } from "./mock-config.ts";
import { rangeText } from "./mock-ranges.ts";
import { nextNumber, unusedName } from "./mocks.ts";
import type { TaskOutcome } from "./types.ts";

/** Where an answer stands. */
export interface MockPlace {
  readonly stateMachine: string;
  readonly testCase: string;
  readonly stateName: string;
}

export type MockEdit =
  /** One more answer of a state: behind those that it has, or as its first. */
  | ({ readonly kind: "add"; readonly outcome: TaskOutcome } & MockPlace)
  /** All answers of a state, by the numbers of its calls. A response that others use, too, stays theirs. */
  | ({ readonly kind: "set"; readonly ranges: MockedResponse["ranges"] } & MockPlace)
  /** The state is not mocked any more. */
  | ({ readonly kind: "remove" } & MockPlace)
  /** A test case with the answers of these states; one of that name is replaced. */
  | {
      readonly kind: "case";
      readonly stateMachine: string;
      readonly testCase: string;
      readonly answers: readonly (readonly [stateName: string, ranges: MockedResponse["ranges"]])[];
    };

const EMPTY = '{\n  "StateMachines": {},\n  "MockedResponses": {}\n}\n';

/**
 * The text of a mock configuration after an edit. `text` undefined or blank: there is no file yet. Undefined: the text
 * is no mock configuration that could be edited.
 */
export function editMocks(text: string | undefined, edit: MockEdit): string | undefined {
  const before = text === undefined || text.trim() === "" ? EMPTY : text;
  const config = read(before);
  if (config === undefined) return undefined;
  switch (edit.kind) {
    case "add":
      return addAnswer(before, config, edit, edit.outcome);
    case "set":
      return setAnswers(before, config, edit, edit.ranges);
    case "remove":
      return removeAnswers(before, config, edit);
    case "case":
      return setCase(before, edit);
  }
}

function read(text: string): MockConfig | undefined {
  const parsed = parseJson(text);
  if (parsed.problems.some(({ severity }) => severity === "error")) return undefined;
  const config = parseMockConfig(valueOf(parsed.root));
  return "problems" in config ? undefined : config;
}

function addAnswer(text: string, config: MockConfig, place: MockPlace, outcome: TaskOutcome): string {
  const known = responseOf(config, place);
  const name = known ?? unusedName(place.stateName, config);
  const response = config.responses.get(name);
  const number = response === undefined ? "0" : nextNumber(response);
  const answered = put(text, ["MockedResponses", name, number], mocked(outcome));
  return known === undefined ? put(answered, pathOf(place), name) : answered;
}

function setAnswers(text: string, config: MockConfig, place: MockPlace, ranges: MockedResponse["ranges"]): string {
  const known = responseOf(config, place);
  const own = known !== undefined && usesOf(config, known) === 1;
  const name = own ? known : unusedName(place.stateName, config);
  const response = Object.fromEntries(ranges.map(({ from, to, outcome }) => [rangeText(from, to), mocked(outcome)]));
  const answered = put(text, ["MockedResponses", name], response);
  return own ? answered : put(answered, pathOf(place), name);
}

function removeAnswers(text: string, config: MockConfig, place: MockPlace): string {
  const known = responseOf(config, place);
  if (known === undefined) return text;
  const removed = put(text, pathOf(place), undefined);
  return usesOf(config, known) === 1 ? put(removed, ["MockedResponses", known], undefined) : removed;
}

function setCase(text: string, { stateMachine, testCase, answers }: Extract<MockEdit, { kind: "case" }>): string {
  // What the case of that name had to itself goes with it.
  let changed = text;
  const old = read(text)?.cases.find((one) => one.stateMachine === stateMachine && one.testCase === testCase);
  for (const stateName of old?.states.keys() ?? []) {
    const config = read(changed);
    if (config) changed = removeAnswers(changed, config, { stateMachine, testCase, stateName });
  }
  if (answers.length === 0) changed = put(changed, ["StateMachines", stateMachine, "TestCases", testCase], {});
  for (const [stateName, ranges] of answers) {
    const config = read(changed);
    if (config) changed = setAnswers(changed, config, { stateMachine, testCase, stateName }, ranges);
  }
  return changed;
}

function pathOf({ stateMachine, testCase, stateName }: MockPlace): string[] {
  return ["StateMachines", stateMachine, "TestCases", testCase, stateName];
}

function responseOf(config: MockConfig, { stateMachine, testCase, stateName }: MockPlace): string | undefined {
  const chosen = config.cases.find((one) => one.stateMachine === stateMachine && one.testCase === testCase);
  return chosen?.states.get(stateName);
}

/** How many states of how many cases a response answers. */
function usesOf(config: MockConfig, response: string): number {
  return config.cases.flatMap(({ states }) => [...states.values()]).filter((name) => name === response).length;
}

function mocked(outcome: TaskOutcome): JsonObject {
  const { afterMs = 0 } = outcome;
  const delay = afterMs > 0 ? { DelaySeconds: afterMs / 1_000 } : {};
  if ("result" in outcome) return { Return: outcome.result, ...delay };
  const { error = "", cause } = outcome;
  return { Throw: { Error: error, ...(cause === undefined ? {} : { Cause: cause }) }, ...delay };
}

/** `value` undefined: what stands there is taken away. */
function put(text: string, path: string[], value: JsonValue | undefined): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const tab = /^\t/m.test(text);
  const width = /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
  const formattingOptions = { insertSpaces: !tab, tabSize: tab ? 1 : width, eol };
  return applyEdits(text, modify(text, path, value, { formattingOptions }));
}
