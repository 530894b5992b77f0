/** What holds for every pattern and every event. */
import {
  compilePattern,
  indexPatterns,
  isObject,
  type JsonObject,
  type JsonValue,
  matchesPattern,
  matchingPatterns,
} from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { event, pattern } from "./arbitraries.ts";

const RUNS = { numRuns: 2_000, seed: 20_261_127 };

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

test("JSON text matches as the data that it holds", () => {
  fc.assert(
    fc.property(pattern, event, fc.constantFrom(0, 2), (one, each, indent) => {
      const compiled = compilePattern(one, "eventbridge");
      expect(matchesPattern(compiled, JSON.stringify(each, null, indent))).toBe(matchesPattern(compiled, each));
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
