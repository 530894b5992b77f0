/** Machines in JSONPath, of every state type, over inputs of a known shape: most of their runs succeed. */
import fc from "fast-check";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.constantFrom(0.5, -1.5, 2.25),
  fc.constantFrom("", "x", "a,b;;c", "42", 'it\'s "it"', "2024-02-03T04:05:06Z", "2024-02-03T05:05:06.5+01:00", "*"),
  fc.boolean(),
  fc.constant(null),
);

const list: fc.Arbitrary<Json> = fc.oneof(
  fc.array(scalar, { maxLength: 3 }),
  fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }),
  fc.array(fc.record({ v: scalar }), { maxLength: 3 }),
);

export const anyInput: fc.Arbitrary<Json> = fc.record({
  a: fc.oneof(scalar, list),
  o: fc.record({ "b c": scalar, n: fc.integer({ min: 0, max: 5 }), l: list }),
  l: list,
  s: fc.constantFrom("", "text", "a,b;;c", "{}", "ä"),
  n: fc.integer({ min: 0, max: 3 }),
});

const PATHS = ["$", "$.a", "$.o", "$.o['b c']", "$.o.n", "$.o.l", "$.l", "$.l[0]", "$.l[-1]", "$.s", "$.n", "$.none"];
const CONTEXT = ["$$.Execution.Input.s", "$$.State.Name", "$$.Execution.Input", "$v", "$v.x"];

const anyPath = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PATHS) }, fc.constantFrom(...CONTEXT));

const CALLS = [
  "States.Array($.a, 1, 'x', $.l)",
  "States.Array()",
  "States.ArrayPartition($.l, 2)",
  "States.ArrayContains($.l, 1)",
  "States.ArrayContains($.l, $.a)",
  "States.ArrayRange(0, $.n, 1)",
  "States.ArrayRange(1, 9, 9)",
  "States.ArrayGetItem($.l, 0)",
  "States.ArrayGetItem(States.Array($.l, $.a), $.n)",
  "States.ArrayLength($.l)",
  "States.ArrayUnique($.l)",
  "States.Hash($.s, 'SHA-256')",
  "States.Hash($.a, 'MD5')",
  "States.JsonMerge($.o, $, false)",
  "States.StringToJson('[1, {\"k\": null}]')",
  "States.StringToJson(States.JsonToString($.a))",
  "States.JsonToString($.o)",
  "States.JsonToString($.s)",
  "States.MathAdd($.n, -1)",
  "States.MathAdd($.a, 1.5)",
  "States.MathAdd(States.ArrayLength($.l), $.o.n)",
  "States.StringSplit($.s, ',;')",
  "States.StringSplit('one', ']^-/')",
  "States.Format('{} of \\{{}\\}: it\\'s', $.n, $.s)",
  "States.Format('{}', $.n)",
  "States.Format('plain')",
];

const evaluated = fc.oneof(anyPath, fc.constantFrom(...CALLS));

const template = fc.oneof(
  fc.record(
    { "x.$": evaluated, "y y.$": evaluated, k: fc.constant([1, [2], { "z.$": "$.n" }]) },
    { requiredKeys: ["x.$"] },
  ),
  fc.record({ deep: fc.record({ "x.$": evaluated }), c: scalar }),
  scalar.map((c) => ({ c })),
);

const inOut = fc.constantFrom("$", "$", "$.o", "$.x", "$.r", null);
const resultPath = fc.constantFrom("$", "$.r", "$.o.r", "$.r['s t'].u", null);

const flow = {
  InputPath: fc.constantFrom("$", "$", "$$.Execution.Input"),
  ResultPath: resultPath,
  OutputPath: inOut,
};

const assign = fc.record({ "v.$": fc.constantFrom("$", "$$.Execution.Input.o", "$.o"), w: fc.constant([1]) });

const OPERATORS: Record<string, fc.Arbitrary<Json>> = {
  BooleanEquals: fc.boolean(),
  NumericEquals: fc.integer({ min: -3, max: 3 }),
  NumericGreaterThan: fc.integer({ min: -3, max: 3 }),
  NumericLessThanEquals: fc.constantFrom(-1, 0, 2.5),
  NumericLessThanPath: fc.constantFrom("$.n", "$.a"),
  NumericEqualsPath: fc.constantFrom("$.n", "$.a"),
  StringEquals: fc.constantFrom("x", "text", 'it\'s "it"'),
  StringLessThan: fc.constantFrom("b", ""),
  StringGreaterThanEqualsPath: fc.constantFrom("$.s", "$.a"),
  StringMatches: fc.constantFrom("*", "a*c", "\\*", "*t*", "it's*", "te.t", "(x"),
  TimestampLessThan: fc.constant("2024-02-03T04:05:06.7Z"),
  TimestampEqualsPath: fc.constantFrom("$.a"),
  IsPresent: fc.boolean(),
  IsNull: fc.boolean(),
  IsNumeric: fc.boolean(),
  IsString: fc.boolean(),
  IsBoolean: fc.boolean(),
  IsTimestamp: fc.boolean(),
};

