/** What AWS counts, against what it has been seen to take and to refuse. */
import { type PatternDialect, type PatternLimit, patternMeters } from "@sluice/engine";
import { describe, expect, test } from "vitest";

function limits(pattern: object, dialect: PatternDialect): readonly PatternLimit[] {
  return patternMeters(JSON.stringify(pattern), dialect);
}

function used(pattern: object, dialect: PatternDialect, id: PatternLimit["id"]): number | undefined {
  return limits(pattern, dialect).find((limit) => limit.id === id)?.used;
}

const values = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe("combinations of SNS", () => {
  test.each([
    [{ a: values(3), b: values(2) }, 6],
    // Depth counts each list once more.
    [{ a: { b: { c: values(4) } }, d: { e: values(3) }, f: values(3) }, 216],
    // Alternatives of $or are added up, and go on from what stands before them.
    [{ s: values(4), $or: [{ a: values(6) }, { b: values(4), $or: [{ c: values(4) }, { d: values(4) }] }] }, 152],
    [{ s: values(3), $or: [{ a: values(6) }, { b: values(4), $or: [{ c: values(4) }, { d: values(7) }] }] }, 150],
    [{ $or: [{ a: values(2) }, { b: values(3) }], c: values(4) }, 20],
  ])("%j", (policy, expected) => {
    expect(used(policy, "sns-body", "combinations")).toBe(expected);
  });

  test("say how they come about", () => {
    const [, combinations] = limits({ a: { b: values(4) }, $or: [{ c: values(2) }, { d: values(3) }] }, "sns-body");
    expect(combinations).toMatchObject({ used: 40, limit: 150, how: "(4\u00d72 \u00d7 2 + 4\u00d72 \u00d7 3)" });
  });
});

test("keys of SNS are fields with a list, each once", () => {
  expect(used({ a: ["x"], b: { c: ["x"], d: ["x"] }, $or: [{ e: ["x"] }, { e: ["y"] }] }, "sns-body", "keys")).toBe(4);
});

describe("wildcards of EventBridge", () => {
  test.each([
    [["*:*:*:*:*:event-bus/*"], 11],
    [["arn:aws:*"], 2],
    [["abc"], 1],
    [["*"], 2],
    // What begins alike adds up.
    [values(12).map((n) => `orders-${"abcdefghijkl".charAt(n)}*`), 12],
    // What repeats behind a star can be at many places at once.
    [["*aaaaaaaaa"], 10],
  ])("%j", (wildcards, expected) => {
    const list = wildcards.map((wildcard) => ({ wildcard }));
    expect(used({ detail: { a: list } }, "eventbridge", "wildcard-complexity")).toBe(expected);
  });

  test("are not counted where there are none", () => {
    expect(limits({ source: ["a"] }, "eventbridge").map(({ id }) => id)).toEqual(["length"]);
  });
});
