/** The shape and order of ValidateStateMachineDefinition's answer, and what DescribeStateMachine says of variables. */
import { validateDefinition, variableReferences } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";

test("what is fine is OK", () => {
  const text = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}';
  expect(validateDefinition(text)).toEqual({ result: "OK", diagnostics: [], truncated: false });
});

test("what is no JSON is answered as Jackson does", () => {
  expect(validateDefinition("nope").diagnostics).toEqual([
    {
      severity: "ERROR",
      code: "INVALID_JSON_DESCRIPTION",
      message:
        "Unrecognized token 'nope': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n" +
        ' at [Source: (String)"nope"; line: 1, column: 5]',
      location: '[Source: (String)"nope"; line: 1, column: 5]',
    },
  ]);
  expect(validateDefinition("[]").diagnostics[0]?.message).toBe("Definition must be a valid JSON object");
});

test.each([
  ['{"a": 1,}', "Unexpected character ('}' (code 125)): was expecting double-quote to start field name", 10],
  ['{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value", 7],
  ['{"a": 1 "b": 2}', "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries", 10],
  ['{"a": "\\q"}', "Unrecognized character escape 'q' (code 113)", 10],
  ['{"a": [1}', "Unexpected close marker '}': expected ']' (for Array starting at ", 10],
  ['{"a": ', "Unexpected end-of-input within/between Object entries", 7],
  ['{"a": ${N}}', "Unrecognized token '$': was expecting (JSON String, Number, Array, Object or token", 8],
])("%s", (text, message, column) => {
  const [diagnostic, ...more] = validateDefinition(text).diagnostics;
  expect(more).toEqual([]);
  expect(diagnostic?.code).toBe("INVALID_JSON_DESCRIPTION");
  expect(diagnostic?.message).toContain(message);
  expect(diagnostic?.location).toMatch(new RegExp(`column: ${column}\\]$`));
});

test("Jackson reads what JSON.parse reads", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(validateDefinition(text).diagnostics.map(({ code }) => code)).not.toContain("INVALID_JSON_DESCRIPTION");
    }),
  );
});

test("a broken transition is reported with what follows from it, the missing end last", () => {
  const text = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}';
  expect(validateDefinition(text).diagnostics).toEqual([
    {
      severity: "ERROR",
      code: "MISSING_TRANSITION_TARGET",
      message: "Missing 'Next' target: B",
      location: "/States/A/Next",
    },
    { severity: "ERROR", code: "MISSING_END_STATE", message: "Workflow has no terminal state" },
  ]);
});

test("warnings come when they are asked for, and do not fail", () => {
  const text = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {"a.$": "$.x"}, "End": true}}}';
  expect(validateDefinition(text).diagnostics).toEqual([]);
  const { result, diagnostics } = validateDefinition(text, { severity: "WARNING" });
  expect([result, diagnostics.map(({ code, location }) => [code, location])]).toEqual([
    "OK",
    [["PASS_RESULT_IS_STATIC", "/States/A/Result"]],
  ]);
});

test("no more than maxResults", () => {
  const states = Object.fromEntries([..."ABCDE"].map((name) => [name, { Type: "Pass", Next: "Nowhere" }]));
  const answer = validateDefinition(JSON.stringify({ StartAt: "A", States: states }), { maxResults: 2 });
  expect([answer.diagnostics.length, answer.truncated]).toEqual([2, true]);
});

test("variables that states read", () => {
  const definition = {
    StartAt: "A",
    States: {
      A: { Type: "Pass", Assign: { x: 1, y: [], z: "a" }, Next: "B" },
      B: { Type: "Pass", Parameters: { "p.$": "States.Format('$no {}', $z, $$.State.Name)", q: "$y" }, Next: "C" },
      C: {
        Type: "Pass",
        QueryLanguage: "JSONata",
        Output: "{% $map($y, function($v) { $v + $x + $sum([1]) + $states.input.a }) %}",
        End: true,
      },
    },
  };
  expect(variableReferences(definition)).toEqual({ B: ["z"], C: ["x", "y"] });
  expect(variableReferences(JSON.stringify(definition))).toEqual(variableReferences(definition));
  expect(variableReferences([1])).toEqual({});
});
