import { describe, expect, it } from "vitest";
import { difference, listDifference, textMatches } from "../../conformance/compare.ts";

describe("recorded and own values", () => {
  const equal: [name: string, expected: unknown, actual: unknown][] = [
    ["keys in any order", { a: 1, b: [2] }, { b: [2], a: 1 }],
    ["numbers by value", 1.0, 1],
    ["JSON text that the recorder parsed", { a: { b: 1 } }, '{"a":{"b":1}}'],
    ["JSON text spelled otherwise", '{"a": 1}', '{"a":1}'],
    ["a point in time", { at: "timestamp" }, { at: "2026-01-01T00:00:00.000Z" }],
    ["a whole reference", "<name:1>", 17],
    ["a reference inside text", "arn:aws:<region>:x", "arn:aws:eu-west-1:x"],
  ];
  it.each(equal)("are equal: %s", (_, expected, actual) => {
    expect(difference(expected, actual)).toBeUndefined();
  });

  const unequal: [name: string, expected: unknown, actual: unknown, says: string][] = [
    ["an extra key", { a: 1 }, { a: 1, b: 2 }, "$: b should not be there"],
    ["a missing key", { a: 1 }, {}, "$: a is missing"],
    ["the order of an array", [1, 2], [2, 1], "$[0]: expected 1, got 2"],
    ["null and nothing", { a: null }, { a: undefined }, "$.a: expected null, got nothing"],
    ["a number and its text", 1, "1", '$: expected 1, got "1"'],
    ["a placeholder and null", "timestamp", null, '$: expected "timestamp", got null'],
    ["text beside a reference", "<name:1> failed", "x succeeded", '$: expected "<name:1> failed", got "x succeeded"'],
  ];
  it.each(unequal)("differ: %s", (_, expected, actual, says) => {
    expect(difference(expected, actual)).toBe(says);
  });

  it("know a recording's own placeholders", () => {
    expect(difference({ id: "uuid_literal" }, { id: "x" }, new Set(["uuid_literal"]))).toBeUndefined();
  });

  it("take special characters of a pattern as they are", () => {
    expect(textMatches("a.b (<n>)", "a.b (c)")).toBe(true);
    expect(textMatches("a.b (<n>)", "axb (c)")).toBe(false);
  });
});

describe("lists", () => {
  it("are compared in order or as multisets", () => {
    expect(listDifference(["a", "b"], ["b", "a"], false)).toBeUndefined();
    expect(listDifference(["a", "b"], ["b", "a"], true)).toBe("item 0: expected a, got b");
    expect(listDifference(["a"], ["a", "a"], false)).toBe("item 1: expected the end, got a");
  });
});
