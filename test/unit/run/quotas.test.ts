/**
 * The service's limits on data, history and Express executions: an execution fails at each with AWS's error.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
import { createExecution, type JsonObject, type JsonValue, run, runSlice, startSyncExecution } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const LIMIT = 262_144;
/** JSON text of exactly so many bytes. */
const bytes = (count: number): string => "x".repeat(count - 2);
const TASK = "arn:aws:states:::sqs:sendMessage";

interface Limit {
  readonly title: string;
  readonly states: JsonObject;
  readonly language?: "JSONata";
  readonly input?: JsonValue;
  /** What every task gives. */
  readonly result?: JsonValue;
  readonly error?: string;
  readonly output?: JsonValue;
}

const succeed: JsonObject = { Type: "Succeed" };
const each = { StartAt: "Each", States: { Each: { Type: "Pass", End: true } } };
const half = bytes(LIMIT / 2);

const limits: readonly Limit[] = [
  { title: "input of just the size", states: { A: succeed }, input: bytes(LIMIT), output: bytes(LIMIT) },
  {
    title: "input that is too large",
    states: { A: succeed },
    input: bytes(LIMIT + 1),
    error: "States.DataLimitExceeded",
  },
  {
    title: "bytes count, not characters",
    states: { A: succeed },
    input: "ä".repeat(LIMIT / 2),
    error: "States.DataLimitExceeded",
  },
  {
    title: "a state's output",
    states: { A: { Type: "Pass", Parameters: { "a.$": "$", "b.$": "$" }, End: true } },
    input: half,
    error: "States.DataLimitExceeded",
  },
  {
    title: "what a task gives, though nothing of it is kept",
    states: { A: { Type: "Task", Resource: TASK, ResultPath: null as never, End: true } },
    result: bytes(LIMIT + 1),
    error: "States.DataLimitExceeded",
  },
  {
    title: "what a task is given",
    states: {
      A: { Type: "Task", Resource: TASK, Parameters: { "a.$": "$", "b.$": "$" }, ResultPath: "$.r", End: true },
    },
    input: half,
    error: "States.DataLimitExceeded",
  },
  {
    title: "what all branches together give",
    states: { A: { Type: "Parallel", Branches: [each, each, each], ResultSelector: {}, End: true } },
    input: half,
    error: "States.DataLimitExceeded",
  },
  {
    title: "what all iterations together give",
    states: {
      A: {
        Type: "Map",
        ItemsPath: "$.items",
        ItemSelector: { "text.$": "$.text" },
        ItemProcessor: each,
        ResultSelector: {},
        End: true,
      },
    },
    input: { items: [1, 2, 3], text: half },
    error: "States.DataLimitExceeded",
  },
  {
    title: "what an iteration is given, after others have begun",
    language: "JSONata",
    states: {
      A: {
        Type: "Map",
        Items: "{% [1, 2] %}",
        ItemSelector: "{% $states.context.Map.Item.Value = 1 ? 1 : [$states.input, $states.input] %}",
        ItemProcessor: each,
        End: true,
      },
    },
    input: half,
    error: "States.DataLimitExceeded",
  },
  {
    title: "States.ALL does not catch it",
    states: {
      A: { Type: "Task", Resource: TASK, Catch: [{ ErrorEquals: ["States.ALL"], Next: "B" }], Next: "B" },
      B: succeed,
    },
    result: bytes(LIMIT + 1),
    error: "States.DataLimitExceeded",
  },
  {
    title: "its own name catches it",
    states: {
      A: {
        Type: "Task",
        Resource: TASK,
        Catch: [{ ErrorEquals: ["States.DataLimitExceeded"], ResultPath: "$.e", Next: "B" }],
        Next: "B",
      },
      B: { Type: "Pass", Result: "caught", End: true },
    },
    input: {},
    result: bytes(LIMIT + 1),
    output: "caught",
  },
  {
    title: "a variable of just the size",
    states: { A: { Type: "Pass", Assign: { v: bytes(LIMIT - 6) }, Next: "B" }, B: succeed },
    input: 0,
    output: 0,
  },
  {
    title: "one Assign",
    states: { A: { Type: "Pass", Assign: { v: half, w: half }, End: true } },
    error: "States.DataLimitExceeded",
  },
  {
    title: "a variable that is assigned again counts once",
    states: loop(60, { v: bytes(LIMIT - 100) }, "$n"),
    input: 0,
    output: 0,
  },
];

/** Assigns so many times: with names of their own, or always the same. */
function loop(rounds: number, assign: JsonObject, counter: string): JsonObject {
  const states: Record<string, JsonValue> = {};
  for (let round = 0; round < rounds; round++) {
    const next = round + 1 < rounds ? `S${round + 1}` : "Done";
    const renamed = Object.fromEntries(Object.entries(assign).map(([name, value]) => [`${name}${round}`, value]));
    const name = round === 0 ? "A" : `S${round}`;
    states[name] = { Type: "Pass", Assign: counter === "$n" ? assign : renamed, Next: next };
  }
  return { ...states, Done: succeed };
}

