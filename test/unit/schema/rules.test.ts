/** The examples of the rules that the schemas check are their tests. */
import { SHAPE_RULES } from "@sluice/engine";
import { expect, test } from "vitest";
import { shapeOf } from "./shape-of.ts";

const BAD = SHAPE_RULES.flatMap(({ id, bad }) => bad.map((text) => [id, text] as const));
const GOOD = SHAPE_RULES.flatMap(({ id, good }) => good.map((text) => [id, text] as const));

test.each(BAD)("%s is found in %s", (id, marked) => {
  const problems = shapeOf(marked.replace(/[«»]/g, ""));
  const found = problems.map(({ rule, start, end }) => [rule, start, end]);
  expect(found).toEqual([[id, marked.indexOf("«"), marked.indexOf("»") - 1]]);
});

test.each(GOOD)("%s is not found in %s", (_, text) => {
  expect(shapeOf(text)).toEqual([]);
});
