/**
 * Nothing that a definition may hold in the place of a path makes the engine throw: not the parser, not evaluation (our
 * own or the adapter to jsonpath-plus), not the rules.
 */
import { check, isPathMistake, type JsonValue, parsePath } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileMachine } from "../run/hostile.ts";

/** Words of the path language, in any order: most of what they make is nearly a path. */
const pathText = fc
  .array(
    fc.constantFrom(
      ...["$", "$$", "@", ".", "..", "*", "[", "]", "[*]", "[0]", "[-1]", "[0:2]", "[::0]", "[1,2]", "['a']", '["b"]'],
      ...[
        "a",
        "b",
        "length()",
        "min()",
        "keys()",
        "[?(",
        ")]",
        "@.a",
        "@['a']",
        "==",
        "=~",
        "/a+/i",
        "/(/",
        "&&",
        "||",
      ],
      ...[
        "!",
        "in",
        "nin",
        "subsetof",
        "size",
        "empty",
        "true",
        "null",
        "1",
        "1e999",
        "-",
        "'",
        '"',
        "\\",
        "(",
        ")",
        "{}",
      ],
      ...[
        "^",
        "~",
        "@parent",
        "@path",
        "@root",
        "__proto__",
        "constructor",
        "toString",
        "process.exit()",
        "\u{d800}",
        " ",
      ],
    ),
    { maxLength: 9 },
  )
  .map((words) => words.join(""));

const path = fc.oneof(
  pathText.map((text) => `$${text}`),
  pathText.map((text) => `$.items[?(@.a ${text})]`),
  pathText,
  fc.string({ maxLength: 12 }),
);

const input: JsonValue = { a: { b: [1, 2, { a: "x" }] }, items: [{ a: 1 }, { a: "2" }, null, [3]], text: "abc" };

test("any text is a path or a mistake with a place, and any path gives a value or a failure", () => {
  fc.assert(
    fc.property(path, (text) => {
      const parsed = parsePath(text);
      if (isPathMistake(parsed)) {
        expect(parsed.index).toBeGreaterThanOrEqual(0);
        expect(parsed.index).toBeLessThanOrEqual(text.length);
        return;
      }
      const evaluated = parsed.evaluate({ input, context: { a: 1 }, variable: () => input });
      if ("value" in evaluated) expect(JSON.stringify(evaluated.value)).toBeTypeOf("string");
      else expect(evaluated.cause).toBeTypeOf("string");
    }),
    { numRuns: 5_000 },
  );
});

/** Every place of a JSONPath machine that takes a path. */
function machineWith(text: string): JsonValue {
  const map = { Type: "Map", ItemProcessor: { StartAt: "E", States: { E: { Type: "Succeed", InputPath: text } } } };
  return {
    StartAt: "Choose",
    States: {
      Choose: {
        Type: "Choice",
        Choices: [{ Variable: text, NumericEqualsPath: text, Next: "Work" }],
        Default: "Work",
      },
      Work: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Parameters: { "x.$": text, nested: [{ "y.$": `States.Format('{}', ${text})` }] },
        ResultSelector: { "z.$": text },
        ResultPath: text,
        OutputPath: text,
        TimeoutSecondsPath: text,
        Assign: { "v.$": text },
        Next: "Each",
      },
      Each: { ...map, ItemsPath: text, MaxConcurrencyPath: text, ItemSelector: { "i.$": text }, Next: "Late" },
      Late: { Type: "Wait", SecondsPath: text, Next: "Stop" },
      Stop: { Type: "Fail", ErrorPath: text, CausePath: text },
    },
  };
}

test("the rules answer whatever stands where a path belongs", () => {
  fc.assert(
    fc.property(path, (text) => {
      const definition = JSON.stringify(machineWith(text));
      for (const problem of check(definition, { language: "json" })) {
        expect(problem.start).toBeGreaterThanOrEqual(0);
        expect(problem.end).toBeLessThanOrEqual(definition.length);
      }
    }),
    { numRuns: 1_500 },
  );
});

test("the rules answer whatever a definition holds", () => {
  fc.assert(
    fc.property(hostileMachine, fc.constantFrom("STANDARD", "EXPRESS"), ({ definition }, machineType) => {
      expect(Array.isArray(check(JSON.stringify(definition), { language: "json", machineType }))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
