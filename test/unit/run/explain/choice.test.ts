/** Explanations of Choice states: what they say, and that they say what an execution does. */
import {
  buildMachine,
  createExecution,
  explainChoice,
  type JsonValue,
  parseText,
  runSlice,
  type Seen,
} from "@sluice/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const seenWith = (input: JsonValue, variables = {}): Seen => ({
  input,
  variables,
  enteredMs: 0,
  execution: { input, startTimeMs: 0, type: "STANDARD" },
});

async function explained(choice: object, input: JsonValue, language = "JSONPath", variables = {}) {
  const ends = { A: { Type: "Succeed" }, B: { Type: "Succeed" }, C: { Type: "Succeed" } };
  const definition = {
    QueryLanguage: language,
    StartAt: "Which",
    States: { Which: { Type: "Choice", ...choice }, ...ends },
  };
  const machine = buildMachine(parseText(JSON.stringify(definition), "json").root);
  const state = machine?.states.find(({ name }) => name === "Which");
  if (!state) throw new Error("no state");
  return { definition, explanation: await explainChoice(state, seenWith(input, variables)) };
}

/** Rule by rule: outcome, why, and what would make it true. */
async function told(choices: object[], input: JsonValue, language?: string, variables = {}): Promise<string[]> {
  const { explanation } = await explained({ Choices: choices, Default: "C" }, input, language, variables);
  return explanation.rules.map(
    ({ test, wishes, reached }) =>
      `${test.text}: ${test.outcome}${reached ? "" : " (not reached)"}. ${test.why ?? ""} [${wishes.join("; ")}]`,
  );
}

const when = (condition: string) => ({ Condition: `{% ${condition} %}`, Next: "A" });

describe("explainChoice, JSONPath", () => {
  it.each<[string, object, JsonValue, string]>([
    [
      "a number",
      { NumericGreaterThan: 100 },
      80,
      "$.x > 100: false. 80 is not greater than 100 [$.x were greater than 100]",
    ],
    ["a boundary", { NumericLessThanEquals: 5 }, 6, "$.x <= 5: false. 6 is more than 5 [$.x were at most 5]"],
    [
      "a text that looks like a number",
      { NumericEquals: 5 },
      "5",
      '$.x == 5: false. "5" is a text, and NumericEquals is true for a number only [$.x were a number]',
    ],
    ["a text", { StringEquals: "paid" }, "Paid", '$.x == "paid": false. "Paid" is not "paid" [$.x were "paid"]'],
    [
      "a wildcard",
      { StringMatches: "a*" },
      "ba",
      '$.x matches "a*": false. "ba" is not like "a*" [$.x were like "a*"]',
    ],
    ["a type", { IsNumeric: true }, "5", '$.x is a number: false. "5" is a text [$.x were a number]'],
    ["presence", { IsPresent: false }, 1, "$.x is not present: false. $.x is there: 1 [$.x were not there]"],
    ["a true rule", { BooleanEquals: true }, true, "$.x == true: true. true is true []"],
  ])("tells of %s", async (_, comparison, x, text) => {
    expect(await told([{ Variable: "$.x", ...comparison, Next: "A" }], { x })).toEqual([text]);
  });

  it("says which path is missing, and that the state fails", async () => {
    const { explanation } = await explained(
      { Choices: [{ Variable: "$.y", NumericEquals: 1, Next: "A" }], Default: "C" },
      {},
    );
    expect(explanation).toMatchObject({ failed: true, taken: undefined, next: undefined });
    expect(explanation.rules[0]?.test.why).toBe("there is no $.y: the state fails");
  });

  it("compares two paths, and reads a variable", async () => {
    const rule = { Variable: "$limit", NumericLessThanPath: "$.x", Next: "A" };
    const { explanation } = await explained({ Choices: [rule], Default: "C" }, { x: 3 }, "JSONPath", { limit: 7 });
    expect(explanation.rules[0]?.test).toMatchObject({
      values: [
        { name: "$limit", value: 7 },
        { name: "$.x", value: 3 },
      ],
      why: "7 is not less than 3",
    });
  });

  it("wishes for the fewest changes", async () => {
    const x = (comparison: object) => ({ Variable: "$.x", ...comparison });
    const both = {
      And: [x({ NumericGreaterThan: 1 }), x({ NumericLessThan: 5 }), { Not: x({ NumericEquals: 9 }) }],
      Next: "A",
    };
    const either = { Or: [both, x({ IsString: true })], Next: "B" };
    const { explanation } = await explained({ Choices: [both, either], Default: "C" }, { x: 9 });
    expect(explanation.rules.map(({ wishes }) => wishes)).toEqual([
      ["$.x were less than 5", "$.x were not 9"],
      ["$.x were a text"],
    ]);
    expect(explanation).toMatchObject({ taken: undefined, next: "C", failed: false });
  });

  it("looks at what InputPath selects", async () => {
    const choice = { InputPath: "$.order", Choices: [{ Variable: "$.x", NumericEquals: 1, Next: "A" }], Default: "C" };
    expect((await explained(choice, { order: { x: 1 } })).explanation).toMatchObject({ taken: 0, next: "A" });
  });

  it("leads where an execution leads", async () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom("a", "b", "", true, null));
    const operators = [
      "NumericEquals",
      "NumericGreaterThan",
      "StringEquals",
      "StringLessThan",
      "BooleanEquals",
      "IsNull",
    ];
    const comparison = fc
      .tuple(
        fc.constantFrom("$.x", "$.y"),
        fc.constantFrom(...operators),
        fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(true), fc.constant("a")),
      )
      .map(([Variable, operator, operand]): object => ({ Variable, [operator]: operand }));
    const { test: rule } = fc.letrec<{ test: object }>((tie) => ({
      test: fc.oneof(
        { maxDepth: 3 },
        comparison,
        fc.array(tie("test"), { minLength: 1, maxLength: 3 }).map((And) => ({ And })),
        fc.array(tie("test"), { minLength: 1, maxLength: 3 }).map((Or) => ({ Or })),
        tie("test").map((Not) => ({ Not })),
      ),
    }));
    const rules = fc.array(rule, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rules, fc.record({ x: value, y: value }, { requiredKeys: [] }), async (tests, input) => {
        const Choices = tests.map((test, index) => ({ ...test, Next: ["A", "B"][index % 2] }));
        const { definition, explanation } = await explained({ Choices, Default: "C" }, input);
        const execution = createExecution(definition, { input });
        await runSlice(execution);
        const entered = execution.events.find(({ type }) => type === "SucceedStateEntered");
        expect(explanation.next).toBe(entered?.details.name);
        for (const { test, wishes } of explanation.rules) expect(wishes.length === 0).toBe(test.outcome === "true");
      }),
      { numRuns: 200 },
    );
  });
});

