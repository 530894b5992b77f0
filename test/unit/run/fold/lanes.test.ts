/** Branches, iterations and variables, in folds of real runs. */
import { indexOfEvent, type JsonValue, timelineRows, variablesAt } from "@sluice/engine";
import { describe, expect, it } from "vitest";
import { answers, failure, task, traceOf } from "./traces.ts";

const EACH = {
  StartAt: "Each",
  States: {
    Each: {
      Type: "Map",
      MaxConcurrency: 2,
      ItemProcessor: {
        StartAt: "Work",
        States: { Work: task({ Next: "Rest" }), Rest: { Type: "Wait", Seconds: 5, End: true } },
      },
      End: true,
    },
  },
} as JsonValue;

const BOTH = {
  StartAt: "Both",
  States: {
    Both: {
      Type: "Parallel",
      Branches: [
        { StartAt: "Left", States: { Left: task({ Next: "Left again" }), "Left again": { Type: "Pass", End: true } } },
        { StartAt: "Right", States: { Right: { Type: "Wait", Seconds: 60, End: true } } },
      ],
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "After" }],
      Next: "After",
    },
    After: { Type: "Pass", End: true },
  },
} as JsonValue;

describe("lanes", () => {
  it("are a Map's iterations, with their states and times", async () => {
    const { fold } = await traceOf(EACH, [1, 2, 3]);
    const lanes = fold.states.get("Each")?.visits[0]?.lanes ?? [];
    const start = fold.visits[0]?.enteredMs ?? 0;
    expect(lanes.map((lane) => [lane.index, lane.status, lane.startedMs - start, (lane.endedMs ?? 0) - start])).toEqual(
      [
        [0, "succeeded", 0, 5000],
        [1, "succeeded", 0, 5000],
        [2, "succeeded", 5000, 10_000],
      ],
    );
    expect(lanes[2]?.visits.map(({ state }) => state)).toEqual(["Work", "Rest"]);
  });

  it("tell which iteration failed, and which were aborted by it", async () => {
    const tasks = answers({ Work: [{}, failure("Broken")] });
    const { fold } = await traceOf(EACH, [1, 2, 3], tasks);
    const lanes = fold.states.get("Each")?.visits[0]?.lanes ?? [];
    expect(lanes.map(({ status }) => status)).toEqual(["aborted", "failed"]);
  });

  it("are a Parallel's branches", async () => {
    const { fold } = await traceOf(BOTH);
    const lanes = fold.states.get("Both")?.visits[0]?.lanes ?? [];
    expect(lanes.map(({ status, visits }) => [status, ...visits.map(({ state }) => state)])).toEqual([
      ["succeeded", "Left", "Left again"],
      ["succeeded", "Right"],
    ]);
    expect(fold.states.get("After")?.visits[0]?.lane).toBeUndefined();
  });

  it("end with the branch that fails", async () => {
    const { fold } = await traceOf(BOTH, {}, answers({ Left: [failure("Broken")] }));
    const both = fold.states.get("Both")?.visits[0];
    expect(both?.status).toBe("caught");
    expect(both?.lanes.map(({ status }) => status)).toEqual(["failed", "aborted"]);
  });
});

describe("timelineRows", () => {
  it("stand below each other as they ran, with what they tried", async () => {
    const { fold, events } = await traceOf(EACH, [1, 2]);
    const rows = timelineRows(fold, events, new Set());
    expect(rows.map(({ depth, visit, lane }) => `${depth} ${visit?.state ?? lane?.index}`)).toEqual([
      ...["0 Each", "1 0", "2 Work", "2 Rest", "1 1", "2 Work", "2 Rest"],
    ]);
    for (const { bars } of rows) {
      for (const { from, to } of bars) expect(from).toBeLessThanOrEqual(to);
    }
    const closed = timelineRows(fold, events, new Set([rows[0]?.id ?? 0]));
    expect(closed).toHaveLength(1);
    expect(closed[0]).toMatchObject({ inside: 2, open: false });
  });

  it("begin closed where there are many", async () => {
    const { fold, events } = await traceOf(
      EACH,
      Array.from({ length: 40 }, (_, index) => index),
    );
    expect(timelineRows(fold, events, new Set())).toHaveLength(1);
  });

  it("finds events by id, also where ids have gaps", async () => {
    const { events } = await traceOf(EACH, [1]);
    expect(events.map(({ id }) => indexOfEvent(events, id))).toEqual(events.map((_, index) => index));
    const some = events.filter((_, index) => index % 3 !== 1);
    expect(some.map(({ id }) => indexOfEvent(some, id))).toEqual(some.map((_, index) => index));
  });
});

describe("variablesAt", () => {
  it("are those of the scopes around, as they were on entry", async () => {
    const assign = (Assign: object, Next: string) => ({ Type: "Pass", Assign, Next });
    const { fold } = await traceOf(
      {
        StartAt: "A",
        States: {
          A: assign({ x: 1, y: 1 }, "B"),
          B: assign({ x: 2 }, "Each"),
          Each: {
            Type: "Map",
            ItemProcessor: {
              StartAt: "In",
              States: { In: assign({ z: 3 }, "In too"), "In too": { Type: "Pass", End: true } },
            },
            Next: "C",
          },
          C: { Type: "Pass", End: true },
        },
      } as JsonValue,
      [1, 2],
    );
    const seen = fold.visits.map((visit) => [visit.state, variablesAt(fold, visit)]);
    expect(seen.slice(0, 3)).toEqual([
      ["A", {}],
      ["B", { x: 1, y: 1 }],
      ["Each", { x: 2, y: 1 }],
    ]);
    // The iterations take turns.
    expect(
      seen
        .slice(3, 7)
        .map(([state]) => state)
        .toSorted(),
    ).toEqual(["In", "In", "In too", "In too"]);
    for (const [state, variables] of seen.slice(3, 7)) {
      expect(variables).toEqual(state === "In" ? { x: 2, y: 1 } : { x: 2, y: 1, z: 3 });
    }
    expect(seen.at(-1)).toEqual(["C", { x: 2, y: 1 }]);
  });
});