describe("data", () => {
  test.each(limits)("$title", async ({ states, language, input = null, result = null, error, output }) => {
    const definition = { ...(language && { QueryLanguage: language }), StartAt: "A", States: states };
    const ended = await run(definition, { input, tasks: () => ({ result }) });
    expect([ended.error, ended.output]).toEqual([error, output]);
  });

  test("all variables of an execution", async () => {
    const definition = { StartAt: "A", States: loop(60, { v: bytes(LIMIT - 100) }, "names") };
    const execution = createExecution(definition, { input: 0 });
    await runSlice(execution, { maxSteps: 50 });
    expect(execution.status).toBe("RUNNING");
    // A snapshot knows them as well.
    const again = createExecution(definition, { input: 0 }, execution.snapshot());
    for (const one of [execution, again]) {
      expect(await runSlice(one)).toBe("ended");
      expect(one.error).toBe("States.DataLimitExceeded");
      expect(one.events.filter(({ type }) => type === "PassStateExited")).toHaveLength(40);
    }
  });

  test("iterations that had begun end with the Map, not after it", async () => {
    const definition = {
      QueryLanguage: "JSONata",
      StartAt: "A",
      States: {
        A: {
          Type: "Map",
          Items: "{% [1, 2] %}",
          ItemSelector: "{% $states.context.Map.Item.Value = 1 ? 1 : $error('no') %}",
          ItemProcessor: each,
          Retry: [{ ErrorEquals: ["States.QueryEvaluationError"], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ["States.ALL"], Output: "caught", Next: "B" }],
          End: true,
        },
        B: succeed,
      },
    };
    const { output, events } = await run(definition, { input: 0 });
    expect(output).toBe("caught");
    expect(events.filter(({ type }) => type === "PassStateEntered")).toEqual([]);
    expect(events.filter(({ type }) => type === "MapIterationAborted")).toHaveLength(2);
  });
});

test("a history of 25,000 events", async () => {
  const forever = { StartAt: "A", States: { A: { Type: "Pass", Next: "A" } } };
  const { status, error, events } = await run(forever, { input: 0 });
  expect([status, error, events.length]).toEqual(["FAILED", "States.Runtime", 25_000]);
  expect(events.at(-1)?.type).toBe("ExecutionFailed");
});

describe("Express", () => {
  const express = (resource: string, more: JsonObject = {}): JsonValue => ({
    StartAt: "A",
    States: { A: { Type: "Task", Resource: resource, End: true, ...more } },
  });

  test.each([
    ["arn:aws:states:::ecs:runTask.sync", "'.sync' service integration"],
    ["arn:aws:states:::states:startExecution.sync:2", "'.sync' service integration"],
    ["arn:aws:states:::lambda:invoke.waitForTaskToken", "'.waitForTaskToken' service integration"],
    ["arn:aws:states:us-east-1:123456789012:activity:Work", "Activity ARN"],
  ])("refuses %s", async (resource, what) => {
    const tasks = () => ({ result: 1 });
    const caught = { Catch: [{ ErrorEquals: ["States.ALL"], Next: "A" }] };
    const { error, cause } = await run(express(resource, caught), { input: 0, type: "EXPRESS", tasks });
    expect(error).toBe("States.Runtime");
    expect(cause).toContain(`Express state machine does not support ${what}`);
    expect((await run(express(resource), { input: 0, type: "STANDARD", tasks })).status).toBe("SUCCEEDED");
  });

  test("answers StartSyncExecution with the execution", async () => {
    const tasks = () => ({ result: { got: 1 }, afterMs: 1_500 });
    const context = { stateMachineName: "Orders", executionName: "first" };
    const answer = await startSyncExecution(express(TASK), { input: { a: 1 }, tasks, context });
    expect(answer).toEqual({
      executionArn: expect.stringMatching(
        /^arn:aws:states:us-east-1:123456789012:express:Orders:first:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
      ),
      stateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:Orders",
      name: "first",
      startDate: "2026-01-01T00:00:00.000Z",
      stopDate: "2026-01-01T00:00:01.500Z",
      status: "SUCCEEDED",
      input: '{"a":1}',
      inputDetails: { included: true },
      output: '{"got":1}',
      outputDetails: { included: true },
    });
    expect(await startSyncExecution(express(TASK), { input: { a: 1 }, tasks, context })).toEqual(answer);
  });

  test.each([
    ["waits", { StartAt: "A", States: { A: { Type: "Wait", Seconds: 301, End: true } } }],
    ["asks what nobody answers", express(TASK)],
  ])("stops after five minutes an execution that %s", async (_what, definition) => {
    const { status, error, stopDate } = await startSyncExecution(definition, { input: 0 });
    expect([status, error, stopDate]).toEqual(["TIMED_OUT", "States.Timeout", "2026-01-01T00:05:00.000Z"]);
  });

  test("stops an Express child of a Distributed Map from waiting for a token", async () => {
    const processor = {
      ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
      ...(express("arn:aws:states:::lambda:invoke.waitForTaskToken") as JsonObject),
    };
    const definition = { StartAt: "M", States: { M: { Type: "Map", ItemProcessor: processor, End: true } } };
    const { error } = await run(definition, { input: [1], tasks: () => ({ result: 1 }) });
    expect(error).toBe("States.ExceedToleratedFailureThreshold");
  });
});
