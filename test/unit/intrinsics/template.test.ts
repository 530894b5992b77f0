/** Payload templates and ResultPath, with the causes that AWS gives. */
import { describe, expect, test } from "vitest";
import { compilePathOrIntrinsic, compileTemplate } from "../../../engine/src/intrinsics/template.ts";
import type { JsonValue } from "../../../engine/src/json.ts";
import { setAtPath } from "../../../engine/src/paths/reference.ts";
import { matchesWildcard } from "../../../engine/src/paths/string-matches.ts";
import { createRandom } from "../../../engine/src/random.ts";
import { scopeOf } from "../paths/scope-of.ts";

const SCOPE = scopeOf(
  { name: "Ada", items: [1, 2], deep: { a: { b: true } } },
  { Execution: { Name: "run-1" } },
  { total: 12 },
);

const evaluate = (template: JsonValue) => compileTemplate(template).evaluate(SCOPE, createRandom(1));

describe("values", () => {
  test.each<readonly [template: JsonValue, value: JsonValue]>([
    [{ "who.$": "$.name" }, { who: "Ada" }],
    [
      { "who.$": "$$.Execution.Name", "n.$": "$total" },
      { who: "run-1", n: 12 },
    ],
    [{ "all.$": "$" }, { all: { name: "Ada", items: [1, 2], deep: { a: { b: true } } } }],
    [{ list: [{ "first.$": "$.items[0]" }, "$.name"] }, { list: [{ first: 1 }, "$.name"] }],
    [
      { plain: "$.name", call: "States.UUID()" },
      { plain: "$.name", call: "States.UUID()" },
    ],
    [{ "text.$": "States.Format('{}!', $.name)" }, { text: "Ada!" }],
    [{ "past.$": "$.items[7]" }, { past: null }],
    [{ "none.$": "$.items[?(@ > 9)]" }, { none: [] }],
    ["$.name", "$.name"],
  ])("%j", (template, value) => {
    expect(evaluate(template)).toEqual({ value });
  });

  test("keys keep their order", () => {
    const evaluated = evaluate({ z: 1, "a.$": "$.name", m: 2 });
    expect(JSON.stringify(evaluated)).toBe('{"value":{"z":1,"a":"Ada","m":2}}');
  });

  test("constant parts are shared", () => {
    const constant = { big: [1, 2, 3] };
    const evaluated = evaluate({ constant, "who.$": "$.name" });
    expect("value" in evaluated && (evaluated.value as { constant: unknown }).constant).toBe(constant);
  });
});

describe("causes", () => {
  const input = '{"name":"Ada","items":[1,2],"deep":{"a":{"b":true}}}';
  test.each<readonly [template: JsonValue, cause: string]>([
    [{ "y.$": "$.x" }, `The JSONPath '$.x' specified for the field 'y.$' could not be found in the input '${input}'`],
    [
      { in: { "y.$": "$.x.z" } },
      `The JSONPath '$.x.z' specified for the field 'y.$' could not be found in the input '${input}'`,
    ],
    [
      { "y.$": "$$.Task.Token" },
      `The JSONPath '$.Task.Token' specified for the field 'y.$' could not be found in the input '{"Execution":{"Name":"run-1"}}'`,
    ],
    [
      { "y.$": "States.Format('{}', States.Array($.x))" },
      `The function 'States.Format('{}', States.Array($.x))' had the following error: The JsonPath argument for the field '$.x' could not be found in the input '${input}'`,
    ],
    [
      { "y.$": "States.Array($.items[7])" },
      `The function 'States.Array($.items[7])' had the following error: The JsonPath argument for the field '$.items[7]' could not be found in the input '${input}'`,
    ],
    [
      { "y.$": "States.Format('{}', $.name[0])" },
      "The function 'States.Format('{}', $.name[0])' had the following error: Filter: [0] can only be applied to arrays. Current context is: Ada",
    ],
    [
      { "y.$": "not a path" },
      "The value for the field 'y.$' must be a valid JSONPath or a valid intrinsic function call",
    ],
    [{ "y.$": 7 }, "The value for the field 'y.$' must be a valid JSONPath or a valid intrinsic function call"],
  ])("%j", (template, cause) => {
    expect(evaluate(template)).toMatchObject({ cause });
  });
});

test("a field of its own takes a path or an intrinsic function", () => {
  const compiled = compilePathOrIntrinsic("States.Format('{} failed', $.name)", "CausePath");
  expect("evaluate" in compiled && compiled.evaluate(SCOPE, createRandom(1))).toEqual({ value: "Ada failed" });
  expect(compilePathOrIntrinsic("States.Nope()", "CausePath")).toMatchObject({ index: 0 });
});

describe("ResultPath", () => {
  test.each<readonly [root: JsonValue, path: string, value: JsonValue]>([
    [{ a: 1 }, "$", { new: true }],
    [{ a: 1 }, "$.result", { a: 1, result: { new: true } }],
    [{ a: 1 }, "$.x.y.z", { a: 1, x: { y: { z: { new: true } } } }],
    [{ a: [1, 2] }, "$.a[1]", { a: [1, { new: true }] }],
    [{ a: [{ b: 1 }] }, "$.a[0].b", { a: [{ b: { new: true } }] }],
    [[1, 2], "$[0]", [{ new: true }, 2]],
  ])("%j at %s", (root, path, value) => {
    expect(setAtPath(root, path, { new: true })).toEqual({ value });
  });

  test.each<readonly [root: JsonValue, path: string]>([
    ["text", "$.result"],
    [[1], "$.result"],
    [{ a: 1 }, "$.a.b"],
    [{ a: [] }, "$.a[0]"],
    [{ a: null }, "$.a.b"],
  ])("%j has no %s", (root, path) => {
    const cause = `Unable to apply ReferencePath ${path} to input ${JSON.stringify(root)}`;
    expect(setAtPath(root, path, true)).toEqual({ failure: "error", cause });
  });

  test("only the spine is copied", () => {
    const root = { a: { b: 1 }, c: { d: 2 } };
    const changed = setAtPath(root, "$.a.b", 3);
    expect("value" in changed && (changed.value as typeof root).c).toBe(root.c);
  });
});

describe("StringMatches", () => {
  test.each([
    ["log-2026.txt", "log-*.txt", true],
    ["log-2026.txt", "*.zip", false],
    ["", "*", true],
    ["", "", true],
    ["abcbc", "a*bc", true],
    ["a*b", "a\\*b", true],
    ["axb", "a\\*b", false],
    ["a\\b", "a\\\\b", true],
    ["aaab", "a*a*b", true],
    ["aaa", "a*a*b", false],
  ])("%j like %j: %s", (text, pattern, matches) => {
    expect(matchesWildcard(text, pattern)).toBe(matches);
  });
});
