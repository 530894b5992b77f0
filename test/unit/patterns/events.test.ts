/** Fields, arrays, `$or`, attributes and records: what a pattern looks at in what each service hands it. */
import { compilePattern, type JsonObject, matchesPattern, type PatternDialect, type SnsMessage } from "@sluice/engine";
import { describe, expect, test } from "vitest";

function eventMatches(
  pattern: string | JsonObject,
  event: string | JsonObject,
  dialect: PatternDialect = "eventbridge",
): boolean {
  return matchesPattern(compilePattern(pattern, dialect), event);
}

describe("fields", () => {
  const pattern = { "a.b": { c: ["x"] } };
  test.each([
    [{ a: { b: { c: "x" } } }, true],
    [{ "a.b": { c: "x" } }, true],
    [{ a: { "b.c": "x" } }, true],
    [{ "a.b.c": "x" }, true],
    [{ a: { b: "x" } }, false],
    [{ "a.b.c": { d: "x" } }, false],
  ])("dots join with nesting: %j", (event, expected) => {
    expect(eventMatches(pattern, event)).toBe(expected);
    expect(eventMatches(pattern, JSON.stringify(event))).toBe(expected);
  });

  test("keys with escapes are the keys that they mean", () => {
    expect(eventMatches({ größe: ["ä"] }, '{"gr\\u00f6\\u00dfe": "\\u00e4"}')).toBe(true);
  });

  test("a field may hold leaves and keys at once", () => {
    const both = '{"a": [1], "a": {"b": ["x"]}}';
    expect(eventMatches(both, '{"a": [1, {"b": "x"}]}')).toBe(true);
    expect(eventMatches(both, { a: 1, "a.b": "x" })).toBe(true);
    expect(eventMatches(both, { a: 1 })).toBe(false);
  });

  test("of two lists for one field the last counts, of two values in the event any", () => {
    expect(eventMatches('{"a": ["x"], "a": ["y"]}', '{"a": "x"}')).toBe(false);
    expect(eventMatches('{"a": ["x"], "a": ["y"]}', '{"a": "y"}')).toBe(true);
    expect(eventMatches('{"a": ["y"]}', '{"a": "y", "a": "x"}')).toBe(true);
  });
});

describe("arrays", () => {
  const rows = { rows: { name: ["x"], size: [1] } };
  test.each([
    [{ rows: [{ name: "x", size: 1 }] }, true],
    [
      {
        rows: [
          { name: "x", size: 2 },
          { name: "y", size: 1 },
        ],
      },
      false,
    ],
    [{ rows: [[{ name: "x", size: 1 }], [{ name: "y" }]] }, true],
    [{ rows: [[{ name: "x" }], [{ size: 1 }]] }, false],
    [{ rows: [{ name: ["y", "x"], size: 1 }] }, true],
    [{ rows: { name: "x", size: 1 } }, true],
  ])("conditions inside hold in one element: %j", (event, expected) => {
    expect(eventMatches(rows, event)).toBe(expected);
    expect(eventMatches(rows, JSON.stringify(event))).toBe(expected);
  });

  test("what is absent from the element counts as absent", () => {
    const pattern = { rows: { a: ["x"], b: [{ exists: false }] } };
    expect(eventMatches(pattern, { rows: [{ a: "x" }, { a: "y", b: 1 }] })).toBe(true);
    expect(eventMatches(pattern, { rows: [{ a: "x", b: 1 }, { a: "y" }] })).toBe(false);
  });

  test("fields are tried in the order of their names, so that absence before a choice means absence everywhere", () => {
    const pattern = { rows: { a: [{ exists: false }], b: ["x"] } };
    expect(eventMatches(pattern, { rows: [{ b: "x" }, { a: 1 }] })).toBe(false);
    expect(eventMatches(pattern, { rows: [{ b: "x" }] })).toBe(true);
  });
});

describe("$or", () => {
  const pattern = { source: ["s"], $or: [{ a: ["1"] }, { b: ["2"], $or: [{ c: ["3"] }, { d: ["4"] }] }] };
  test.each([
    [{ source: "s", a: "1" }, true],
    [{ source: "s", b: "2", d: "4" }, true],
    [{ source: "s", b: "2" }, false],
    [{ a: "1" }, false],
  ])("%j", (event, expected) => {
    expect(eventMatches(pattern, event)).toBe(expected);
  });

  test("a key inside replaces the same key outside, in its own alternative", () => {
    const name = { name: ["a", "b"], $or: [{ name: [{ "anything-but": "a" }] }, { more: ["x"] }] };
    expect(eventMatches(name, { name: "c" })).toBe(true);
    expect(eventMatches(name, { name: "a", more: "x" })).toBe(true);
    expect(eventMatches(name, { name: "c", more: "x" })).toBe(true);
    expect(eventMatches(name, { name: "a" })).toBe(false);
  });

  test("where it cannot be the word it is a field", () => {
    expect(eventMatches({ $or: { a: ["1"] } }, { $or: { a: "1" } })).toBe(true);
    expect(eventMatches({ $or: { a: ["1"] } }, { a: "1" })).toBe(false);
  });

  test("in two places, each way is one of all", () => {
    const both = { $or: [{ a: ["1"] }, { b: ["2"] }], in: { $or: [{ c: ["3"] }, { d: ["4"] }] } };
    expect(compilePattern(both, "eventbridge").branches).toHaveLength(4);
    expect(eventMatches(both, { b: "2", in: { c: "3" } })).toBe(true);
    expect(eventMatches(both, { in: { c: "3" } })).toBe(false);
  });
});

