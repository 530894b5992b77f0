/** What one execution does, told as data: the machine, its input, what its tasks answer, and what comes of it. */
import { type JsonObject, type JsonValue, run, type TaskOutcome } from "@sluice/engine";
import { expect, test } from "vitest";

interface Scenario {
  readonly title: string;
  /** `States`, or a whole machine. */
  readonly states: Readonly<Record<string, JsonObject>>;
  readonly machine?: JsonObject;
  readonly input?: JsonValue;
  /** Answers in the order in which tasks ask. */
  readonly tasks?: readonly TaskOutcome[];
  readonly type?: "STANDARD" | "EXPRESS";
  /** States entered, in order. */
  readonly path?: readonly string[];
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  readonly status?: string;
  /** Virtual time that passed. */
  readonly seconds?: number;
}

const TASK = "arn:aws:states:::lambda:invoke";
const fixed = (Result: JsonValue, Next?: string): JsonObject => ({
  Type: "Pass",
  Result,
  ...(Next === undefined ? { End: true } : { Next }),
});

const SCENARIOS: readonly Scenario[] = [
  {
    title: "a result goes where ResultPath says, beside the raw input",
    states: { A: { Type: "Pass", InputPath: "$.in", Result: 1, ResultPath: "$.out.n", End: true } },
    input: { in: {}, kept: true },
    output: { in: {}, kept: true, out: { n: 1 } },
  },
  {
    title: "a null ResultPath drops the result, a null OutputPath everything",
    states: {
      A: { Type: "Pass", Result: 1, ResultPath: null, Next: "B" },
      B: { Type: "Pass", OutputPath: null, End: true },
    },
    input: { a: 1 },
    output: {},
  },
  {
    title: "Assign sees the old variables, the next state the new ones",
    states: {
      A: { Type: "Pass", Assign: { n: 1 }, Next: "B" },
      B: { Type: "Pass", Assign: { n: 2, "old.$": "$n" }, Next: "C" },
      C: { Type: "Pass", Parameters: { "n.$": "$n", "old.$": "$old" }, End: true },
    },
    output: { n: 2, old: 1 },
  },
  {
    title: "a Choice compares by type and falls through to Default",
    states: {
      A: { Type: "Choice", Choices: [{ Variable: "$.n", NumericEquals: 42, Next: "Yes" }], Default: "No" },
      Yes: fixed("yes"),
      No: fixed("no"),
    },
    input: { n: "42" },
    path: ["A", "No"],
    output: "no",
  },
  {
    title: "a Choice without a match or a Default fails as AWS says it",
    states: { A: { Type: "Choice", Choices: [{ Variable: "$.n", IsNull: true, Next: "A" }] } },
    input: { n: 1 },
    error: "States.Runtime",
    cause:
      "An error occurred while executing the state 'A' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.",
  },
  {
    title: "waiting takes virtual time only",
    states: { A: { Type: "Wait", Seconds: 86_400, Next: "B" }, B: { Type: "Succeed" } },
    input: "in",
    output: "in",
    seconds: 86_400,
  },
  {
    title: "a time in the past does not wait",
    states: { A: { Type: "Wait", Timestamp: "2001-01-01T00:00:00Z", End: true } },
    seconds: 0,
    output: {},
  },
  {
    title: "retries back off, and their count starts anew in the next state",
    states: {
      A: {
        Type: "Task",
        Resource: TASK,
        Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2 }],
        Next: "B",
      },
      B: { Type: "Task", Resource: TASK, Parameters: { "retries.$": "$$.State.RetryCount" }, End: true },
    },
    tasks: [{ error: "Busy" }, { error: "Busy" }, { result: 1 }, { result: "done" }],
    output: "done",
    seconds: 2 + 6,
  },
  {
    title: "MaxDelaySeconds bounds the backoff",
    states: {
      A: {
        Type: "Task",
        Resource: TASK,
        Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 10, BackoffRate: 10, MaxDelaySeconds: 20 }],
        End: true,
      },
    },
    tasks: [{ error: "X" }, { error: "X" }, { error: "X" }, { result: null }],
    output: null,
    seconds: 10 + 20 + 20,
  },
  {
    title: "a catcher gets the error beside the input and leads on",
    states: {
      A: {
        Type: "Task",
        Resource: TASK,
        Catch: [{ ErrorEquals: ["Oops"], ResultPath: "$.why", Next: "B" }],
        End: true,
      },
      B: { Type: "Pass", End: true },
    },
    input: { id: 7 },
    tasks: [{ error: "Oops", cause: "text" }],
    path: ["A", "B"],
    output: { id: 7, why: { Error: "Oops", Cause: "text" } },
  },
  {
    title: "States.TaskFailed does not match a timeout",
    states: {
      A: {
        Type: "Task",
        Resource: TASK,
        TimeoutSeconds: 5,
        Catch: [
          { ErrorEquals: ["States.TaskFailed"], Next: "Failed" },
          { ErrorEquals: ["States.Timeout"], Next: "Late" },
        ],
        End: true,
      },
      Failed: fixed("failed"),
      Late: fixed("late"),
    },
    tasks: [{ result: 1, afterMs: 6_000 }],
    output: "late",
    seconds: 5,
  },
  {
    title: "a missed heartbeat goes by both of its names",
    states: {
      A: {
        Type: "Task",
        Resource: "arn:aws:states:us-east-1:123456789012:activity:Slow",
        HeartbeatSeconds: 3,
        Catch: [{ ErrorEquals: ["States.HeartbeatTimeout"], Next: "Late" }],
        End: true,
      },
      Late: fixed("late"),
    },
    tasks: [{ result: 1, afterMs: 60_000 }],
    output: "late",
    seconds: 3,
  },
  {
    title: "nothing catches States.Runtime",
    states: {
      A: {
        Type: "Task",
        Resource: TASK,
        Parameters: { "x.$": "$.missing" },
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "A" }],
        End: true,
      },
    },
    error: "States.Runtime",
  },
  {
    title: "Fail without Error and Cause has neither",
    states: { A: { Type: "Fail" } },
    status: "FAILED",
  },
  {
    title: "branches answer in their own order, whenever they end",
    states: {
      A: {
        Type: "Parallel",
        Branches: [
          { StartAt: "L", States: { L: { Type: "Wait", Seconds: 9, Next: "L2" }, L2: fixed("slow") } },
          { StartAt: "R", States: { R: fixed("fast") } },
        ],
        End: true,
      },
    },
    output: ["slow", "fast"],
    seconds: 9,
  },
  {
    title: "the first branch that fails ends the others",
    states: {
      A: {
        Type: "Parallel",
        Branches: [
          { StartAt: "L", States: { L: { Type: "Wait", Seconds: 100, End: true } } },
          {
            StartAt: "R",
            States: { R: { Type: "Wait", Seconds: 1, Next: "F" }, F: { Type: "Fail", Error: "Bad" } },
          },
        ],
        Catch: [{ ErrorEquals: ["Bad"], Next: "B" }],
        End: true,
      },
      B: fixed("caught"),
    },
    output: "caught",
    seconds: 1,
  },
  {
    title: "a Map keeps the order of its items and bounds what runs at once",
    states: {
      A: {
        Type: "Map",
        MaxConcurrency: 2,
        ItemSelector: { "wait.$": "$$.Map.Item.Value", "at.$": "$$.Map.Item.Index" },
        ItemProcessor: {
          StartAt: "W",
          States: { W: { Type: "Wait", SecondsPath: "$.wait", OutputPath: "$.at", End: true } },
        },
        End: true,
      },
    },
    input: [3, 1, 1, 1],
    output: [0, 1, 2, 3],
    seconds: 3,
  },
  {
    title: "a Distributed Map bears the failures it is told to bear",
    states: {
      A: {
        Type: "Map",
        ToleratedFailurePercentage: 50,
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
          StartAt: "C",
          States: {
            C: { Type: "Choice", Choices: [{ Variable: "$", NumericGreaterThan: 1, Next: "F" }], Default: "P" },
            F: { Type: "Fail", Error: "TooBig" },
            P: { Type: "Pass", End: true },
          },
        },
        End: true,
      },
    },
    input: [1, 2, 3],
    error: "States.ExceedToleratedFailureThreshold",
  },
  {
    title: "JSONata reads input, context, result and variables",
    machine: { QueryLanguage: "JSONata" },
    states: {
      A: { Type: "Pass", Assign: { factor: "{% $states.input.n * 2 %}" }, Next: "B" },
      B: {
        Type: "Task",
        Resource: TASK,
        Arguments: { twice: "{% $factor %}" },
        Output: "{% $states.result & $states.context.State.Name %}",
        End: true,
      },
    },
    input: { n: 4 },
    tasks: [{ result: "r" }],
    output: "rB",
  },
  {
    title: "a JSONata error can be caught",
    machine: { QueryLanguage: "JSONata" },
    states: {
      A: {
        Type: "Task",
        Resource: TASK,
        Output: "{% $states.result.missing %}",
        Catch: [
          {
            ErrorEquals: ["States.QueryEvaluationError"],
            Output: "{% $substringBefore($states.errorOutput.Cause, '(') %}",
            Next: "B",
          },
        ],
        End: true,
      },
      B: { Type: "Succeed" },
    },
    tasks: [{ result: {} }],
    output: "An error occurred while executing the state 'A' ",
  },
  {
    title: "chance and time in JSONata come from the execution",
    machine: { QueryLanguage: "JSONata" },
    states: { A: { Type: "Wait", Seconds: 60, Output: "{% $now() %}", End: true } },
    output: "2026-01-01T00:01:00.000Z",
  },
  {
    title: "$eval is refused",
    machine: { QueryLanguage: "JSONata" },
    states: { A: { Type: "Pass", Output: "{% $eval('1') %}", End: true } },
    error: "States.QueryEvaluationError",
    cause:
      "An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression '$eval('1')' specified for the field 'Output' threw an error during evaluation. T1006: Attempted to invoke a non-function",
  },
  {
    title: "the machine's TimeoutSeconds ends the execution",
    machine: { TimeoutSeconds: 5 },
    states: { A: { Type: "Wait", Seconds: 60, End: true } },
    status: "TIMED_OUT",
    seconds: 5,
  },
  {
    title: "a Standard execution that loops for ever ends at the history's limit",
    states: { A: { Type: "Pass", Next: "A" } },
    error: "States.Runtime",
    cause: "The execution reached the maximum number of history events (25000).",
  },
  {
    title: "an Express execution that loops for ever runs out of time",
    type: "EXPRESS",
    states: { A: { Type: "Pass", Next: "A" } },
    status: "TIMED_OUT",
  },
  {
    title: "a task result above the payload limit fails the state, and nothing catches it",
    states: { A: { Type: "Task", Resource: TASK, Catch: [{ ErrorEquals: ["States.ALL"], Next: "A" }], End: true } },
    tasks: [{ result: "x".repeat(262_143) }],
    error: "States.DataLimitExceeded",
  },
];

test.each(SCENARIOS)("$title", async ({ states, machine, input = {}, tasks = [], type, ...expected }) => {
  const left = [...tasks];
  const definition = { StartAt: Object.keys(states)[0] ?? "", ...machine, States: states };
  const startTimeMs = Date.UTC(2026, 0, 1);
  const result = await run(definition, {
    input,
    startTimeMs,
    tasks: () => left.shift(),
    ...(type === undefined ? {} : { type }),
  });
  const entered = result.events.flatMap((event) => event.stateEnteredEventDetails?.name ?? []);
  const last = result.events.at(-1);
  expect.soft(result.status).toBe(expected.status ?? (expected.error === undefined ? "SUCCEEDED" : "FAILED"));
  expect.soft(result.output).toEqual(expected.output);
  expect.soft(result.error).toBe(expected.error);
  if (expected.cause !== undefined) expect.soft(result.cause).toBe(expected.cause);
  if (expected.path !== undefined) expect.soft(entered).toEqual(expected.path);
  if (expected.seconds !== undefined) {
    expect.soft((Date.parse(last?.timestamp ?? "") - startTimeMs) / 1_000).toBe(expected.seconds);
  }
  expect(left).toEqual([]);
});
