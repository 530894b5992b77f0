/**
 * Answering tasks from a mock configuration file, and what to write into it where it has no answer.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-test-sm-exec.html
 */
import { isObject, type JsonObject } from "../json.ts";
import { type MockCase, type MockConfig, type MockedResponse, type MockProblem, pointer } from "./mock-config.ts";
import type { TaskCall, TaskHandler, TaskOutcome } from "./types.ts";

/**
 * A handler that answers from one test case; a problem where the file has no such state machine or test case. A state or
 * a call that is not mocked is left open: `missingMock` says what to add.
 *
 * Calls are numbered over the whole execution, so that a polling loop can be told first one thing and then another;
 * where the file has no such number, the number of the retry counts, so that one response serves all items of a Map.
 */
export function mockTasks(config: MockConfig, stateMachineName: string, testCase: string): TaskHandler | MockProblem {
  const ofMachine = config.cases.filter((one) => one.stateMachine === stateMachineName);
  const chosen = ofMachine.find((one) => one.testCase === testCase);
  if (chosen === undefined) return unknownCase(config, ofMachine, stateMachineName, testCase);
  return (call) => {
    const response = config.responses.get(chosen.states.get(call.stateName) ?? "");
    const outcome = response && (outcomeAt(response, call.invocation) ?? outcomeAt(response, call.attempt));
    return outcome && asTaskOutcome(outcome, call.resource);
  };
}

/** The lines to add for a call that the test case does not answer; `config` is what is there so far. */
export function missingMock(call: TaskCall, config: MockConfig, stateMachineName: string, testCase: string): string {
  const chosen = config.cases.find((one) => one.stateMachine === stateMachineName && one.testCase === testCase);
  const name = chosen?.states.get(call.stateName);
  const response = name === undefined ? undefined : config.responses.get(name);
  if (name !== undefined && response !== undefined) {
    const line = lines({ [nextNumber(response)]: { Return: {} } });
    return `Nothing answers call ${call.invocation} of state '${call.stateName}'. Add to MockedResponses/${name}:\n${line}`;
  }
  const fresh = unusedName(call.stateName, config);
  return [
    `Nothing answers state '${call.stateName}'. Add to StateMachines/${stateMachineName}/TestCases/${testCase}:`,
    lines({ [call.stateName]: fresh }),
    "and to MockedResponses:",
    lines({ [fresh]: { "0": { Return: {} } } }),
  ].join("\n");
}

/** The number of the call behind the last that a response answers. */
export function nextNumber(response: MockedResponse): string {
  return String((response.ranges.at(-1)?.to ?? -1) + 1);
}

/** A name for a response of its own that no other one has. */
export function unusedName(stateName: string, config: MockConfig): string {
  const base = `Mocked${stateName.replace(/[^\p{L}\p{N}]/gu, "")}`;
  let name = base;
  for (let count = 2; config.responses.has(name); count++) name = `${base}${count}`;
  return name;
}

/** The fields of an object as they stand inside its braces. */
function lines(fields: JsonObject): string {
  return JSON.stringify(fields, undefined, 2).slice(2, -2);
}

function unknownCase(
  config: MockConfig,
  ofMachine: readonly MockCase[],
  stateMachineName: string,
  testCase: string,
): MockProblem {
  const known =
    ofMachine.length > 0 ? ofMachine.map((one) => one.testCase) : config.cases.map((one) => one.stateMachine);
  const among = known.length === 0 ? "" : ` There is ${[...new Set(known)].map((name) => `'${name}'`).join(", ")}.`;
  return ofMachine.length > 0
    ? {
        pointer: pointer("StateMachines", stateMachineName, "TestCases"),
        message: `There is no test case '${testCase}'.${among}`,
      }
    : { pointer: "/StateMachines", message: `There is no state machine '${stateMachineName}'.${among}` };
}

function outcomeAt(response: MockedResponse, number: number): TaskOutcome | undefined {
  return response.ranges.find(({ from, to }) => from <= number && number <= to)?.outcome;
}

/** A function called by its own ARN gives only what Lambda calls Payload; mocks are written as Lambda's whole response. */
function asTaskOutcome(outcome: TaskOutcome, resource: string): TaskOutcome {
  if (!("result" in outcome) || !/^arn:[^:]*:lambda:/.test(resource)) return outcome;
  const { result } = outcome;
  return isObject(result) && result.StatusCode !== undefined && result.Payload !== undefined
    ? { result: result.Payload }
    : outcome;
}
