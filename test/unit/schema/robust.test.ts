/** Whatever the values are, validators and lookups answer; names are suggested only where they are near. */
import { closest, docForNode, fieldsAt, holdsAt, type Node, parseText } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shapeOf } from "./shape-of.ts";

const NAMES = [
  "Type",
  "States",
  "Choices",
  "And",
  "Not",
  "Retry",
  "Catch",
  "Branches",
  "ItemProcessor",
  "ProcessorConfig",
];
const VALUES = ["Task", "Choice", "Map", "Parallel", "DISTRIBUTED", "JSONata", "{% 1 %}", "$.a", 0, true, null];

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(...VALUES),
    fc.dictionary(
      fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom("__proto__", "constructor", "a/b~c")),
      tie("tree"),
    ),
    fc.array(tie("tree"), { maxLength: 3 }),
  ),
}));

test("no value makes the validators or the lookups throw", () => {
  fc.assert(
    fc.property(tree, tree, (state, extra) => {
      const text = JSON.stringify({ StartAt: "S", States: { S: state, T: { Type: "Map", ItemProcessor: extra } } });
      for (const problem of shapeOf(text)) expect(problem.end).toBeGreaterThanOrEqual(problem.start);
      visit(parseText(text, "json").root);
    }),
    { numRuns: 300, seed: 7 },
  );
});

function visit(node: Node): void {
  holdsAt(node);
  docForNode(node);
  if (node.kind === "array") node.items.forEach(visit);
  if (node.kind !== "object") return;
  fieldsAt(node);
  for (const property of node.properties) {
    docForNode(property);
    visit(property.value);
  }
}

test("an object with very many mistakes reports the first hundred", () => {
  const members = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`f${index}`, index]));
  expect(shapeOf(JSON.stringify({ StartAt: "S", States: members }))).toHaveLength(100);
  expect(shapeOf(JSON.stringify({ StartAt: "S", States: {}, ...members }))).toHaveLength(100);
});

test.each([
  ["end", ["And", "End"], "End"],
  ["Ned", ["And", "End"], undefined],
  ["ResutlPath", ["ResultPath", "ResultSelector"], "ResultPath"],
  ["Interval", ["IntervalSeconds", "MaxAttempts"], "IntervalSeconds"],
  ["String", ["StringEquals", "StringMatches"], undefined],
  ["Resources", ["StartAt", "States"], undefined],
])("the name nearest to %s", (name, candidates, expected) => {
  expect(closest(name, candidates)).toBe(expected);
});
