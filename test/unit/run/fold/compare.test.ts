/** Two runs beside each other, and a run's answers given to another. */
import {
  answersOf,
  compareRuns,
  editMocks,
  type JsonValue,
  mockTasks,
  parseMockConfig,
  rangesOf,
  type VisitPair,
} from "@sluice/engine";
import { describe, expect, it } from "vitest";
import { answers, failure, task, traceOf } from "./traces.ts";

const MACHINE = {
  StartAt: "Charge",
  States: {
    Charge: task({
      Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 2 }],
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "Refund" }],
      Next: "Ship each",
    }),
    "Ship each": {
      Type: "Map",
      ItemsPath: "$.items",
      ItemProcessor: { StartAt: "Ship", States: { Ship: task({ End: true }) } },
      Next: "Done",
    },
    Refund: task({ Next: "Done" }),
    Done: { Type: "Succeed" },
  },
} as JsonValue;

const PAID = { items: [1, 2] };

function lines(pairs: readonly VisitPair[]): string[] {
  return pairs.map(({ state, number, before, after, differences }) => {
    const side = before && after ? "=" : before ? "-" : "+";
    return `${side} ${state} ${number}${differences.length > 0 ? `: ${differences.join(", ")}` : ""}`;
  });
}

describe("compareRuns", () => {
  it("finds nothing between a run and itself", async () => {
    const one = await traceOf(MACHINE, {}, answers({ Charge: [PAID] }));
    const other = await traceOf(MACHINE, {}, answers({ Charge: [PAID] }));
    expect(lines(compareRuns(one.fold, other.fold))).toEqual([
      "= Charge 1",
      "= Ship each 1",
      "= Ship 1",
      "= Ship 1",
      "= Done 1",
    ]);
  });

  it("tells what another answer changes", async () => {
    const one = await traceOf(MACHINE, {}, answers({ Charge: [PAID] }));
    const retried = await traceOf(MACHINE, {}, answers({ Charge: [failure("Busy"), PAID] }));
    expect(lines(compareRuns(one.fold, retried.fold))).toEqual([
      ...["= Charge 1: tries, duration", "= Ship each 1", "= Ship 1", "= Ship 1", "= Done 1"],
    ]);
    const refunded = await traceOf(MACHINE, {}, answers({ Charge: [failure("Declined")] }));
    expect(lines(compareRuns(one.fold, refunded.fold))).toEqual([
      "= Charge 1: status, error, output",
      ...["+ Refund 1", "- Ship each 1", "- Ship 1", "- Ship 1"],
      "= Done 1: input, output",
    ]);
    expect(lines(compareRuns(refunded.fold, one.fold)).filter((line) => line.startsWith("-"))).toEqual(["- Refund 1"]);
  });
});

describe("answersOf", () => {
  it("lets another run go the same way", async () => {
    const tasks = answers({
      Charge: [failure("Busy", "later"), failure("Busy", "later"), PAID],
      Ship: [{ n: 1 }, { n: 2 }],
    });
    const first = await traceOf(MACHINE, {}, (call) => {
      const outcome = tasks(call);
      return outcome && !(outcome instanceof Promise) ? { ...outcome, afterMs: 1_500 } : outcome;
    });
    const given = [...answersOf(first.fold)].map(([state, outcomes]) => [state, rangesOf(outcomes)] as const);
    const edit = { kind: "case", stateMachine: "m", testCase: "again", answers: given } as const;
    const config = parseMockConfig(JSON.parse(editMocks(undefined, edit) ?? ""));
    const mocked = "problems" in config ? undefined : mockTasks(config, "m", "again");
    if (typeof mocked !== "function") throw new Error("no mocks");
    const second = await traceOf(MACHINE, {}, mocked);
    expect(second.events).toEqual(first.events);
  });

  it("gives what a function's own ARN returned", async () => {
    const lambda = "arn:aws:lambda:us-east-1:123456789012:function:f";
    const call = { StartAt: "Call", States: { Call: { Type: "Task", Resource: lambda, End: true } } };
    const { fold } = await traceOf(call, {}, answers({ Call: [{ a: 1 }] }));
    expect([...answersOf(fold)]).toEqual([["Call", [{ result: { a: 1 } }]]]);
  });
});
