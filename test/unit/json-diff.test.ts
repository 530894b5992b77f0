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
