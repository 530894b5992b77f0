import { looksLikeStateMachine } from "@sluice/engine";
import { expect, test } from "vitest";

const JSON_TEXTS: readonly (readonly [text: string, expected: boolean])[] = [
  ['{ "StartAt": "A", "States": {} }', true],
  ['\uFEFF\n { "Comment": "a \\" quote {", "StartAt"', false], // not yet: the colon is missing
  ['\uFEFF\n { "Comment": "a \\" quote {", "StartAt":', true],
  ['{ "States": { "A": { "Type": "Pass", "End": true } }, "StartAt": "A" }', true],
  ['{ "States": { "A": { "Type": "Lamp" } } }', false],
  ['{ "Resources": { "M": { "Definition": { "StartAt": "A", "States": {} } } } }', false],
  ['[{ "StartAt": "A" }]', false],
  ['{ "name": "StartAt" }', false],
  ["", false],
  ["StartAt", false],
];

const YAML_TEXTS: readonly (readonly [text: string, expected: boolean])[] = [
  ["# a comment\nStartAt: A\nStates: {}\n", true],
  ["States: # all of them\n  A:\n    Type: Pass\n", true],
  ["States:\n  A:\n    Type: Lamp\n", false],
  ["Resources:\n  M:\n    Definition:\n      StartAt: A\n", false],
  ["", false],
];

test.each(JSON_TEXTS)("json: %j is %s", (text, expected) => {
  expect(looksLikeStateMachine(text, "json")).toBe(expected);
});

test.each(YAML_TEXTS)("yaml: %j is %s", (text, expected) => {
  expect(looksLikeStateMachine(text, "yaml")).toBe(expected);
});

test("only the head of a large text is read", () => {
  expect(looksLikeStateMachine(`{ "Comment": "${"x".repeat(10_000)}", "StartAt": "A" }`, "json")).toBe(false);
});
