/** Traces are written as in a history's list: id, previous id, type, details. */
import { edgeKey, foldTrace, type TraceEvent, type TraceFold } from "@sluice/engine";
import { describe, expect, it } from "vitest";

type Row = readonly [id: number, previous: number, type: string, details?: TraceEvent["details"]];

const trace = (...rows: Row[]): TraceEvent[] =>
  rows.map(([id, previousEventId, type, details = {}]) => ({ id, previousEventId, type, details, timeMs: id * 10 }));

const statuses = (fold: TraceFold): Record<string, string> =>
  Object.fromEntries([...fold.states].map(([name, { status }]) => [name, status]));

const edges = (fold: TraceFold): string[] => [...fold.edges.values()].map((edge) => `${edge.from}>${edge.to}`);

const RETRIED_AND_CAUGHT = trace(
  [1, 0, "ExecutionStarted", { input: {} }],
  [2, 0, "TaskStateEntered", { name: "Charge", input: { total: 1 } }],
  [3, 2, "TaskScheduled", { parameters: { total: 1 } }],
  [4, 3, "TaskStarted"],
  [5, 4, "TaskFailed", { error: "Busy", cause: "try later" }],
  [6, 5, "TaskScheduled", { parameters: { total: 1 } }],
  [7, 6, "TaskStarted"],
  [8, 7, "TaskFailed", { error: "Declined", cause: "no funds" }],
  [9, 8, "TaskStateExited", { name: "Charge", output: { Error: "Declined" } }],
  [10, 9, "PassStateEntered", { name: "Refund", input: { Error: "Declined" } }],
  [11, 10, "PassStateExited", { name: "Refund", output: {}, assignedVariables: { done: true } }],
  [12, 11, "ExecutionSucceeded", { output: {} }],
);

/** A Map of three, one after the other, whose second turn ends in a Fail state. */
const FAILED_MAP = trace(
  [1, 0, "ExecutionStarted", { input: [] }],
  [2, 0, "MapStateEntered", { name: "Each", input: [1, 2, 3] }],
  [3, 2, "MapStateStarted", { length: 3 }],
  [4, 3, "MapIterationStarted", { name: "Each", index: 0 }],
  [5, 4, "PassStateEntered", { name: "Work", input: 1 }],
  [6, 5, "PassStateExited", { name: "Work", output: 1 }],
  [7, 6, "MapIterationSucceeded", { name: "Each", index: 0 }],
  [8, 6, "MapIterationStarted", { name: "Each", index: 1 }],
  [9, 8, "PassStateEntered", { name: "Work", input: 2 }],
  [10, 9, "PassStateExited", { name: "Work", output: 2 }],
  [11, 10, "FailStateEntered", { name: "Stop", input: 2 }],
  [12, 11, "MapIterationFailed", { name: "Each", index: 1 }],
  [13, 11, "MapStateFailed"],
  [14, 13, "ExecutionFailed", { error: "Two", cause: "is too many" }],
);

const PARALLEL = trace(
  [1, 0, "ExecutionStarted", { input: {} }],
  [2, 0, "ParallelStateEntered", { name: "Both", input: {} }],
  [3, 2, "ParallelStateStarted"],
  [4, 3, "TaskStateEntered", { name: "Left", input: {} }],
  [5, 3, "WaitStateEntered", { name: "Right", input: {} }],
  [6, 4, "LambdaFunctionScheduled", { resource: "f", input: { a: 1 } }],
  [7, 6, "LambdaFunctionStarted"],
  [8, 7, "LambdaFunctionFailed", { error: "Oops" }],
  [9, 8, "ParallelStateFailed"],
  [10, 9, "ParallelStateExited", { name: "Both", output: {} }],
  [11, 10, "SucceedStateEntered", { name: "Done", input: {} }],
  [12, 11, "SucceedStateExited", { name: "Done", output: {} }],
  [13, 12, "ExecutionSucceeded", { output: {} }],
);

