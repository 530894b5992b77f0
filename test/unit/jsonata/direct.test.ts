import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonValue } from "../../../engine/src/json.ts";
import { evaluateJsonata, type JsonataScope } from "../../../engine/src/jsonata/evaluate.ts";
import { type CompiledJsonata, isJsonataMistake, parseJsonata } from "../../../engine/src/jsonata/parse.ts";
import { createRandom } from "../../../engine/src/random.ts";

const leaf = fc.constantFrom<JsonValue>(null, true, false, 0, 1, -2.5, 1e308, "", "a", "b", [], [1], [1, 2], {});
const fields = fc.record({ a: leaf, b: leaf, c: leaf }, { requiredKeys: ["a"] });
const data = fc.record({ a: leaf, b: leaf, c: fc.oneof(leaf, fields) }, { requiredKeys: ["a", "b"] });

const path = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 2 }).map((names) => names.join("."));
const operand = fc.oneof(
  path.map((text) => `$states.input.${text}`),
  path.map((text) => `$held.${text}`),
  fc.constantFrom("$held", "$missing", "$states", "0", "-1", "2", "'a'", "'b'", "true", "false", "null", "[1]", "$sum"),
);
const operator = fc.constantFrom("=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "&", "and", "or");
const expression = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    operand,
    fc.tuple(tie("any"), operator, tie("any")).map((parts) => `(${parts.join(" ")})`),
    fc.tuple(operand, operator, operand).map((parts) => parts.join(" ")),
    tie("any").map((text) => `(${text})[0]`),
  ),
})).any;

function compiled(text: string): CompiledJsonata {
  const parsed = parseJsonata(text);
  if (isJsonataMistake(parsed)) throw new Error(`${text}: ${parsed.message}`);
  return parsed;
}

function scopeOf(input: JsonValue, held: JsonValue): JsonataScope {
  const variables: Readonly<Record<string, JsonValue>> = { held };
  return {
    nowMs: 0,
    random: createRandom(1),
    states: () => ({ input }),
    variable: (name) => variables[name],
  };
}

it("says what the package says, or nothing", async () => {
  let direct = 0;
  await fc.assert(
    fc.asyncProperty(expression, data, data, async (text, input, held) => {
      const scope = scopeOf(input, held);
      const answer = compiled(text).direct?.(scope);
      if (answer === undefined) return;
      direct += 1;
      expect({ text, ...(await evaluateJsonata(compiled(text), scope)) }).toEqual({ text, value: answer });
    }),
    { numRuns: 5_000 },
  );
  expect(direct).toBeGreaterThan(500);
});

it.each([
  ["$states.input.n < $limit", true],
  ["($states.input.n + 1) * 2", 6],
  ["$states.input.name & '!' = 'x!' and true", true],
  ["$limit", 5],
])("evaluates %s at once", (text, value) => {
  const scope = { ...scopeOf({ n: 2, name: "x" }, null), variable: () => 5 };
  expect(compiled(text).direct?.(scope)).toBe(value);
});

it.each(["$count($held)", "$held[0]", "{'a': 1}", "$states", "$states.input.*", "$held^(a)", "$$.a", "a"])(
  "leaves %s to the package",
  (text) => {
    expect(compiled(text).direct?.(scopeOf({ a: 1 }, [1, 2]))).toBeUndefined();
  },
);
