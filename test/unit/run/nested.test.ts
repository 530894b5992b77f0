/** Executions that start executions. */
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../engine/src/json.ts";
import { run } from "../../../engine/src/run/run.ts";
import { firstAnswer } from "../../../engine/src/run/tasks/answer-order.ts";
import { type NestedExecution, nestedExecutions } from "../../../engine/src/run/tasks/nested.ts";
import type { TaskHandler } from "../../../engine/src/run/types.ts";

const ARN = "arn:aws:states:us-east-1:123456789012:stateMachine";
const START_MS = 1_767_225_600_000;

const WAITS = {
  StartAt: "Wait",
  States: {
    Wait: { Type: "Wait", Seconds: 90, Next: "Done" },
    Done: { Type: "Pass", Parameters: { "got.$": "$" }, End: true },
  },
};
const FAILS = { StartAt: "Fail", States: { Fail: { Type: "Fail", Error: "SomeFailure", Cause: "for a test" } } };
const ASKS = {
  StartAt: "Ask",
  States: { Ask: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", End: true } },
};
const CALLS_BACK = {
  StartAt: "Send",
  States: {
    Send: {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
      Parameters: { Output: { approved: true }, "TaskToken.$": "$.token" },
      End: true,
    },
  },
};

function starts(resource: string, parameters: JsonObject, more: JsonObject = {}): JsonObject {
  const state = { Type: "Task", Resource: `arn:aws:states:::${resource}`, Parameters: parameters, ...more, End: true };
  return { StartAt: "Start", States: { Start: state, Caught: { Type: "Pass", End: true } } };
}

const ITSELF = starts("states:startExecution.sync:2", { StateMachineArn: `${ARN}:itself` });

const MACHINES: Readonly<Record<string, JsonValue>> = {
  waits: WAITS,
  fails: FAILS,
  asks: ASKS,
  "calls-back": CALLS_BACK,
  itself: ITSELF,
};

async function runParent(definition: JsonObject, tasks?: TaskHandler) {
  const children: NestedExecution[] = [];
  const nested = nestedExecutions({
    machines: Object.entries(MACHINES).map(([name, one]) => ({ name, definition: one })),
    tasksOf: () => tasks,
    onEnd: (child) => children.push(child),
  });
  const result = await run(definition, { input: {}, tasks: firstAnswer(nested) });
  return { result, children };
}

describe("what StartExecution answers", () => {
  test(".sync: the execution, its payloads as JSON text, after the child's virtual time", async () => {
    const parameters = { StateMachineArn: `${ARN}:waits`, Input: { n: 1 }, Name: "child" };
    const { result, children } = await runParent(starts("states:startExecution.sync", parameters));
    expect(result.output).toEqual({
      ExecutionArn: "arn:aws:states:us-east-1:123456789012:execution:waits:child",
      Input: '{"n":1}',
      InputDetails: { Included: true },
      Name: "child",
      Output: '{"got":{"n":1}}',
      OutputDetails: { Included: true },
      RedriveCount: 0,
      RedriveStatus: "NOT_REDRIVABLE",
      RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
      StartDate: START_MS,
      StateMachineArn: `${ARN}:waits`,
      Status: "SUCCEEDED",
      StopDate: START_MS + 90_000,
    });
    expect(result.events.at(-1)?.timestamp).toBe("2026-01-01T00:01:30.000Z");
    expect(children.map(({ status, depth, events }) => [status, depth, events[0]?.type])).toEqual([
      ["SUCCEEDED", 1, "ExecutionStarted"],
    ]);
  });

  test(".sync:2: its payloads as values, and {} where no input is given", async () => {
    const { result } = await runParent(
      starts("states:startExecution.sync:2", { StateMachineArn: `${ARN}:waits:1`, Input: null as never }),
    );
    expect(result.output).toMatchObject({ Input: {}, Output: { got: {} }, Status: "SUCCEEDED" });
  });

  test("request and response: at once", async () => {
    const { result, children } = await runParent(starts("states:startExecution", { StateMachineArn: `${ARN}:waits` }));
    expect(result.output).toMatchObject({ ExecutionArn: children[0]?.executionArn, StartDate: START_MS });
    expect(result.events.at(-1)?.timestamp).toBe("2026-01-01T00:00:00.000Z");
  });

  test("a failed child: States.TaskFailed with the execution as its cause", async () => {
    const { result } = await runParent(starts("states:startExecution.sync:2", { StateMachineArn: `${ARN}:fails` }));
    expect(result.error).toBe("States.TaskFailed");
    expect(JSON.parse(result.cause ?? "")).toMatchObject({
      Cause: "for a test",
      Error: "SomeFailure",
      Input: "{}",
      Status: "FAILED",
    });
  });

  test("StartSyncExecution: the execution, also where it failed", async () => {
    const { result } = await runParent(starts("aws-sdk:sfn:startSyncExecution", { StateMachineArn: `${ARN}:fails` }));
    expect(result.output).toMatchObject({
      Error: "SomeFailure",
      Status: "FAILED",
      StopDate: "2026-01-01T00:00:00.000Z",
    });
  });

  test(".waitForTaskToken: what the child sends back with the token", async () => {
    const parameters = { StateMachineArn: `${ARN}:calls-back`, Input: { "token.$": "$$.Task.Token" } };
    const { result } = await runParent(starts("states:startExecution.waitForTaskToken", parameters));
    expect(result.output).toEqual({ approved: true });
  });

  test(".sync whose token is sent back: what was sent, as AWS recorded it", async () => {
    const parameters = { StateMachineArn: `${ARN}:calls-back`, Input: { "token.$": "$$.Task.Token" } };
    const { result } = await runParent(starts("states:startExecution.sync", parameters));
    expect(result.output).toEqual({ approved: true });
  });

  test("input that is no JSON: an error that can be caught", async () => {
    const { result } = await runParent(
      starts("states:startExecution", { StateMachineArn: `${ARN}:waits`, Input: "no {" }),
    );
    expect(result.error).toBe("StepFunctions.InvalidExecutionInputException");
  });
});

test("a machine that starts itself is ended with a clear cause", async () => {
  const { result, children } = await runParent(ITSELF);
  expect(result.status).toBe("FAILED");
  expect(result.cause).toContain("nested more than 20 deep: does 'itself' start itself?");
  expect(children).toHaveLength(20);
});

test("a child that nobody answers leaves its parent open and names what it waits for", async () => {
  const { result, children } = await runParent(
    starts("states:startExecution.sync", { StateMachineArn: `${ARN}:asks` }),
  );
  expect(result.status).toBe("RUNNING");
  expect(children[0]?.unanswered.map(({ stateName }) => stateName)).toEqual(["Ask"]);
});

test("other machines and other calls are left to others", async () => {
  const { result, children } = await runParent(starts("states:startExecution", { StateMachineArn: `${ARN}:unknown` }));
  expect(result.status).toBe("RUNNING");
  expect(children).toEqual([]);
});

test("a time limit of the task ends it though the child goes on", async () => {
  const limited = starts("states:startExecution.sync", { StateMachineArn: `${ARN}:waits` }, { TimeoutSeconds: 5 });
  const { result } = await runParent(limited);
  expect([result.error, result.events.at(-1)?.timestamp]).toEqual(["States.Timeout", "2026-01-01T00:00:05.000Z"]);
});
