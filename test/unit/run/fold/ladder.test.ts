/** Ladders of real runs, a line a rung: how it ended, what each retrier and catcher said, how long the wait is. */
import { type JsonObject, ladderOf, type Rung } from "@sluice/engine";
import { describe, expect, it } from "vitest";
import { answers, failure, task, traceOf } from "./traces.ts";

const RETRY = [
  { ErrorEquals: ["Busy", "Slow"], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, MaxDelaySeconds: 5 },
  { ErrorEquals: ["States.TaskFailed"], MaxAttempts: 1 },
  { ErrorEquals: ["States.ALL"], MaxAttempts: 0 },
];
const CATCH = [
  { ErrorEquals: ["Declined"], Next: "Refund" },
  { ErrorEquals: ["States.ALL"], Next: "Done" },
];

async function rungsOf(fields: object, errors: readonly (string | undefined)[]): Promise<readonly Rung[]> {
  const call = task({ ...fields, Next: "Done" }) as JsonObject;
  const States = { Call: call, Refund: { Type: "Pass", Next: "Done" }, Done: { Type: "Succeed" } };
  const outcomes = errors.map((error) => (error === undefined ? { ok: true } : failure(error, "why")));
  const { fold } = await traceOf({ StartAt: "Call", States }, {}, answers({ Call: outcomes }));
  const visit = fold.states.get("Call")?.visits[0];
  return visit ? ladderOf(call, visit) : [];
}

function lines(rungs: readonly Rung[]): string[] {
  return rungs.map(({ number, outcome, error, handlers, wait }) => {
    const said = handlers.map(({ kind, index, takes, why }) => `${takes ? "+" : "-"} ${kind} ${index + 1} ${why}`);
    return [`${number} ${outcome}${error ? ` ${error}` : ""}`, ...said, ...(wait ? [`wait ${wait.formula}`] : [])].join(
      "\n",
    );
  });
}

describe("ladderOf", () => {
  it("climbs through retries to a success", async () => {
    expect(lines(await rungsOf({ Retry: RETRY, Catch: CATCH }, ["Busy", "Slow", "Busy", undefined]))).toEqual([
      "1 retried Busy\n+ Retry 1 names Busy; retry 1 of 3\n- Retry 2 not asked: Retry 1 names the error\n- Retry 3 not asked: Retry 1 names the error\n- Catch 1 not asked: the state is tried again\n- Catch 2 not asked: the state is tried again\nwait 2 s",
      "2 retried Slow\n+ Retry 1 names Slow; retry 2 of 3\n- Retry 2 not asked: Retry 1 names the error\n- Retry 3 not asked: Retry 1 names the error\n- Catch 1 not asked: the state is tried again\n- Catch 2 not asked: the state is tried again\nwait 2 s × 2^1",
      "3 retried Busy\n+ Retry 1 names Busy; retry 3 of 3\n- Retry 2 not asked: Retry 1 names the error\n- Retry 3 not asked: Retry 1 names the error\n- Catch 1 not asked: the state is tried again\n- Catch 2 not asked: the state is tried again\nwait 2 s × 2^2, at most 5 s",
      "4 succeeded",
    ]);
  });

  it("says which retrier is used up, and which catcher takes the error", async () => {
    const rungs = await rungsOf({ Retry: RETRY.slice(1, 2), Catch: CATCH }, ["Declined"]);
    expect(lines(rungs)).toEqual([
      "1 retried Declined\n+ Retry 1 States.TaskFailed stands for every error but timeouts; retry 1 of 1\n- Catch 1 not asked: the state is tried again\n- Catch 2 not asked: the state is tried again\nwait 1 s",
      "2 caught Declined\n- Retry 1 States.TaskFailed stands for every error but timeouts, but its one retry is used\n+ Catch 1 names Declined\n- Catch 2 not asked: Catch 1 takes the error",
    ]);
    expect(rungs[1]?.handlers[1]).toMatchObject({ next: "Refund" });
  });

  it("says why nobody took the error", async () => {
    expect(lines(await rungsOf({ Retry: RETRY.slice(0, 1), Catch: CATCH.slice(0, 1) }, ["Other"]))).toEqual([
      "1 failed Other\n- Retry 1 names Busy, Slow, not Other\n- Catch 1 names Declined, not Other",
    ]);
    const never = { Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 0 }] };
    expect(lines(await rungsOf(never, ["Other"]))).toEqual([
      "1 failed Other\n- Retry 1 States.ALL stands for every error, but MaxAttempts is 0",
    ]);
  });

  it("has a rung for a state that failed before it called", async () => {
    const rungs = await rungsOf({ Parameters: { "x.$": "$.missing" }, Catch: CATCH.slice(1) }, [undefined]);
    expect(lines(rungs)).toEqual([
      "1 failed States.Runtime\n- Catch 1 nothing retries or catches States.Runtime unless it names it",
    ]);
    expect(rungs[0]?.attempt).toBeUndefined();
  });

  it("is empty for a state that only passed by", async () => {
    const { fold } = await traceOf({ StartAt: "A", States: { A: { Type: "Pass", End: true } } });
    const visit = fold.visits[0];
    expect(visit && ladderOf({ Type: "Pass" }, visit)).toEqual([]);
  });
});