describe("foldTrace", () => {
  it("tells a retried, then caught task from what came after it", () => {
    const fold = foldTrace(RETRIED_AND_CAUGHT);
    expect(statuses(fold)).toEqual({ Charge: "caught", Refund: "succeeded" });
    const visit = fold.states.get("Charge")?.visits[0];
    expect(visit?.attempts.map(({ scheduledId, endedId, error }) => [scheduledId, endedId, error])).toEqual([
      [3, 5, "Busy"],
      [6, 8, "Declined"],
    ]);
    expect(visit).toMatchObject({ error: "Declined", output: { Error: "Declined" }, enteredMs: 20, exitedMs: 90 });
    expect(fold.edges.get(edgeKey("Charge", "Refund"))).toMatchObject({ count: 1, caught: 1 });
    expect(fold.states.get("Refund")?.visits[0]?.assigned).toEqual({ done: true });
  });

  it("shows each moment of it", () => {
    const at = (upTo: number): Record<string, string> => statuses(foldTrace(RETRIED_AND_CAUGHT, upTo));
    expect(at(0)).toEqual({});
    expect(at(2)).toEqual({ Charge: "running" });
    expect(at(8)).toEqual({ Charge: "running" });
    expect(at(9)).toEqual({ Charge: "caught" });
  });

  it("gives a failed iteration's states to their turn and fails what is around them", () => {
    const fold = foldTrace(FAILED_MAP);
    expect(statuses(fold)).toEqual({ Each: "failed", Work: "succeeded", Stop: "failed" });
    expect(fold.states.get("Work")?.visits.map(({ iterations }) => iterations)).toEqual([
      [{ state: "Each", index: 0 }],
      [{ state: "Each", index: 1 }],
    ]);
    expect(edges(fold)).toEqual(["Work>Stop"]);
    expect(fold.states.get("Each")?.visits[0]).toMatchObject({ error: "Two", cause: "is too many" });
  });

  it("aborts the branch beside a failed one, and catches the Parallel", () => {
    const fold = foldTrace(PARALLEL);
    expect(statuses(fold)).toEqual({ Both: "caught", Left: "failed", Right: "aborted", Done: "succeeded" });
    expect(edges(fold)).toEqual(["Both>Done"]);
    expect(fold.states.get("Left")?.visits[0]?.error).toBe("Oops");
  });

  it("knows whose event each one is", () => {
    expect(foldTrace(PARALLEL).stateOfEvent).toEqual([
      ...[undefined, "Both", "Both", "Left", "Right", "Left", "Left", "Left", "Both", "Both", "Done", "Done"],
      undefined,
    ]);
  });

  it("fails a state that the execution's end names as the one that failed", () => {
    const fold = foldTrace(
      trace(
        [1, 0, "ExecutionStarted"],
        [2, 0, "PassStateEntered", { name: "Sum", input: {} }],
        [3, 0, "EvaluationFailed", { state: "Sum", location: "Output", error: "States.QueryEvaluationError" }],
        [4, 3, "ExecutionFailed", { error: "States.QueryEvaluationError", cause: "no such field" }],
      ),
    );
    expect(fold.states.get("Sum")).toMatchObject({ status: "failed" });
    expect(fold.states.get("Sum")?.visits[0]?.error).toBe("States.QueryEvaluationError");
  });

  it.each([["retry", RETRIED_AND_CAUGHT] as const, ["map", FAILED_MAP] as const, ["parallel", PARALLEL] as const])(
    "going on from an earlier fold equals folding at once: %s",
    (_, events) => {
      let fold = foldTrace(events, 0);
      for (let upTo = 1; upTo <= events.length; upTo++) {
        fold = foldTrace(events, upTo, fold);
        expect([...fold.states]).toEqual([...foldTrace(events, upTo).states]);
      }
      expect(foldTrace(events, 3, fold).length).toBe(3);
    },
  );

  const REDRIVEN = trace(
    ...FAILED_MAP.map(({ id, previousEventId, type, details }): Row => [id, previousEventId, type, details]),
    [15, 14, "ExecutionRedriven", { redriveCount: 1 }],
    [16, 15, "MapStateStarted", { length: 3 }],
    [17, 16, "MapIterationStarted", { name: "Each", index: 1 }],
    [18, 17, "PassStateEntered", { name: "Work", input: 2 }],
    [19, 18, "PassStateExited", { name: "Work", output: 2 }],
  );
  const DISORDERED = [...PARALLEL, ...REDRIVEN, ...RETRIED_AND_CAUGHT].toReversed();

  it.each([
    ["retry", RETRIED_AND_CAUGHT] as const,
    ["parallel", PARALLEL] as const,
    ["redriven map", REDRIVEN] as const,
    ["in disorder", DISORDERED] as const,
  ])("going back, near or far, and on again equals folding at once: %s", (_, events) => {
    for (const stride of [1, 3, 7]) {
      let fold = foldTrace(events);
      const whole = fold;
      for (let upTo = events.length; upTo >= 0; upTo -= stride) {
        fold = foldTrace(events, upTo, fold);
        expect(fold).toStrictEqual(foldTrace(events, upTo));
      }
      expect(foldTrace(events, events.length, fold)).toStrictEqual(foldTrace(events));
      expect(fold, "no fold was made anew").toBe(whole);
    }
  });

  it("folds anew where it goes back further than it remembers", () => {
    const loop = trace(
      ...Array.from(
        { length: 5_000 },
        (_, index): Row => [index + 1, index, "PassStateEntered", { name: `S${index % 7}` }],
      ),
    );
    const fold = foldTrace(loop);
    expect(foldTrace(loop, 4_500, fold)).toBe(fold);
    const early = foldTrace(loop, 100, fold);
    expect(early).not.toBe(fold);
    expect([...early.states]).toEqual([...foldTrace(loop, 100).states]);
  });

  it("takes a history in any order without throwing", () => {
    const all = [...PARALLEL, ...FAILED_MAP, ...RETRIED_AND_CAUGHT];
    expect(foldTrace(all.toReversed()).length).toBe(all.length);
  });
});
