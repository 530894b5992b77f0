import type { JsonValue } from "@sluice/engine";
import { describe, expect, it } from "vitest";
import { changesBetween } from "../../../client/webview/src/changes.ts";

const cases: readonly (readonly [what: string, before: JsonValue | undefined, after: JsonValue, changes: string])[] = [
  ["nothing", { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, ""],
  ["a field more", { a: 1 }, { a: 1, b: 2 }, "added b"],
  ["a field less", { a: 1, b: 2 }, { b: 2 }, "removed a"],
  ["a field inside", { a: { b: { c: 1 }, d: 1 } }, { a: { b: { c: 2 }, d: 1 } }, "changed a.b.c"],
  ["far inside", { a: { b: { c: { d: 1, e: 1 } } } }, { a: { b: { c: { d: 2, e: 1 } } } }, "changed a.b.c"],
  ["another value", { a: 1 }, [1], "changed "],
  ["other fields altogether", { a: 1 }, { b: 1 }, "changed "],
  ["a first value", undefined, 1, "added "],
  ["an item", { a: [1, 2] }, { a: [1, 3] }, "changed a"],
  ["names that objects have anyway", { a: 1 }, { a: 1, toString: 2 }, "added toString"],
];

describe("what has changed", () => {
  it.each(cases)("%s", (_, before, after, changes) => {
    expect(
      changesBetween(before, after)
        .map(({ kind, path }) => `${kind} ${path}`)
        .join(", "),
    ).toBe(changes);
  });

  it("ends somewhere", () => {
    const wide = Object.fromEntries(Array.from({ length: 100 }, (__, index) => [`f${index}`, index]));
    expect(changesBetween({}, wide)).toHaveLength(7);
  });
});
