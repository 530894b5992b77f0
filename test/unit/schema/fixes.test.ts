/** Fixes mend: the text with the fix has no problem of shape any more. */
import { expect, test } from "vitest";
import { around, shapeOf } from "./shape-of.ts";

const CASES: readonly (readonly [title: string, state: string])[] = [
  ["Rename to End", `{"Type": "Pass", "end": true}`],
  ["Remove Next", `{"Type": "Succeed", "Next": "S"}`],
  ["Remove Next", `{"Type": "Pass", "Next": "S", "End": true}`],
  ["Remove Comments", `{"Comments": "x", "Type": "Succeed"}`],
  [`Add "End": true`, `{"Type": "Pass"}`],
  ["Change to Succeed", `{"Type": "Suceed"}`],
  ["Remove the quotes", `{"Type": "Wait", "Seconds": "10", "End": true}`],
  ["Remove the quotes", `{"Type": "Wait", "Seconds": 10, "End": "true"}`],
  ["Put it in quotes", `{"Type": "Fail", "Error": 404}`],
];

test.each(CASES)("%s: %s", (title, state) => {
  expect(mended(around(state), title, "json")).toEqual([]);
});

test.each([
  ["Rename to End", "end: true"],
  ["Remove Nxt2", "End: true\n    Nxt2: S"],
  ["Put it in quotes", "Comment: 5\n    End: true"],
])("YAML: %s", (title, lines) => {
  expect(mended(`StartAt: S\nStates:\n  S:\n    Type: Pass\n    ${lines}\n`, title, "yaml")).toEqual([]);
});

function mended(text: string, title: string, language: "json" | "yaml"): unknown[] {
  const fix = shapeOf(text, language)
    .flatMap(({ fixes }) => fixes ?? [])
    .find((one) => one.title === title);
  let result = text;
  for (const { start, end, newText } of fix?.edits.toReversed() ?? []) {
    result = result.slice(0, start) + newText + result.slice(end);
  }
  expect(result).not.toBe(text);
  return shapeOf(result, language);
}
