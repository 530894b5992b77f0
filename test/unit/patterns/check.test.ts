/** What AWS answers to patterns, with places and mends; more rows are in the conformance cases and in the rules' examples. */
import {
  checkPattern,
  checkPatternNode,
  compilePattern,
  type PatternDialect,
  parseText,
  patternRejection,
  valueNode,
} from "@sluice/engine";
import { describe, expect, test } from "vitest";

const SNS = "Invalid parameter: FilterPolicy: ";
const EVENTS = "Event pattern is not valid. Reason: ";

/** AWS's words, shortened by what stands before all of them. */
function words(text: string, dialect: PatternDialect): string | undefined {
  const message = patternRejection(text, dialect)?.message;
  return message?.replace(dialect.startsWith("sns") ? SNS : EVENTS, "");
}

describe("AWS's words", () => {
  test.each([
    ["sns-attributes", '{"a": [{}]}', "Match expression name not found"],
    ["sns-attributes", '{"a": [{"numeric": [">", 1, "<", 2, 3]}]}', "Too many terms in numeric range expression"],
    ["sns-attributes", '{"a": [{"numeric": ["=", 1, "<", 2]}]}', "Too many elements in numeric expression"],
    ["sns-attributes", '{"a": [{"numeric": [">", 1, 2]}]}', "Bad value in numeric range: 2"],
    ["sns-attributes", '{"a": [{"numeric": [true]}]}', "Invalid member in numeric match: true"],
    ["sns-attributes", '{"a": [{"numeric": [{"a": 1}]}]}', "Invalid member in numeric match: {"],
    ["sns-attributes", '{"a": [{"cidr": "10.0.0.0/33"}]}', "IPv4 mask bits must be < 32"],
    ["sns-attributes", '{"a": [{"cidr": "::/128"}]}', "IPv6 mask bits must be < 128"],
    ["sns-attributes", '{"a": [{"cidr": "10.0.0.0/-1"}]}', "Malformed CIDR, mask bits must not be negative"],
    ["sns-attributes", '{"a": [{"cidr": "10.0.0.0/"}]}', "Malformed CIDR, one '/' required"],
    ["sns-attributes", '{"a": [{"cidr": "10.0.0.256/8"}]}', "Invalid IP address: 10.0.0.256"],
    ["sns-attributes", '{"a": [{"prefix": {"equals-ignore-case": "x"}}]}', "prefix match pattern must be a string"],
    ["sns-attributes", '{"a": [{"anything-but": {"prefix": ["x"]}}]}', "prefix match pattern must be a string"],
    ["sns-attributes", '{"a": [{"anything-but": {}}]}', "Anything-But expression name not found"],
    [
      "sns-attributes",
      '{"a": [{"anything-but": []}]}',
      "Inside anything but list, either all values are number or string, mixed type is not supported",
    ],
    [
      "sns-attributes",
      '{"a": [{"anything-but": [true]}]}',
      "Inside anything but list, start|null|boolean is not supported.",
    ],
    [
      "sns-attributes",
      "{a: 1}",
      "failed to parse JSON. Unexpected character ('a' (code 97)): was expecting double-quote to start field name",
    ],
    // SNS reads all of the text first, EventBridge what comes first.
    [
      "sns-attributes",
      '{"a": [{"prefix": 1}], }',
      "failed to parse JSON. Unexpected character ('}' (code 125)): was expecting double-quote to start field name",
    ],
    ["eventbridge", '{"a": [{"prefix": 1}], }', "prefix match pattern must be a string"],
    [
      "eventbridge",
      '{"a": [1], }',
      "Unexpected character ('}' (code 125)): was expecting double-quote to start field name",
    ],
    ["eventbridge", "[]", "Filter is not an object"],
    ["eventbridge", "", "Filter is not an object"],
    ["eventbridge", "{}", "Empty objects are not allowed"],
    ["eventbridge", '{"a": {}}', "Empty objects are not allowed"],
    ["eventbridge", '{"a": null}', '"a" must be an object or an array'],
    ["eventbridge", '{"$or": [{"a": [1]}, {}]}', "Empty objects are not allowed"],
    ["eventbridge", '{"$or": 1}', "It must be an Array followed with $or."],
    [
      "eventbridge",
      '{"$or": [{"a": [1]}, {"b": {"regex": ["x"]}}]}',
      "regex is Ruler reserved fieldName which cannot be used inside $or.",
    ],
    ["eventbridge", '{"a": [{"suffix": {}}]}', "Suffix expression name not found"],
    ["eventbridge", '{"a": [{"prefix": {"suffix": "x"}}]}', "Unsupported prefix pattern: suffix"],
    [
      "eventbridge",
      '{"a": [{"prefix": {"equals-ignore-case": "x"}, "b": 1}]}',
      "Only one key allowed in match expression",
    ],
    ["eventbridge", '{"a": [{"wildcard": "a\\\\b"}]}', "Invalid escape character at pos 2"],
    ["eventbridge", '{"a": [{"wildcard": "ä**"}]}', "Consecutive wildcard characters at pos 3"],
    ["eventbridge", '{"a": [{"anything-but": {"wildcard": "a**"}}]}', "Consecutive wildcard characters at pos 2"],
    // All of a list is read before its wildcards are looked into.
    ["eventbridge", '{"a": [{"anything-but": {"wildcard": ["a**", 1]}}]}', "wildcard match pattern must be a string"],
    [
      "eventbridge",
      '{"a": [{"anything-but": {"wildcard": ["b", "a**"]}}]}',
      "Consecutive wildcard characters at pos 2",
    ],
    ["eventbridge", '{"a": [{"anything-but": {"prefix": ["", 1]}}]}', "Null prefix/suffix not allowed"],
    ["eventbridge", '{"a": [{"anything-but": 9007199254740993}]}', "Cannot compare number : 9007199254740993"],
    ["eventbridge", '{"a": [{"exists": true, "b": 1}]}', "Only one key allowed in match expression"],
    ["esm", '{"a": 1}', "Invalid filter pattern definition."],
    ["pipes", '{"a": [{"anything-but": {"prefix": "x"}}]}', "Unsupported anything-but pattern: prefix"],
  ] as const)("%s %s", (dialect, text, expected) => {
    expect(words(text, dialect)).toBe(expected);
  });

  test.each([
    ["sns-attributes", '{"a": [9007199254]}', { code: "InternalError", message: "" }],
    [
      "sns-attributes",
      '{"a": {"b": ["x"]}}',
      {
        code: "InvalidParameter",
        message: "Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy",
      },
    ],
    [
      "sns-attributes",
      '{"a": {"b": "x"}}',
      { code: "InvalidParameter", message: 'Invalid parameter: FilterPolicy: "b" must be an object or an array' },
    ],
  ] as const)("%s %s", (dialect, text, expected) => {
    expect(patternRejection(text, dialect)).toEqual(expected);
  });

  test.each([
    ["sns-attributes", '{"a": ["x"], "$or": [{"b": ["y"]}, {"c": ["z"]}]}'],
    ["sns-attributes", '{"a.b": ["x"]}'],
    ["sns-body", '{"a": {"b": ["x"]}}'],
    ["sns-body", '{"a": [{"wildcard": "x*"}]}'],
    ["eventbridge", '{"a": [9007199254740993]}'],
    ["eventbridge", '{"detail": {"$or": [{"a": [1]}, {"b": {"$or": [{"c": [1]}, {"d": [2]}]}}]}}'],
  ] as const)("takes %s %s", (dialect, text) => {
    expect(patternRejection(text, dialect)).toBeUndefined();
  });
});

