/** Going on with executions that failed. */
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { foldTrace } from "../../../engine/src/run/fold/fold.ts";
import { fromHistory, toHistory } from "../../../engine/src/run/history.ts";
import { isRedriveProblem, redriveExecution } from "../../../engine/src/run/redrive/redrive.ts";
import { createExecution } from "../../../engine/src/run/run.ts";
import type { Execution, TaskCall, TaskHandler, TraceEvent } from "../../../engine/src/run/types.ts";

function task(more: JsonObject): JsonObject {
  return { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", ...more };
}

const RETRY = [{ ErrorEquals: ["States.ALL"], MaxAttempts: 1, IntervalSeconds: 1 }];

const ALL: JsonObject = {
  StartAt: "Set",
  States: {
    Set: { Type: "Pass", Result: [10, 11, 12], ResultPath: "$.items", Assign: { kept: 7 }, Next: "Both" },
    Both: {
      Type: "Parallel",
      Branches: [
        { StartAt: "Left", States: { Left: task({ End: true }) } },
        {
          StartAt: "Before",
          States: { Before: { Type: "Pass", Next: "Right" }, Right: task({ Retry: RETRY, End: true }) },
        },
      ],
      ResultPath: "$.both",
      Next: "Each",
    },
    Each: {
      Type: "Map",
      ItemsPath: "$.items",
      MaxConcurrency: 2,
      ItemProcessor: { StartAt: "Item", States: { Item: task({ Parameters: { "i.$": "$" }, End: true }) } },
      ResultPath: "$.each",
      Next: "Last",
    },
    Last: {
      Type: "Pass",
      Parameters: {
        "kept.$": "$kept",
        "both.$": "$.both",
        "each.$": "$.each",
        "count.$": "$$.Execution.RedriveCount",
        "time.$": "$$.Execution.RedriveTime",
      },
      End: true,
    },
  },
};

/** Tasks give back their arguments, except where `fails` says so; `calls` notes who was called. */
function tasks(fails: (call: TaskCall) => boolean, calls: string[] = []): TaskHandler {
  return (call) => {
    calls.push(call.mapIndex === undefined ? call.stateName : `${call.stateName}${call.mapIndex}`);
    return fails(call) ? { error: "Broken", cause: "for a test" } : { result: call.arguments };
  };
}

async function toEnd(execution: Execution): Promise<Execution> {
  while ((await execution.step()) === "moved");
  return execution;
}

async function redrive(ended: readonly TraceEvent[], handler: TaskHandler): Promise<Execution> {
  const execution = redriveExecution(ALL, ended, { tasks: handler });
  if (isRedriveProblem(execution)) throw new Error(execution.message);
  return toEnd(execution);
}

/** What a download of the history gives. */
function downloaded(events: readonly TraceEvent[]): readonly TraceEvent[] {
  return fromHistory(JSON.parse(JSON.stringify({ events: toHistory(events) }))) ?? [];
}

describe("a machine with a Parallel and a Map that fail one after the other", () => {
  test("goes on where it was, twice, from its downloaded history", async () => {
    const first = await toEnd(
      createExecution(ALL, { input: {}, tasks: tasks(({ stateName }) => stateName === "Right") }),
    );
    expect([first.status, first.error]).toEqual(["FAILED", "Broken"]);

    const calls: string[] = [];
    const isItem1 = ({ stateName, mapIndex }: TaskCall) => stateName === "Item" && mapIndex === 1;
    const second = await redrive(downloaded(first.events), tasks(isItem1, calls));
    expect(second.status).toBe("FAILED");
    expect(calls).toEqual(["Right", "Item0", "Item1", "Item2"]);
    const [redriven, scheduled] = second.events.slice(first.events.length);
    const lastId = first.events.at(-1)?.id ?? 0;
    expect(redriven).toMatchObject({ type: "ExecutionRedriven", id: lastId + 1, previousEventId: lastId });
    expect(redriven?.details).toEqual({ redriveCount: 1 });
    expect(scheduled?.type).toBe("TaskScheduled");

    const again: string[] = [];
    const third = await redrive(
      downloaded(second.events),
      tasks(() => false, again),
    );
    expect(third.status).toBe("SUCCEEDED");
    expect(again).toEqual(["Item1", "Item2"]);
    expect(third.output).toEqual({
      kept: 7,
      both: [{ items: [10, 11, 12] }, { items: [10, 11, 12] }],
      each: [{ i: 10 }, { i: 11 }, { i: 12 }],
      count: 2,
      time: "2026-01-01T00:00:01.000Z",
    });
    expect(third.events.map(({ id }) => id)).toEqual(third.events.map((_event, index) => index + 1));
  });

  test("folds into states that all succeeded", async () => {
    const first = await toEnd(
      createExecution(ALL, { input: {}, tasks: tasks(({ stateName }) => stateName === "Item") }),
    );
    const { events } = await redrive(
      first.events,
      tasks(() => false),
    );
    const { states } = foldTrace(events);
    expect([...states.values()].map(({ state, status }) => `${state} ${status}`)).toEqual(
      ["Set", "Both", "Left", "Before", "Right", "Each", "Item", "Last"].map((name) => `${name} succeeded`),
    );
  });

  test("retries count anew", async () => {
    const isRight = ({ stateName }: TaskCall) => stateName === "Right";
    const first = await toEnd(createExecution(ALL, { input: {}, tasks: tasks(isRight) }));
    const calls: string[] = [];
    await redrive(first.events, tasks(isRight, calls));
    expect(calls).toEqual(["Right", "Right"]);
  });

  test("a snapshot after the end will do as well", async () => {
    const first = await toEnd(
      createExecution(ALL, { input: {}, tasks: tasks(({ stateName }) => stateName === "Left") }),
    );
    const fromSnapshot = redriveExecution(ALL, first.snapshot(), { tasks: tasks(() => false) });
    const fromTrace = await redrive(
      first.events,
      tasks(() => false),
    );
    if (isRedriveProblem(fromSnapshot)) throw new Error(fromSnapshot.message);
    expect((await toEnd(fromSnapshot)).events).toEqual(fromTrace.events);
  });
});

test("an execution that was stopped before its first state begins with its input", async () => {
  const execution = createExecution(ALL, { input: { x: 1 } });
  execution.abort("Stopped", "by hand");
  const redriven = await redrive(
    execution.events,
    tasks(() => false),
  );
  expect(redriven.status).toBe("SUCCEEDED");
});

test("the machine's timeout starts anew", async () => {
  const machine = {
    TimeoutSeconds: 60,
    StartAt: "Wait",
    States: {
      Wait: { Type: "Wait", Seconds: 50, Next: "Work" },
      Work: task({ Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 30, MaxAttempts: 1 }], End: true }),
    },
  };
  const first = await toEnd(createExecution(machine, { input: {}, tasks: tasks(() => true) }));
  expect(first.status).toBe("TIMED_OUT");
  const again = redriveExecution(machine, first.events, { tasks: tasks(({ attempt }) => attempt === 0) });
  if (isRedriveProblem(again)) throw new Error(again.message);
  expect((await toEnd(again)).status).toBe("SUCCEEDED");
});

