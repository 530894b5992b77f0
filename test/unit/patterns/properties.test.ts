/** What holds for every pattern and every event. */
import {
  compilePattern,
  indexPatterns,
  isObject,
  type JsonObject,
  type JsonValue,
  matchesPattern,
  matchingPatterns,
  matchPattern,
} from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { element, event, pattern } from "./arbitraries.ts";

const RUNS = { numRuns: 1_000, seed: 20_261_127 };

/** The same data with the keys of every object the other way round. */
function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => reversed(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)])
      .reverse(),
  );
}

test("patterns made at random are ones that AWS takes", () => {
  fc.assert(
    fc.property(pattern, (one) => {
      expect(compilePattern(one, "eventbridge").rejection).toBeUndefined();
    }),
    RUNS,
  );
});

test("an index finds the patterns that match one by one", () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 6 }), fc.array(event, { maxLength: 3 }), (patterns, events) => {
      const compiled = patterns.map((one) => compilePattern(one, "eventbridge"));
      const index = indexPatterns(compiled);
      for (const each of events) {
        const expected = compiled.flatMap((one, position) => (matchesPattern(one, each) ? [position] : []));
        expect(matchingPatterns(index, each)).toEqual(expected);
      }
    }),
    RUNS,
  );
});

test("an index of policies about attributes, too", () => {
  const attribute = fc.oneof(
    fc.constantFrom("x", "xy", "1").map((Value) => ({ Type: "String", Value })),
    fc.constantFrom("1", "1.5", "-1").map((Value) => ({ Type: "Number", Value })),
    fc
      .constantFrom('["x", "xyz", true]', "[]", "[1, null]", "no JSON")
      .map((Value) => ({ Type: "String.Array", Value })),
    fc.constant({ Type: "Binary", Value: "eA==" }),
  );
  const attributes = fc.dictionary(fc.constantFrom("a", "b", "a.b"), attribute);
  const policy = fc.dictionary(fc.constantFrom("a", "b", "a.b"), fc.array(element, { minLength: 1, maxLength: 2 }), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(fc.array(policy, { maxLength: 6 }), attributes, (policies, given) => {
      const compiled = policies.map((one) => compilePattern(one as JsonObject, "sns-attributes"));
      const expected = compiled.flatMap((one, position) =>
        matchesPattern(one, { attributes: given }) ? [position] : [],
      );
      expect(matchingPatterns(indexPatterns(compiled), { attributes: given })).toEqual(expected);
      for (const one of compiled) {
        if (one.rejection === undefined)
          expect(matchPattern(one, { attributes: given }).matches).toBe(matchesPattern(one, { attributes: given }));
      }
    }),
    RUNS,
  );
});

test("JSON text matches as the data that it holds", () => {
  fc.assert(
    fc.property(pattern, event, fc.constantFrom(0, 2), (one, each, indent) => {
      const compiled = compilePattern(one, "eventbridge");
      expect(matchesPattern(compiled, JSON.stringify(each, null, indent))).toBe(matchesPattern(compiled, each));
    }),
    RUNS,
  );
});

/** The same JSON with every `x` and `a` written as an escape: no key and no text stands there as it is. */
const escaped = (json: string): string => json.replace(/[xa]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);

test("JSON text matches the same with escapes, and not at all where it is cut off or goes on", () => {
  // `true`, `false` and `null` cannot be written otherwise.
  const plain = fc.dictionary(fc.constantFrom("a", "b", "xa"), fc.constantFrom("x", "xax", 1, ["x", "b"], { a: "x" }));
  fc.assert(
    fc.property(pattern, plain, fc.nat(), (one, each, cut) => {
      const compiled = compilePattern(one, "eventbridge");
      const json = JSON.stringify(each);
      expect(matchesPattern(compiled, escaped(json))).toBe(matchesPattern(compiled, each));
      expect(matchesPattern(compiled, json.slice(0, cut % json.length))).toBe(false);
      expect(matchesPattern(compiled, `${json}]`)).toBe(false);
    }),
    RUNS,
  );
});