test("every mistake is found, not only the first, each where it is", () => {
  const text = '{"a": "x", "b": [{"prefx": "y"}, [1]], "c": []}';
  const found = checkPattern(text, "sns-attributes").map(({ rule, start, end }) => [rule, text.slice(start, end)]);
  expect(found).toEqual([
    ["pattern-value", '"x"'],
    ["pattern-unknown-operator", '"prefx"'],
    ["pattern-element", "[1]"],
    ["pattern-empty-array", "[]"],
  ]);
});

test("what is filled in at deployment is no mistake", () => {
  const text = `{
    "account": [{ "Ref": "AWS::AccountId" }], "region": { "Ref": "Regions" }, "source": [ \${Source} ],
    "detail": { "name": [{ "prefix": { "Fn::Sub": "\${Stack}-" } }], "n": [{ "numeric": [">", { "Ref": "Least" }] }],
      "ip": [{ "cidr": "\${Range}" }], "but": [{ "anything-but": [{ "Ref": "Name" }] }] }
  }`;
  expect(checkPattern(text, "eventbridge")).toEqual([]);
});

test("a part of a document is judged by itself, at its places in the document", () => {
  const text = "Policy:\n  store: [example_corp]\n  price:\n    - numeric: ['>', '5']\nOther: 1\n";
  const parsed = parseText(text, "yaml");
  const policy = valueNode(parsed.root, "Policy");
  const [problem, ...others] = policy === undefined ? [] : checkPatternNode(parsed, policy, "sns-attributes");
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    rule: "pattern-numeric",
    aws: { message: "Invalid parameter: FilterPolicy: Value of > must be numeric" },
  });
  expect(text.slice(problem?.start, problem?.end)).toBe("'5'");
});

test("a pattern with more ways than can be followed is told, and matches nothing", () => {
  const or = (name: string): string =>
    `"${name}": {"$or": [${Array.from({ length: 30 }, (_, n) => `{"k": [${n}]}`).join()}]}`;
  const text = `{"detail": {${["a", "b", "c", "d", "e", "f"].map(or).join()}}}`;
  expect(checkPattern(text, "eventbridge").map(({ rule }) => rule)).toContain("pattern-too-many-branches");
  expect(compilePattern(text, "eventbridge").branches).toEqual([]);
});

test("long and odd patterns take no longer than their length", () => {
  const list = JSON.stringify({ a: Array.from({ length: 20_000 }, (_, n) => `value-${n % 10_000}`) });
  expect(checkPattern(list, "sns-body").filter(({ rule }) => rule === "pattern-repeated-value")).toHaveLength(10_000);
  // Each of forty $or doubles the ways, and would double what is told of them.
  const or = `{${Array.from({ length: 40 }, (_, n) => `"k${n}": {"$or": [{"a": [1]}, {"b": [2]}]}`).join()}}`;
  const tooComplex = checkPattern(or, "sns-body").find(
    ({ rule }) => rule === "pattern-too-complex" || rule === "pattern-too-many-keys",
  );
  expect(tooComplex?.message.length).toBeLessThan(400);
  const wildcards = JSON.stringify({
    detail: { a: Array.from({ length: 5_000 }, (_, n) => ({ wildcard: `${n}*x*y` })) },
  });
  expect(checkPattern(wildcards, "eventbridge").map(({ rule }) => rule)).toContain("pattern-too-long");
});

test("a finding leads to the page of the service that is asked", () => {
  const pages = (["sns-body", "eventbridge", "esm"] as const).map((dialect) => {
    return checkPattern('{"a": [{"prefix": 3}]}', dialect)[0]?.docs?.split("/")[3];
  });
  expect(pages).toEqual(["sns", "eventbridge", "lambda"]);
});
