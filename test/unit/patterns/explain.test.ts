/** What an explanation says. A row: a pattern, an event, and for each key in order whether it matches and why. */
import { compilePattern, type JsonObject, matchPattern, type PatternDialect, type PatternEvent } from "@sluice/engine";
import { expect, test } from "vitest";

type Said = readonly [path: string, matched: boolean, why: string, message?: string, pattern?: string];

const ROWS: readonly [dialect: PatternDialect, pattern: JsonObject, event: PatternEvent, said: readonly Said[]][] = [
  ["eventbridge", { a: ["x", "y"] }, { a: "y" }, [["a", true, 'It is "y".']]],
  ["eventbridge", { a: [{ prefix: "or" }] }, { a: "order" }, [["a", true, '"order" passes {"prefix": "or"}.']]],
  ["eventbridge", { a: [{ exists: false }] }, {}, [["a", true, "It is not there, as is asked."]]],
  ["eventbridge", { a: [{ exists: true }] }, { a: null }, [["a", true, "It is there: null."]]],
  [
    "eventbridge",
    { detail: { state: ["running", "stopped"] } },
    { detail: { state: "stoped" } },
    [
      [
        "detail.state",
        false,
        'It is "stoped", and must be "running" or "stopped".',
        'Set detail.state to "stopped".',
        'Add "stoped" to the list at /detail/state.',
      ],
    ],
  ],
  [
    "eventbridge",
    { detail: { state: ["running"] } },
    { detail: { State: "running" } },
    [
      [
        "detail.state",
        false,
        'It is not there, and must be "running". There is a field detail.State.',
        'Give the message detail.state: "running".',
        'Add {"exists": false} to the list at /detail/state.',
      ],
    ],
  ],
  [
    "eventbridge",
    { detail: { state: [{ exists: true }] } },
    { detail: { state: { name: "running" } } },
    [
      [
        "detail.state",
        false,
        "It is not there, and must be there. There is an object of that name, and only what it holds can be matched.",
        'Give the message detail.state: "any".',
        'Add {"exists": false} to the list at /detail/state.',
      ],
    ],
  ],
  [
    "eventbridge",
    { n: [1] },
    { n: "1" },
    [
      [
        "n",
        false,
        'It is "1", and must be 1. One is a text, the other a number: AWS does not take them for the same.',
        "Set n to 1.",
        'Add "1" to the list at /n.',
      ],
    ],
  ],
  [
    "eventbridge",
    { n: [{ numeric: [">", 10, "<=", 20] }] },
    { n: [5, 25] },
    [["n", false, "It holds 5, 25, and must be a number > 10 and <= 20.", "Set n to 11.", "Add 5 to the list at /n."]],
  ],
  [
    "eventbridge",
    { a: [{ "anything-but": ["x", "y"] }] },
    { a: "x" },
    [
      [
        "a",
        false,
        'It is "x", and must be anything but "x" or "y".',
        'Set a to "other".',
        'Add "x" to the list at /a.',
      ],
    ],
  ],
  [
    "eventbridge",
    { a: ["Yes", { suffix: ".png" }] },
    { a: "YES" },
    [
      [
        "a",
        false,
        'It is "YES", and must be "Yes" or end with ".png". It differs from "Yes" in case only; {"equals-ignore-case": "Yes"} takes both.',
        'Set a to "Yes".',
        'Add "YES" to the list at /a.',
      ],
    ],
  ],
  [
    "eventbridge",
    { a: [{ exists: false }] },
    { a: 1 },
    [["a", false, "It is 1, and must not be there.", "Take a away.", "Add 1 to the list at /a."]],
  ],
  [
    "eventbridge",
    { rows: { name: ["x"], size: [1] } },
    {
      rows: [
        { name: "x", size: 2 },
        { name: "y", size: 1 },
      ],
    },
    [
      ["rows.name", true, 'It is "x".'],
      [
        "rows.size",
        false,
        "It holds in some elements of the list, but in none together with rows.name: inside of a list all keys must hold in one element.",
        "Put rows.size and rows.name into one element of the list.",
      ],
    ],
  ],
  [
    "sns-attributes",
    { price: [{ numeric: [">=", 100] }] },
    { attributes: { price: { Type: "String", Value: "120" } } },
    [
      [
        "price",
        false,
        'It is "120", and must be a number >= 100. numeric compares numbers only, and this is a text.',
        "Set the attribute price to 120 (Number).",
        'Add "120" to the list at /price.',
      ],
    ],
  ],
  [
    "sns-attributes",
    { store: ["x"] },
    { body: '{"store": "x"}', attributes: {} },
    [
      [
        "store",
        false,
        'It is not there, and must be "x". The body has a field of that name; the policy looks at attributes only: FilterPolicyScope MessageBody looks into the body.',
        'Give the message the attribute store: "x" (String).',
        'Add {"exists": false} to the list at /store.',
      ],
    ],
  ],
  [
    "sns-attributes",
    { key: ["x"] },
    { attributes: { key: { Type: "Binary", Value: "eA==" } } },
    [
      [
        "key",
        false,
        'It is not there, and must be "x". The attribute is Binary, which filters do not see.',
        'Give the message the attribute key: "x" (String).',
        'Add {"exists": false} to the list at /key.',
      ],
    ],
  ],
  [
    "sns-body",
    { store: ["x"] },
    { body: "{}", attributes: { store: { Type: "String", Value: "x" } } },
    [
      [
        "store",
        false,
        'It is not there, and must be "x". There is an attribute of that name; the policy looks into the body.',
        'Give the message store: "x".',
        'Add {"exists": false} to the list at /store.',
      ],
    ],
  ],
];

test.each(
  ROWS.map(
    ([dialect, pattern, event, said]) =>
      [JSON.stringify(pattern), JSON.stringify(event), dialect, pattern, event, said] as const,
  ),
)("%s and %s", (_, __, dialect, pattern, event, said) => {
  const { because } = matchPattern(compilePattern(pattern, dialect), event);
  const actual = because.map(({ path, matched, why, changes }) =>
    [path, matched, why, changes?.message?.text, changes?.pattern?.text].filter((each) => each !== undefined),
  );
  expect(actual).toEqual(said);
});

test("the way through $or that comes nearest is told", () => {
  const compiled = compilePattern(
    {
      $or: [
        { a: ["1"], b: ["2"] },
        { c: ["3"], d: ["4"] },
      ],
    },
    "eventbridge",
  );
  expect(matchPattern(compiled, { a: "x", c: "3" })).toMatchObject({
    matches: false,
    way: { choices: ["/$or/1"], of: 2 },
  });
  expect(matchPattern(compiled, { a: "1", b: "2" })).toMatchObject({
    matches: true,
    way: { choices: ["/$or/0"], of: 2 },
  });
});

test("what cannot be matched at all says why", () => {
  expect(matchPattern(compilePattern({ a: [] }, "eventbridge"), {}).unreadable).toBe(
    "AWS refuses the pattern: Event pattern is not valid. Reason: Empty arrays are not allowed",
  );
  expect(matchPattern(compilePattern({ a: ["x"] }, "sns-body"), { body: "text" }).unreadable).toMatch(
    /^The body is not a JSON object/,
  );
});
