/** What explanations and made-up messages promise, for every pattern and every event. */
import {
  compilePattern,
  type JsonObject,
  type JsonValue,
  type KeyVerdict,
  matchesPattern,
  matchPattern,
  messageThatDoesNot,
  messageThatMatches,
} from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { element, event, pattern } from "./arbitraries.ts";

const RUNS = { numRuns: 1_000, seed: 20_261_127 };

test("an explanation agrees with the matcher, and each of its keys with the whole", () => {
  fc.assert(
    fc.property(pattern, event, (one, each) => {
      const compiled = compilePattern(one, "eventbridge");
      const { matches, because } = matchPattern(compiled, each);
      expect(matches).toBe(matchesPattern(compiled, each));
      expect(because.length).toBeGreaterThan(0);
      expect(because.every(({ matched }) => matched)).toBe(matches);
      for (const { matched, why, by } of because) {
        expect(why).toMatch(/\.$/);
        expect(by !== undefined).toBe(matched);
      }
    }),
    RUNS,
  );
});

const flat = fc.record({
  a: fc.oneof(fc.constantFrom("x", "xyz", "10.0.0.9", ""), fc.constantFrom(0, 7, -3), fc.boolean(), fc.constant(null)),
});

function changed(event: JsonObject, { changes }: KeyVerdict): JsonObject {
  const change = changes?.message;
  if (change === undefined) return event;
  const { [change.place]: _, ...rest } = event;
  return change.value === undefined ? rest : { ...rest, [change.place]: change.value };
}

test("the nearest message matches", () => {
  let tried = 0;
  fc.assert(
    fc.property(fc.array(element, { minLength: 1, maxLength: 3 }), fc.oneof(flat, fc.constant({})), (list, each) => {
      const compiled = compilePattern({ a: list }, "eventbridge");
      const [verdict] = matchPattern(compiled, each).because;
      if (verdict === undefined || verdict.matched) return;
      tried++;
      expect(matchesPattern(compiled, changed(each, verdict))).toBe(true);
    }),
    RUNS,
  );
  expect(tried).toBeGreaterThan(250);
});

test("the nearest pattern matches", () => {
  fc.assert(
    fc.property(fc.array(element, { minLength: 1, maxLength: 3 }), fc.oneof(flat, fc.constant({})), (list, each) => {
      const [verdict] = matchPattern(compilePattern({ a: list }, "eventbridge"), each).because;
      const change = verdict?.changes?.pattern;
      if (change === undefined) return;
      expect(change.place).toBe("/a");
      const wider = compilePattern({ a: [...list, change.value as JsonValue] }, "eventbridge");
      expect(matchesPattern(wider, each)).toBe(true);
    }),
    RUNS,
  );
});

test("made-up messages match, and those that must not do not", () => {
  let matching = 0;
  let other = 0;
  const runs = 500;
  fc.assert(
    fc.property(pattern, fc.constantFrom("eventbridge" as const, "esm" as const), (one, dialect) => {
      const compiled = compilePattern(one, dialect);
      const message = messageThatMatches(compiled);
      const not = messageThatDoesNot(compiled);
      if (message !== undefined) matching++;
      if (not !== undefined) other++;
      expect(message === undefined || matchesPattern(compiled, message)).toBe(true);
      expect(not === undefined || !matchesPattern(compiled, not)).toBe(true);
    }),
    { ...RUNS, numRuns: runs },
  );
  // Some patterns made at random match nothing, or everything.
  expect(matching).toBeGreaterThan(0.97 * runs);
  expect(other).toBeGreaterThan(0.97 * runs);
});