describe("explainChoice, JSONata", () => {
  it.each<[string, string, JsonValue, string]>([
    [
      "a comparison",
      "$states.input.x > 100",
      80,
      "$states.input.x > 100: false. 80 is not greater than 100 [$states.input.x were greater than 100]",
    ],
    [
      "both",
      "$states.input.x > 1 and $states.input.x < 5",
      9,
      "$states.input.x > 1 and $states.input.x < 5: false.  [$states.input.x were less than 5]",
    ],
    [
      "parentheses and not",
      "$not(($states.input.x = 9) or false)",
      9,
      "$not(($states.input.x = 9) or false): false.  [$states.input.x were not 9]",
    ],
    [
      "membership",
      "$states.input.x in [1, 2]",
      9,
      "$states.input.x in [1, 2]: false. 9 is not in [1,2] [$states.input.x were in [1,2]]",
    ],
    ["a function", "$exists($states.input.x)", 9, "$exists($states.input.x): true. it is true []"],
    [
      "a missing field",
      "$states.input.y = 1",
      9,
      "$states.input.y = 1: false. there is no $states.input.y [$states.input.y were there]",
    ],
    [
      "no boolean",
      "$states.input.x",
      9,
      "$states.input.x: error. it is 9, a number, and no boolean [$states.input.x were true]",
    ],
  ])("tells of %s", async (_, condition, x, text) => {
    expect(await told([when(condition)], { x }, "JSONata")).toEqual([text]);
  });

  it("reads variables, and marks rules that were not reached", async () => {
    const rules = [when("$limit >= 5"), when("$states.context.State.Name = 'Which'")];
    const { explanation } = await explained({ Choices: rules }, {}, "JSONata", { limit: 7 });
    expect(explanation.rules.map(({ reached, test }) => [reached, test.outcome, test.values])).toEqual([
      [true, "true", [{ name: "$limit", value: 7 }]],
      [false, "true", [{ name: "$states.context.State.Name", value: "Which" }]],
    ]);
    expect(explanation).toMatchObject({ taken: 0, next: "A" });
  });

  it("says what jsonata says of a broken expression", async () => {
    const { explanation } = await explained({ Choices: [when("1 +")], Default: "C" }, {}, "JSONata");
    expect(explanation).toMatchObject({ failed: true, next: undefined });
    expect(explanation.rules[0]?.test.why).toMatch(/expression/);
  });
});
