/** Checking as a whole: one mistake one problem, any text, caching over edits, growth. */
import { analyze, check, editText, parseText } from "@sluice/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const MACHINE = JSON.stringify(
  {
    StartAt: "A",
    States: {
      A: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Parameters: { FunctionName: "f", "Payload.$": "$.é" },
        Next: "C",
      },
      C: { Type: "Choice", Choices: [{ Variable: "$.a", StringEquals: "x", Next: "M" }], Default: "Z" },
      M: {
        Type: "Map",
        ItemProcessor: { StartAt: "I", States: { I: { Type: "Wait", Seconds: 5, End: true } } },
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Z" }],
        Next: "J",
      },
      J: { Type: "Pass", QueryLanguage: "JSONata", Output: "{% $states.input %}", Next: "Z" },
      Z: { Type: "Succeed" },
    },
  },
  null,
  2,
);

test("a good machine has no problems, in JSON and in YAML", () => {
  expect(check(MACHINE)).toEqual([]);
  const yaml = "StartAt: A\nStates:\n  A:\n    Type: Pass\n    End: true\n";
  expect(check(yaml, { uri: "file:///a.asl.yaml" })).toEqual([]);
});

/** From, to: one mistake put into the good machine; the rules that report it. */
const MISTAKES: readonly (readonly [from: string, to: string, rules: readonly string[]])[] = [
  ['"StartAt": "A",', '"StartAt": "B",', ["unknown-target"]],
  ['"StartAt": "A",', "", ["missing-field"]],
  ['"Next": "C"', '"Next": ""', ["unknown-target"]],
  ['"Next": "C"', '"next": "C"', ["unknown-field"]],
  ['"Next": "C"', '"Next": C', ["json-syntax"]],
  ['"Next": "C"', '"Next": "C",', ["json-trailing-comma"]],
  ['"Type": "Succeed"', '"Type": "Sucseed"', ["bad-value"]],
  ['"Seconds": 5,', "", ["missing-field"]],
  ['"$.é"', '"é"', ["template-value"]],
  ["$states.input %}", "$states.input. %}", ["jsonata-syntax"]],
  ['"Type": "Wait"', '"Type": ${Type}', []],
  ['"Default": "Z"', '"Default": "Z" // why', ["json-comment"]],
];

test.each(MISTAKES)("%s -> %s", (from, to, rules) => {
  expect(MACHINE).toContain(from);
  expect(check(MACHINE.replace(from, to)).map((problem) => problem.rule)).toEqual(rules);
});

describe("whatever the text", () => {
  test("cut off anywhere it has at least one error, and few", () => {
    for (let length = 0; length < MACHINE.length; length++) {
      const problems = check(MACHINE.slice(0, length));
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThan(4);
    }
  });

  test("nesting without end is one problem", () => {
    for (const bracket of ["[", '{"a":', '{"StartAt":"A","States":']) {
      const rules = check(bracket.repeat(5_000)).map((problem) => problem.rule);
      expect(rules).toEqual(["too-deeply-nested"]);
    }
  });

  test("unpaired surrogates and control characters do no harm", () => {
    expect(() => check(MACHINE.replaceAll("A", "\ud800").replaceAll("x", "\u0000"))).not.toThrow();
  });

  test("any value in any place never throws", () => {
    const values = fc.jsonValue({ maxDepth: 3 });
    const places = fc.constantFrom(...new Set(MACHINE.match(/"[A-Z]\w*"(?=: )/g)));
    fc.assert(
      fc.property(places, values, (place, value) => {
        const text = MACHINE.replace(
          new RegExp(`${place}: ("[^"]*"|\\d+|true)`),
          () => `${place}: ${JSON.stringify(value)}`,
        );
        for (const { start, end } of check(text)) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test("after edits it says the same as on a fresh text", () => {
  const edit = fc.record({
    at: fc.nat(MACHINE.length),
    length: fc.nat(3),
    newText: fc.constantFrom("", "x", '"', "C", " "),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 5 }), (edits) => {
      let parsed = parseText(MACHINE, "json");
      for (const { at, length, newText } of edits) {
        const start = Math.min(at, parsed.text.length);
        parsed = editText(parsed, { start, end: Math.min(start + length, parsed.text.length), newText });
        expect(analyze(parsed).problems).toEqual(analyze(parseText(parsed.text, "json")).problems);
      }
    }),
    { numRuns: 300 },
  );
});

test("8,000 Choice states are no trouble", () => {
  const states: Record<string, unknown> = { Z: { Type: "Succeed" } };
  for (let index = 0; index < 8_000; index++) {
    const Next = index === 0 ? "Z" : `C${index - 1}`;
    states[`C${index}`] = { Type: "Choice", Choices: [{ Variable: "$.x", IsNull: true, Next }], Default: "Z" };
  }
  expect(check(JSON.stringify({ StartAt: "C7999", States: states }))).toEqual([]);
});