test("the order of keys in an event does not matter", () => {
  fc.assert(
    fc.property(pattern, event, (one, each) => {
      const compiled = compilePattern(one, "eventbridge");
      expect(matchesPattern(compiled, reversed(each) as JsonObject)).toBe(matchesPattern(compiled, each));
    }),
    RUNS,
  );
});

test("what is no JSON object matches nothing, and throws nothing", () => {
  const compiled = compilePattern({ a: [{ exists: false }] }, "eventbridge");
  expect(matchesPattern(compiled, "{}")).toBe(true);
  fc.assert(
    fc.property(
      event,
      fc.nat(),
      fc.constantFrom("", ",", "}", "]", '"', "\\", "e", "-", "\u0001"),
      (each, at, piece) => {
        const whole = JSON.stringify(each);
        const place = at % (whole.length + 1);
        const text = whole.slice(0, place) + piece + whole.slice(place + 1);
        const isJson = ((): boolean => {
          try {
            return isObject(JSON.parse(text) as JsonValue);
          } catch {
            return false;
          }
        })();
        if (!isJson) expect(matchesPattern(compiled, text)).toBe(false);
        else expect(matchesPattern(compiled, text)).toBe(matchesPattern(compiled, JSON.parse(text) as JsonObject));
      },
    ),
    RUNS,
  );
});

/** A leaf with the element that it has of each array around it. */
interface Leaf {
  readonly path: string;
  readonly value: JsonValue;
  readonly elements: ReadonlyMap<string, number>;
}

function leavesOf(
  value: JsonValue,
  path: string,
  elements: ReadonlyMap<string, number>,
  place: string,
): readonly Leaf[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: JsonValue, index) => {
      const nested = typeof item === "object" && item !== null;
      return leavesOf(item, path, nested ? new Map(elements).set(place, index) : elements, `${place}/${index}`);
    });
  }
  if (!isObject(value)) return [{ path, value, elements }];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === "" ? key : `${path}.${key}`, elements, `${place}/${key}`),
  );
}

/** As the engine's own description has it: fields in order, every leaf tried, each array with one element. */
function holdTogether(
  lists: readonly (readonly [string, JsonValue])[],
  leaves: readonly Leaf[],
  chosen: ReadonlyMap<string, number>,
): boolean {
  const [first, ...rest] = lists;
  if (first === undefined) return true;
  const [path, list] = first;
  const passes = compilePattern({ x: list }, "eventbridge");
  const fitting = leaves.filter(
    (leaf) =>
      leaf.path === path && [...leaf.elements].every(([array, index]) => (chosen.get(array) ?? index) === index),
  );
  if (fitting.length === 0) return matchesPattern(passes, {}) && holdTogether(rest, leaves, chosen);
  return fitting.some(
    (leaf) =>
      matchesPattern(passes, { x: leaf.value }) && holdTogether(rest, leaves, new Map([...chosen, ...leaf.elements])),
  );
}

test("inside of arrays conditions hold in the same elements, as trying everything says", () => {
  const lists = fc.dictionary(
    fc.constantFrom("a.a", "a.b", "a.c", "b.a"),
    fc.array(element, { minLength: 1, maxLength: 2 }),
    { minKeys: 1, maxKeys: 3 },
  );
  fc.assert(
    fc.property(lists, event, (one, each) => {
      const sorted = Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1));
      const expected = holdTogether(sorted, leavesOf(each, "", new Map(), ""), new Map());
      expect(matchesPattern(compilePattern(one as JsonObject, "eventbridge"), each)).toBe(expected);
    }),
    RUNS,
  );
});

test("arrays of a thousand objects are matched in no time", () => {
  const rows = Array.from({ length: 1_000 }, (_, n) => ({ a: n, b: n + 1, c: [{ d: n }, { d: n + 2 }] }));
  const compiled = compilePattern(
    {
      rows: { a: [{ numeric: [">=", 0] }], b: [{ numeric: [">=", 0] }], c: { d: [{ exists: true }] } },
      more: { x: [{ exists: true }], y: ["no"] },
    },
    "eventbridge",
  );
  expect(matchesPattern(compiled, { rows, more: rows.map(({ a }) => ({ x: a, y: "yes" })) })).toBe(false);
});