const comparison: fc.Arbitrary<Record<string, Json>> = fc.constantFrom(...Object.keys(OPERATORS)).chain((operator) =>
  fc.record({
    Variable: fc.constantFrom(
      "$.a",
      "$.n",
      "$.s",
      "$.o.n",
      "$.o['b c']",
      "$.l",
      ...(operator === "IsPresent" ? ["$.none", "$.l.v", "$.o.none"] : []),
    ),
    [operator]: OPERATORS[operator] as fc.Arbitrary<Json>,
  }),
);

const rule: fc.Arbitrary<Record<string, Json>> = fc.oneof(
  { weight: 3, arbitrary: comparison },
  comparison.map((inner) => ({ Not: inner })),
  fc.array(comparison, { minLength: 1, maxLength: 3 }).map((inner) => ({ And: inner })),
  fc.array(comparison, { minLength: 1, maxLength: 3 }).map((inner) => ({ Or: [...inner, { Not: inner[0] as Json }] })),
);

const LAMBDA = "arn:aws:states:::lambda:invoke";
const catcher = fc.record(
  {
    ErrorEquals: fc.constant(["Failed"]),
    Next: fc.constant("Z"),
    ResultPath: resultPath,
    Assign: fc.constant({ "v.$": "$.Error" }),
  },
  { requiredKeys: ["ErrorEquals", "Next"] },
);

const pass = fc.record(
  { Type: fc.constant("Pass"), Parameters: template, Assign: assign, ...flow },
  { requiredKeys: ["Type"] },
);
const fixed = fc.record(
  { Type: fc.constant("Pass"), Result: fc.oneof(scalar, list, anyInput), Assign: assign, ...flow },
  { requiredKeys: ["Type", "Result"] },
);
const task = fc.record(
  {
    Type: fc.constant("Task"),
    Resource: fc.constantFrom(LAMBDA, "arn:aws:lambda:x:1:function:fails"),
    Parameters: template,
    ResultSelector: fc.record({ "x.$": fc.constantFrom("$", "$.given", "$.list", "$.list[0]"), o: scalar }),
    Assign: assign,
    Catch: fc.tuple(catcher),
    ...flow,
  },
  { requiredKeys: ["Type", "Resource"] },
);
const INNER = {
  StartAt: "I",
  States: { I: { Type: "Pass", Parameters: { "got.$": "$" }, OutputPath: "$.got", End: true } },
};
const map = fc.record(
  {
    Type: fc.constant("Map"),
    ItemsPath: fc.constantFrom("$.l", "$.o.l"),
    ItemSelector: fc.constant({ "i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value", "n.$": "$.n" }),
    MaxConcurrencyPath: fc.constant("$.n"),
    Iterator: fc.constant(INNER as Json),
    Assign: assign,
    ...flow,
  },
  { requiredKeys: ["Type", "ItemsPath", "Iterator"] },
);
const parallel = fc.record(
  {
    Type: fc.constant("Parallel"),
    Branches: fc.constant([
      { StartAt: "P", States: { P: { Type: "Pass", InputPath: "$", ResultPath: "$.p", Result: [1], End: true } } },
      { StartAt: "Q", States: { Q: { Type: "Succeed", OutputPath: "$.x" } } },
    ] as Json),
    Parameters: fc.constant({ "x.$": "$.a" }),
    ...flow,
  },
  { requiredKeys: ["Type", "Branches", "Parameters"] },
);
const wait = fc.record(
  {
    Type: fc.constant("Wait"),
    SecondsPath: fc.constantFrom("$.n", "$.o.n", "$.a"),
    InputPath: flow.InputPath,
    OutputPath: fc.constantFrom("$", "$.o"),
    Assign: assign,
  },
  { requiredKeys: ["Type", "SecondsPath"] },
);
const choice = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
    InputPath: flow.InputPath,
    OutputPath: fc.constantFrom("$", "$.o", "$.a"),
    Assign: fc.option(assign, { nil: undefined }),
  })
  .map(
    ({ rules, InputPath, OutputPath, Assign }): Record<string, Json> => ({
      Type: "Choice",
      InputPath,
      OutputPath,
      ...(Assign === undefined ? {} : { Assign: Assign as unknown as Json }),
      Choices: rules.map(
        (one, index) => ({ ...one, Next: "Z", ...(index === 0 ? { Assign: { "v.$": "$.a" } } : {}) }) as Json,
      ),
    }),
  );

const state = fc.oneof(pass, fixed, task, map, parallel, wait, choice) as fc.Arbitrary<Record<string, Json>>;

/** `S0`, `S1` lead to each other in turn, then to `Z`, which shows what has come of the variable `v`. */
export const anyMachine: fc.Arbitrary<Json> = fc.array(state, { minLength: 1, maxLength: 2 }).map((states) => {
  const named = states.map((one, index) => {
    const next = index === states.length - 1 ? "Z" : `S${index + 1}`;
    return [`S${index}`, one.Type === "Choice" ? { ...one, Default: next } : { ...one, Next: next }] as const;
  });
  return {
    StartAt: "V",
    States: {
      V: { Type: "Pass", Assign: { v: { x: [1] } }, Next: "S0" },
      ...Object.fromEntries(named),
      Z: { Type: "Pass", Parameters: { "v.$": "$v", "all.$": "$" }, End: true },
    },
  } as Json;
});