describe("SNS", () => {
  const policy = { store: ["example_corp"], price: [{ numeric: [">=", 100] }], tags: ["rugby", true, null] };
  const message = (attributes: SnsMessage["attributes"]): SnsMessage => ({
    body: "Hello",
    attributes: attributes ?? {},
  });
  const good = {
    store: { Type: "String", Value: "example_corp" },
    price: { Type: "Number", Value: "210.75" },
    tags: { Type: "String.Array", Value: '["soccer", "rugby"]' },
  };

  test.each([
    ["as it should be", {}, true],
    ["a number given as such", { price: { Type: "Number", Value: 100 } }, true],
    ["a boolean in a list", { tags: { Type: "String.Array", Value: "[true]" } }, true],
    ["null in a list", { tags: { Type: "String.Array", Value: "[null]" } }, true],
    ["a list that is no JSON", { tags: { Type: "String.Array", Value: "['rugby']" } }, false],
    ["a text that looks like a list", { tags: { Type: "String", Value: '["rugby"]' } }, false],
    ["a number as a text", { price: { Type: "String", Value: "210.75" } }, false],
    ["a binary attribute", { store: { Type: "Binary", Value: "example_corp" } }, false],
    ["a text that is too little", { price: { Type: "Number", Value: "99.99" } }, false],
  ])("attributes: %s", (_, other, expected) => {
    expect(matchesPattern(compilePattern(policy, "sns-attributes"), message({ ...good, ...other }))).toBe(expected);
  });

  test("a body that is no JSON object matches no policy about the body", () => {
    const absent = compilePattern({ coupon: [{ exists: false }] }, "sns-body");
    expect(matchesPattern(absent, { body: "{}" })).toBe(true);
    for (const body of ["", "plain text", "[]", '"text"', "1", "{", '{"a": 1,}', '{"a": 01}', "{} x"]) {
      expect(matchesPattern(absent, { body }), body).toBe(false);
    }
  });

  test("a name with dots is the name of one attribute", () => {
    const compiled = compilePattern({ "order.state": ["paid"] }, "sns-attributes");
    expect(matchesPattern(compiled, message({ "order.state": { Type: "String", Value: "paid" } }))).toBe(true);
  });
});

describe("records of event sources", () => {
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  test.each([
    ["SQS, JSON", { body: { state: ["paid"] } }, { body: '{"state": "paid"}', eventSource: "aws:sqs" }, true],
    ["SQS, text for a pattern on keys", { body: { state: ["paid"] } }, { body: "paid" }, false],
    ["SQS, text for a pattern on text", { body: ["paid"] }, { body: "paid" }, true],
    ["SQS, JSON for a pattern on text", { body: [{ prefix: "{" }] }, { body: '{"state": "paid"}' }, false],
    [
      "Kinesis",
      { data: { state: ["paid"] } },
      { kinesis: { data: base64('{"state": "paid"}'), partitionKey: "1" } },
      true,
    ],
    ["Kinesis, metadata", { partitionKey: ["1"] }, { kinesis: { data: base64("x"), partitionKey: "1" } }, true],
    ["Kafka", { value: { state: ["paid"] } }, { topic: "t", value: base64('{"state": "paid"}') }, true],
    ["a message broker", { data: ["größer"] }, { messageID: "1", data: base64("größer") }, true],
    [
      "DynamoDB",
      { dynamodb: { NewImage: { n: { N: [{ numeric: [">", 1] }] } } } },
      { dynamodb: { NewImage: { n: { N: "2" } } } },
      false,
    ],
  ] as const)("%s", (_, pattern, record, expected) => {
    for (const dialect of ["esm", "pipes"] as const) {
      const compiled = compilePattern(pattern as unknown as JsonObject, dialect);
      expect(matchesPattern(compiled, record as JsonObject)).toBe(expected);
      expect(matchesPattern(compiled, JSON.stringify(record))).toBe(expected);
    }
  });
});
