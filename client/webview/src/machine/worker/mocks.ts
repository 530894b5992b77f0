/**
 * Mock configuration files of Step Functions Local: their test cases, and the handler that answers from one of them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
 */
import {
  valueOf as dataOf,
  type MockConfig,
  missingMock,
  mockTasks,
  parseMockConfig,
  parseText,
  type TaskCall,
  type TaskHandler,
} from "@sluice/engine";
import type { MockCaseName } from "../state.ts";
import type { MockedCase } from "./protocol.ts";

/** The test cases of a file; none, and what is wrong, where the file cannot be used. */
export function readMocks(text: string | undefined): { cases: readonly MockedCase[]; problem?: string } {
  if (text === undefined) return { cases: [] };
  const config = parse(text);
  if (typeof config === "string") return { cases: [], problem: config };
  const cases = config.cases.map(({ stateMachine, testCase, states }) => ({
    stateMachine,
    testCase,
    states: [...states].map(([stateName, name]) => ({ stateName, ranges: config.responses.get(name)?.ranges ?? [] })),
  }));
  return { cases };
}

/** A test case at work. */
export interface Mocks {
  readonly tasks: TaskHandler;
  /** What to write for a call that has no answer. */
  missing(call: TaskCall): string;
}

/** The answers of a test case, or a message for people. */
export function useMocks(text: string | undefined, { stateMachine, testCase }: MockCaseName): Mocks | string {
  const config = parse(text ?? "");
  if (typeof config === "string") return config;
  const tasks = mockTasks(config, stateMachine, testCase);
  if (typeof tasks !== "function") return tasks.message;
  return { tasks, missing: (call) => missingMock(call, config, stateMachine, testCase) };
}

function parse(text: string): MockConfig | string {
  const parsed = parseText(text, "json");
  const mistake = parsed.problems.find(({ severity }) => severity === "error");
  if (mistake) return mistake.message;
  const config = parseMockConfig(dataOf(parsed.root));
  if (!("problems" in config)) return config;
  const [first] = config.problems;
  return first ? `${first.pointer}: ${first.message}` : "The file cannot be used.";
}
