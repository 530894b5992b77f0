/** What two values have that the other has not. */
import { changesBetween, diffLines, isEqual, type JsonValue } from "@sluice/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const SIGNS = { same: " ", added: "+", removed: "-" } as const;

function text(before: JsonValue | undefined, after: JsonValue | undefined): string {
  return diffLines(before, after)
    .map((line) => `${SIGNS[line.mark]}${line.text}`)
    .join("\n");
}

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;

describe("diffLines", () => {
  it("marks fields that came, went and changed", () => {
    expect(text({ a: 1, b: { c: 2 }, d: 3 }, { a: 1, b: { c: 5 }, e: 4 })).toBe(
      [" {", '   "a": 1,', '   "b": {', '-    "c": 2', '+    "c": 5', "   },", '-  "d": 3', '+  "e": 4', " }"].join(
        "\n",
      ),
    );
  });

  it("finds items that have moved along", () => {
    expect(text([1, 2, 3], [0, 1, 3])).toBe([" [", "+  0,", "   1,", "-  2,", "   3", " ]"].join("\n"));
  });

  it("shows another value as a whole", () => {
    expect(text({ a: 1 }, [1])).toBe(["-{", '-  "a": 1', "-}", "+[", "+  1", "+]"].join("\n"));
    expect(text(undefined, 1)).toBe("+1");
    expect(text(1, undefined)).toBe("-1");
    expect(text({}, {})).toBe(" {}");
  });

  it("reads as the later value without what was removed, whatever the two are", () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const lines = diffLines(before, after).filter(({ mark }) => mark !== "removed");
        expect(lines.map((line) => line.text).join("\n")).toBe(JSON.stringify(after, undefined, 2));
      }),
    );
  });

  it("marks nothing between equal values, and something between others", () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const differs = diffLines(before, after).some(({ mark }) => mark !== "same");
        expect(differs).toBe(!isEqual(before, after));
        expect(changesBetween(before, after, 5).length > 0).toBe(differs);
      }),
    );
  });
});

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

describe("changesBetween", () => {
  it.each(cases)("%s", (_, before, after, changes) => {
    expect(
      changesBetween(before, after, 7)
        .map(({ kind, path }) => `${kind} ${path}`)
        .join(", "),
    ).toBe(changes);
  });

  it("ends somewhere", () => {
    const wide = Object.fromEntries(Array.from({ length: 100 }, (__, index) => [`f${index}`, index]));
    expect(changesBetween({}, wide, 7)).toHaveLength(7);
  });
});