describe("what cannot be redriven", () => {
  const event = (id: number, type: string): TraceEvent => ({
    id,
    previousEventId: id - 1,
    timeMs: 0,
    type,
    details: {},
  });
  const REFUSED: readonly (readonly [string, readonly TraceEvent[], RegExp])[] = [
    ["an empty history", [], /must begin with ExecutionStarted/],
    ["what succeeded", [event(1, "ExecutionStarted"), event(2, "ExecutionSucceeded")], /SUCCEEDED/],
    ["what still runs", [event(1, "ExecutionStarted"), event(2, "PassStateEntered")], /RUNNING/],
    [
      "the history of another machine",
      [
        event(1, "ExecutionStarted"),
        { ...event(2, "TaskStateEntered"), details: { name: "Elsewhere", input: {} } },
        event(3, "ExecutionFailed"),
      ],
      /no state 'Elsewhere'/,
    ],
  ];
  test.each(REFUSED)("%s", (_what, events, message) => {
    const refused = redriveExecution(ALL, events);
    expect(isRedriveProblem(refused) && refused.message).toMatch(message);
  });

  test("an Express execution", () => {
    const refused = redriveExecution(ALL, [event(1, "ExecutionStarted")], { type: "EXPRESS" });
    expect(isRedriveProblem(refused) && refused.message).toContain("Standard");
  });
});
