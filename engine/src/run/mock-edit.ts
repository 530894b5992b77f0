/**
 * Writing an answer into a mock configuration file, where a person's own lines stay as they are.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
 */
import { applyEdits, modify } from "jsonc-parser";
import type { JsonObject, JsonValue } from "../json.ts";
import { parseJson } from "../text/json-reader.ts";
import { valueOf } from "../text/navigate.ts";
import { type MockConfig, parseMockConfig } from "./mock-config.ts";
import { nextNumber, unusedName } from "./mocks.ts";
import type { TaskOutcome } from "./types.ts";

export interface MockedAnswer {
  readonly stateMachine: string;
  readonly testCase: string;
  readonly stateName: string;
  readonly outcome: TaskOutcome;
}

const EMPTY = '{\n  "StateMachines": {},\n  "MockedResponses": {}\n}\n';

/**
 * The text of a mock configuration with one more answer of a state: behind those that it has, or as its first.
 * `text` undefined or blank: there is no file yet. Undefined: the text is no mock configuration that could be added to.
 */
export function addMockedAnswer(text: string | undefined, answer: MockedAnswer): string | undefined {
  const before = text === undefined || text.trim() === "" ? EMPTY : text;
  const parsed = parseJson(before);
  if (parsed.problems.some(({ severity }) => severity === "error")) return undefined;
  const config = parseMockConfig(valueOf(parsed.root));
  if ("problems" in config) return undefined;
  const { stateMachine, testCase, stateName, outcome } = answer;
  const known = responseOf(config, answer);
  const name = known ?? unusedName(stateName, config);
  const response = config.responses.get(name);
  const number = response === undefined ? "0" : nextNumber(response);
  const answered = put(before, ["MockedResponses", name, number], mocked(outcome));
  return known === undefined
    ? put(answered, ["StateMachines", stateMachine, "TestCases", testCase, stateName], name)
    : answered;
}

function responseOf(config: MockConfig, { stateMachine, testCase, stateName }: MockedAnswer): string | undefined {
  const chosen = config.cases.find((one) => one.stateMachine === stateMachine && one.testCase === testCase);
  return chosen?.states.get(stateName);
}

function mocked(outcome: TaskOutcome): JsonObject {
  if ("result" in outcome) return { Return: outcome.result };
  return { Throw: { Error: outcome.error ?? "", ...(outcome.cause === undefined ? {} : { Cause: outcome.cause }) } };
}

function put(text: string, path: string[], value: JsonValue): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const tab = /^\t/m.test(text);
  const width = /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
  const formattingOptions = { insertSpaces: !tab, tabSize: tab ? 1 : width, eol };
  return applyEdits(text, modify(text, path, value, { formattingOptions }));
}
