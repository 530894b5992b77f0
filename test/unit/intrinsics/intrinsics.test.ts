/** Intrinsic functions: a row is a call and what it gives for the input below. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateIntrinsic } from "../../../engine/src/intrinsics/evaluate.ts";
import { javaRandomDouble } from "../../../engine/src/intrinsics/java-random.ts";
import { isIntrinsicMistake, parseIntrinsic } from "../../../engine/src/intrinsics/parse.ts";
import { INTRINSIC_FUNCTIONS } from "../../../engine/src/intrinsics/table.ts";
import type { JsonValue } from "../../../engine/src/json.ts";
import { createRandom } from "../../../engine/src/random.ts";
import { scopeOf } from "../paths/scope-of.ts";

const INPUT = {
  name: "Ada",
  list: [1, "1", 1, null, [2], [2], { a: 1, b: 2 }, { b: 2, a: 1 }],
  object: { Arg1: 1, Arg2: [], Arg3: { text: "x", none: null } },
  json: '{"a":[1,null]}',
  template: "{} and {}",
  long: "a".repeat(10_001),
};

function evaluate(text: string, seed = 1) {
  const compiled = parseIntrinsic(text);
  if (isIntrinsicMistake(compiled)) throw new Error(`${text}: ${compiled.message}`);
  return evaluateIntrinsic(compiled, scopeOf(INPUT, { State: { Name: "S" } }), createRandom(seed));
}

const VALUES: readonly (readonly [call: string, value: JsonValue])[] = [
  ["States.Array()", []],
  ["States.Array('a', 1, true, null, $.name, $$.State.Name)", ["a", 1, true, null, "Ada", "S"]],
  [
    "States.ArrayPartition($.list, 5)",
    [
      [1, "1", 1, null, [2]],
      [[2], { a: 1, b: 2 }, { b: 2, a: 1 }],
    ],
  ],
  ["States.ArrayPartition(States.Array(1, 2, 3), 2.9)", [[1, 2], [3]]],
  ["States.ArrayPartition(States.Array(), 2)", []],
  ["States.ArrayContains($.list, States.Array(2))", true],
  ["States.ArrayContains($.list, 2)", false],
  ["States.ArrayContains($.list, null)", true],
  ["States.ArrayRange(1, 9, 2)", [1, 3, 5, 7, 9]],
  ["States.ArrayRange(5, 1, -2)", [5, 3, 1]],
  ["States.ArrayRange(5, 1, 1)", []],
  ["States.ArrayRange(3, 3, -1)", [3]],
  ["States.ArrayRange(5.4, -0.6, -2.4)", [5, 3, 1]],
  ["States.ArrayGetItem($.list, 1)", "1"],
  ["States.ArrayGetItem($.list, 3)", null],
  ["States.ArrayLength($.list)", 8],
  ["States.ArrayUnique($.list)", [1, "1", null, [2], { a: 1, b: 2 }]],
  ["States.Base64Encode('Data to encode')", "RGF0YSB0byBlbmNvZGU="],
  ["States.Base64Encode('')", ""],
  ["States.Base64Encode('ü€𝄞')", "w7zigqzwnYSe"],
  ["States.Base64Decode('w7zigqzwnYSe')", "ü€𝄞"],
  ["States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", "Data to encode"],
  ["States.Hash('hello', 'MD5')", "5d41402abc4b2a76b9719d911017c592"],
  ["States.Hash('hello', 'SHA-1')", "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"],
  ["States.Hash('hello', 'SHA-256')", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"],
  ["States.JsonMerge($.object, States.StringToJson('\\{\"Arg1\":9\\}'), false)", { ...INPUT.object, Arg1: 9 }],
  ["States.StringToJson($.json)", { a: [1, null] }],
  ["States.JsonToString(States.StringToJson($.json))", '{"a":[1,null]}'],
  ["States.MathAdd(1.5, 1.51)", 4],
  ["States.MathAdd(-1.5, 0)", -1],
  ["States.MathAdd(-0.5, 0)", 0],
  ["States.StringSplit('a,b;;c', ',;')", ["a", "b", "c"]],
  ["States.StringSplit('', ',')", []],
  ["States.StringSplit('abc', '')", ["abc"]],
  ["States.Format('no braces')", "no braces"],
  [
    "States.Format('{}|{}|{}|{}', null, true, 1.5, $.object)",
    "null|true|1.5|{Arg1=1, Arg2=[], Arg3={text=x, none=null}}",
  ],
  ["States.Format('It\\'s \\{{}\\} \\\\', $.name)", "It's {Ada} \\"],
  ["States.Format($.template, 1, States.Format('<{}>', 2))", "1 and <2>"],
  ["States.Array( 1 , 2 ) ", [1, 2]],
];

describe("values", () => {
  test.each(VALUES)("%s", (call, value) => {
    expect(evaluate(call)).toEqual({ value });
  });

  test("every function of the table is among them, or below", () => {
    const called = new Set(VALUES.flatMap(([call]) => call.match(/States\.\w+/g) ?? []));
    expect([...INTRINSIC_FUNCTIONS.keys()].filter((name) => !called.has(name))).toEqual([
      "States.MathRandom",
      "States.UUID",
    ]);
  });
});

describe("failures", () => {
  test.each([
    ["States.ArrayPartition($.list, 0)", "Invalid arguments in States.ArrayPartition"],
    ["States.ArrayContains($.name, 1)", "Invalid arguments in States.ArrayContains"],
    ["States.ArrayRange(1, 1001, 1)", "Invalid arguments in States.ArrayRange"],
    ["States.ArrayRange(1, 5, 0.4)", "Invalid arguments in States.ArrayRange"],
    ["States.ArrayGetItem($.list, 8)", "Invalid arguments in States.ArrayGetItem"],
    ["States.ArrayGetItem($.list, -1)", "Invalid arguments in States.ArrayGetItem"],
    ["States.ArrayLength($.object)", "Invalid arguments in States.ArrayLength"],
    ["States.Base64Encode($.long)", "Invalid arguments in States.Base64Encode"],
    ["States.Base64Decode('a')", "Invalid arguments in States.Base64Decode"],
    ["States.Base64Decode('?*==')", "Invalid arguments in States.Base64Decode"],
    ["States.Hash('x', 'sha-256')", "Invalid arguments in States.Hash"],
    ["States.JsonMerge($.object, $.object, true)", "Invalid arguments in States.JsonMerge"],
    ["States.StringToJson($.name)", "Invalid arguments in States.StringToJson"],
    ["States.MathAdd(1, '2')", "Invalid arguments in States.MathAdd"],
    ["States.MathRandom(5, 5)", "Invalid arguments in States.MathRandom"],
    ["States.Format('{} {}', 1)", "number of arguments do not match the occurrences of {}."],
    ["States.Format('{')", "matching '}' not found for '{'."],
    ["States.Array($.nobody)", "The JsonPath argument for the field '$.nobody' could not be found in the input"],
  ])("%s", (call, reason) => {
    const { cause } = evaluate(call) as { cause: string };
    expect(cause).toContain(`The function '${call}' had the following error: `);
    expect(cause).toContain(reason);
  });
});

describe("mistakes", () => {
  test.each([
    ["", 0, "Expected an intrinsic function"],
    ["States.Nope()", 0, "Unknown intrinsic function"],
    ["States.format('{}', 1)", 0, "Did you mean States.Format?"],
    ["Format('{}', 1)", 0, "Did you mean States.Format?"],
    ["States.UUID(1)", 0, "takes 0 arguments, not 1"],
    ["States.ArrayLength()", 0, "takes 1 argument, not 0"],
    ["States.MathRandom(1)", 0, "takes 2 to 3 arguments, not 1"],
    ["States.Array(1, 2", 17, "Expected , or )"],
    ["States.Array(1,)", 15, "Expected a text"],
    ["States.Array('a)", 13, "not closed"],
    ['States.Array("a")', 13, "single quotes"],
    ["States.Format('a\\nb')", 16, "A backslash may stand only before"],
    ["States.Array($.a[)", 16, "Names inside brackets"],
    ["States.Array(1) 2", 16, "ends before this"],
    [`${"States.Array(".repeat(11)}1${")".repeat(11)}`, 130, "at most 10 deep"],
  ])("%s", (text, index, message) => {
    expect(parseIntrinsic(text)).toMatchObject({ index, message: expect.stringContaining(message) });
  });

  test("ten functions may stand inside each other", () => {
    expect(isIntrinsicMistake(parseIntrinsic(`${"States.Array(".repeat(10)}1${")".repeat(10)}`))).toBe(false);
  });

  test("the parser never throws", () => {
    const pieces = fc.constantFrom(
      "States.Array",
      "States.Format",
      "(",
      ")",
      ",",
      "'",
      "\\",
      "$.a",
      "$",
      "{}",
      "1",
      "-",
      "true",
      " ",
      "[",
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 20 }).map((all) => all.join("")),
        (text) => {
          const parsed = parseIntrinsic(text);
          if (isIntrinsicMistake(parsed)) expect(parsed.index).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("chance", () => {
  test("MathRandom stays inside its bounds, cut to whole numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (seed) => {
        const { value } = evaluate("States.MathRandom(1.6, 5.4)", seed) as { value: number };
        expect([1, 2, 3, 4]).toContain(value);
      }),
    );
  });

  test("a seed in the call decides alone, as java.util.Random does", () => {
    expect(javaRandomDouble(42)).toBe(0.7275636800328681);
    expect(evaluate("States.MathRandom(0, 1000, 42)", 1)).toEqual(evaluate("States.MathRandom(0, 1000, 42)", 2));
  });

  test("UUIDs are of version 4, and the same for the same seed", () => {
    const { value } = evaluate("States.UUID()", 7) as { value: string };
    expect(value).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(evaluate("States.UUID()", 7)).toEqual({ value });
    expect(evaluate("States.UUID()", 8)).not.toEqual({ value });
  });

  test("a generator goes on from a kept state", () => {
    const random = createRandom(3);
    random.next();
    const kept = random.state();
    const drawn = [random.next(), random.next()];
    const other = createRandom(99);
    other.restore(kept);
    expect([other.next(), other.next()]).toEqual(drawn);
  });
});
