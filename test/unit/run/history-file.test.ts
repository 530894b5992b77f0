/** Histories that come as files. */
import {
  endOfTrace,
  fromHistory,
  type JsonValue,
  looksLikeHistory,
  run,
  shareOfNames,
  strangersInTrace,
  toHistory,
} from "@sluice/engine";
import { describe, expect, test } from "vitest";

const DEFINITION = {
  StartAt: "Check",
  States: {
    Check: { Type: "Choice", Choices: [{ Variable: "$.bad", BooleanEquals: true, Next: "Stop" }], Default: "Go" },
    Go: { Type: "Pass", End: true },
    Stop: { Type: "Fail", Error: "Bad", Cause: "It was bad." },
  },
};

async function historyOf(input: JsonValue): Promise<JsonValue> {
  const { events } = await run(DEFINITION, { input });
  return JSON.parse(JSON.stringify({ events }));
}

describe("a history file", () => {
  test("is recognised by its head, however it is laid out", async () => {
    const history = await historyOf({});
    expect(looksLikeHistory(JSON.stringify(history))).toBe(true);
    expect(looksLikeHistory(JSON.stringify(history, undefined, 4).slice(0, 300))).toBe(true);
  });

  test.each(["", "{}", '{ "StartAt": "A" }', "previousEventId: 1", '[{ "type": "Order", "id": 1 }]'])(
    "is not %s",
    (text) => {
      expect(looksLikeHistory(text)).toBe(false);
    },
  );

  test("tells how the execution ended", async () => {
    expect(endOfTrace(fromHistory(await historyOf({ bad: false })) ?? [])).toEqual({
      status: "SUCCEEDED",
      output: { bad: false },
    });
    expect(endOfTrace(fromHistory(await historyOf({ bad: true })) ?? [])).toEqual({
      status: "FAILED",
      error: "Bad",
      cause: "It was bad.",
    });
    expect(endOfTrace([])).toEqual({ status: "RUNNING" });
  });

  test("may have its latest event first", async () => {
    const history = (await historyOf({})) as { events: JsonValue[] };
    const turned = fromHistory({ events: history.events.toReversed() }) ?? [];
    expect(toHistory(turned)).toEqual(history.events);
  });

  test("goes with the definition that has its states", async () => {
    const trace = fromHistory(await historyOf({ bad: true })) ?? [];
    const states = [
      { name: "Check", type: "Choice" },
      { name: "Stop", type: "Fail" },
    ];
    expect(strangersInTrace(trace, states)).toEqual([]);
    expect(strangersInTrace(trace, [{ name: "Check", type: "Pass" }])).toEqual(["Check", "Stop"]);
  });

  test.each([
    ["JSON", JSON.stringify(DEFINITION, undefined, 2), 1],
    ["JSON in one line", JSON.stringify(DEFINITION), 1],
    ["YAML", "StartAt: Check\nStates:\n  Check:\n    Type: Choice\n  'Stop' :\n    Type: Fail\n", 1],
    ["names that are only values", '{ "a": "Check", "b": ["Stop"] }', 0],
    ["one of two names", "States:\n  Check:\n    Comment: do not Stop: go\n", 0.5],
  ])("is found by its names in %s", async (_, text, share) => {
    const trace = fromHistory(await historyOf({ bad: true })) ?? [];
    expect(shareOfNames(trace, text)).toBe(share);
  });
});
