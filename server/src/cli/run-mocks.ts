/**
 * Mock configuration files of Step Functions Local: reading one, choosing its test case, and what to add to it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
 */
import path from "node:path";
import {
  type JsonValue,
  lineStarts,
  type MockConfig,
  missingMock,
  parseMockConfig,
  parseText,
  positionAt,
  type TaskCall,
  valueOf,
} from "@sluice/engine";
import type { AnswerJob } from "./answer-job.ts";
import { UnreadableError, UsageError } from "./failure.ts";
import { readText } from "./files.ts";

export interface ChosenMocks {
  readonly file: string;
  readonly config: MockConfig;
  readonly job: NonNullable<AnswerJob["mocks"]>;
}

/**
 * Reads the file and finds the test case: the one that is named, or the only one. The state machine is the one named
 * like the definition's file, or the only one.
 */
export async function chooseMocks(
  cwd: string,
  file: string,
  definitionFile: string,
  testCase: string | undefined,
): Promise<ChosenMocks> {
  const value = await readMocks(cwd, file);
  const config = parseMockConfig(value);
  if ("problems" in config) {
    const lines = config.problems.map(({ pointer, message }) => `  ${pointer === "" ? "/" : pointer}: ${message}`);
    throw new UnreadableError(`${file} is no mock configuration:\n${lines.join("\n")}`);
  }
  const machines = [...new Set(config.cases.map((one) => one.stateMachine))];
  const own = machineName(definitionFile);
  const stateMachine = machines.includes(own) ? own : machines[0];
  if (stateMachine === undefined) throw new UsageError(`${file} has no test case`);
  if (stateMachine !== own && machines.length > 1) {
    throw new UsageError(`${file} has no state machine ${own}; it has ${machines.join(", ")}`);
  }
  const cases = config.cases.filter((one) => one.stateMachine === stateMachine).map((one) => one.testCase);
  const chosen = testCase ?? (cases.length === 1 ? cases[0] : undefined);
  if (chosen === undefined) throw new UsageError(`--test-case is missing: ${file} has ${cases.join(", ")}`);
  if (!cases.includes(chosen)) throw new UsageError(`${file} has no test case ${chosen}; it has ${cases.join(", ")}`);
  return { file, config, job: { config: value, stateMachine, testCase: chosen } };
}

/** "order" for `flows/order.asl.json`. */
export function machineName(file: string): string {
  return path.posix.basename(file.replaceAll("\\", "/")).replace(/\.(?:asl\.)?(?:json|ya?ml|asl)$/i, "");
}

/** The exact lines that would answer a call: to add to the file, or a whole file where there is none. */
export function linesToAdd(call: TaskCall, mocks: ChosenMocks | undefined, definitionFile: string): string {
  if (mocks !== undefined) {
    const { stateMachine, testCase } = mocks.job;
    return missingMock(call, mocks.config, stateMachine, testCase);
  }
  const response = `Mocked${call.stateName.replace(/[^\p{L}\p{N}]/gu, "")}`;
  const file = {
    StateMachines: { [machineName(definitionFile)]: { TestCases: { HappyPath: { [call.stateName]: response } } } },
    MockedResponses: { [response]: { 0: { Return: {} } } },
  };
  return `Nothing answers state '${call.stateName}'. Write a file like this and pass it with --mocks:\n${JSON.stringify(file, null, 2)}`;
}

async function readMocks(cwd: string, file: string): Promise<JsonValue> {
  const text = await readText(cwd, file);
  const { root, problems } = parseText(text, "json");
  const [first] = problems;
  if (first === undefined) return valueOf(root);
  const { line, character } = positionAt(lineStarts(text), first.start);
  throw new UnreadableError(`${file}:${line + 1}:${character + 1} ${first.message}`);
}
