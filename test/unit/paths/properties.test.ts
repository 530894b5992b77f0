/** What holds for all paths, references and templates, whatever they say. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileTemplate } from "../../../engine/src/intrinsics/template.ts";
import type { JsonValue } from "../../../engine/src/json.ts";
import type { Segment } from "../../../engine/src/paths/ast.ts";
import { evaluateSegments } from "../../../engine/src/paths/evaluate.ts";
import { isPathMistake, parsePath } from "../../../engine/src/paths/parse.ts";
import { compilePlain } from "../../../engine/src/paths/plain.ts";
import { setAtPath } from "../../../engine/src/paths/reference.ts";
import { matchesWildcard } from "../../../engine/src/paths/string-matches.ts";
import { createRandom } from "../../../engine/src/random.ts";
import { scopeOf } from "./scope-of.ts";

/** Few names, so that documents and paths meet; among them the ones that every object inherits. */
const name = fc.constantFrom("a", "b", "c", "constructor", "__proto__", "x y", "it's", "length");

const document: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<JsonValue>(null, true, false, 0, 1, "", "text"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(name, tie("value")), { maxLength: 3 }).map((fields) => Object.fromEntries(fields)),
  ),
})).value;

const step = fc.oneof(name, fc.integer({ min: -3, max: 3 }));

function pathOf(steps: readonly (string | number)[]): string {
  return `$${steps.map((one) => (typeof one === "number" ? `[${one}]` : `['${one.replaceAll("'", "\\'")}']`)).join("")}`;
}

function segmentsOf(steps: readonly (string | number)[]): readonly Segment[] {
  const parsed = parsePath(pathOf(steps));
  if (isPathMistake(parsed)) throw new Error(parsed.message);
  return parsed.segments;
}

/** Text made of the pieces of the grammar goes deeper into the parser than any text does. */
const pathLikeText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "$",
        "$$",
        "@",
        ".",
        "..",
        "[",
        "]",
        "[?(",
        ")]",
        "'",
        '"',
        "*",
        ",",
        ":",
        "0",
        "-1",
        "a",
        " ",
        "\\",
      ),
      fc.constantFrom("==", "=~", "&&", "||", "!", "in", "/x/", "length()", "(", ")", "{", "}", "true", "null"),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(""));

test("the parser never throws, and marks mistakes inside the text", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        pathLikeText,
        pathLikeText.map((text) => `$.a[?(${text})]`),
        fc.string(),
      ),
      (text) => {
        const parsed = parsePath(text);
        if (!isPathMistake(parsed)) return;
        expect(parsed.index).toBeGreaterThanOrEqual(0);
        expect(parsed.index + parsed.length).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 2_000 },
  );
});

test("whatever parses evaluates without throwing", () => {
  fc.assert(
    fc.property(
      pathLikeText.map((text) => `$${text}`),
      document,
      (text, value) => {
        const parsed = parsePath(text);
        if (!isPathMistake(parsed)) expect(parsed.evaluate(scopeOf(value))).toBeDefined();
      },
    ),
    { numRuns: 2_000 },
  );
});

test("a plain path gives what the general evaluator gives", () => {
  fc.assert(
    fc.property(document, fc.array(step, { maxLength: 4 }), (value, steps) => {
      const segments = segmentsOf(steps);
      expect(compilePlain(segments)(value)).toEqual(evaluateSegments(segments, value, value));
    }),
    { numRuns: 2_000 },
  );
});

test("what is set is got, and nothing else has changed", () => {
  fc.assert(
    fc.property(document, fc.array(step, { maxLength: 4 }), document, (root, steps, value) => {
      const before = JSON.stringify(root);
      const changed = setAtPath(root, pathOf(steps), value);
      expect(JSON.stringify(root)).toBe(before);
      if (!("value" in changed)) return;
      expect(evaluateSegments(segmentsOf(steps), changed.value, changed.value)).toEqual({ value });
    }),
    { numRuns: 2_000 },
  );
});

test("setting the value that is there gives an equal document", () => {
  fc.assert(
    fc.property(document, fc.array(step, { maxLength: 4 }), (root, steps) => {
      const segments = segmentsOf(steps);
      const there = evaluateSegments(segments, root, root);
      if ("value" in there) expect(setAtPath(root, pathOf(steps), there.value)).toEqual({ value: root });
    }),
  );
});

test("a template without expressions is its own value", () => {
  fc.assert(
    fc.property(document, (template) => {
      const evaluated = compileTemplate(template).evaluate(scopeOf(null), createRandom(1));
      expect("value" in evaluated && evaluated.value).toBe(template);
    }),
  );
});

test("a wildcard pattern without stars matches itself alone", () => {
  const escaped = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("*", "\\*");
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (text, before, after) => {
      expect(matchesWildcard(text, escaped(text))).toBe(true);
      expect(matchesWildcard(`${before}${text}${after}`, `*${escaped(text)}*`)).toBe(true);
      if (before !== "") expect(matchesWildcard(`${before}${text}`, escaped(text))).toBe(false);
    }),
  );
});
