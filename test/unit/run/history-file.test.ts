/** Histories that come as files. */
import {
  buildMachine,
  endOfTrace,
  fitOfTrace,
  fromHistory,
  type JsonValue,
  looksLikeHistory,
  type Machine,
  parseText,
  run,
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

function machineOf(definition: object): Machine {
  const machine = buildMachine(parseText(JSON.stringify(definition), "json").root);
  if (!machine) throw new Error("no machine");
  return machine;
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
    expect(fitOfTrace(trace, machineOf(DEFINITION))).toEqual({ entered: 2, missing: [] });
    const other = { ...DEFINITION, States: { ...DEFINITION.States, Stop: { Type: "Pass", End: true } } };
    expect(fitOfTrace(trace, machineOf(other))).toEqual({ entered: 2, missing: ["Stop"] });
  });
});
