/** The filter bench: what is read, and what an edit leaves alone. */
import {
  type BenchPattern,
  changePattern,
  editSamples,
  isExpected,
  openDocument,
  patternsIn,
  readBench,
  type SamplesEdit,
  withChange,
} from "@sluice/engine";
import { describe, expect, it } from "vitest";

const SAMPLES = `{
  // two of them
  "messages": [
    { "name": "a", "MessageAttributes": { "shop": "x" }, "matches": true },
    { "source": "s", "detail": { "n": 1 } }
  ]
}
`;

describe("editSamples", () => {
  it.each<[string, SamplesEdit, string]>([
    ["adds", { kind: "add", sample: { name: "b" } }, '"name": "b"'],
    ["sets, and keeps name and expectation", { kind: "set", index: 0, content: { Message: 1 } }, '"matches": true'],
    ["expects", { kind: "expect", index: 0, matches: ["Jobs"] }, '"Jobs"'],
    ["expects of an event as it is", { kind: "expect", index: 1, matches: false }, '"event": {'],
    ["renames", { kind: "rename", index: 0, name: "c" }, '"name": "c"'],
  ])("%s", (_, edit, found) => {
    const after = editSamples(SAMPLES, edit) ?? "";
    expect(after).toContain(found);
    expect(after).toContain("// two of them");
  });

  it("takes away, begins a file, and leaves what is none", () => {
    expect(editSamples(SAMPLES, { kind: "remove", index: 0 })).not.toContain('"a"');
    expect(JSON.parse(editSamples(undefined, { kind: "add", sample: { name: "b" } }) ?? "")).toEqual({
      messages: [{ name: "b" }],
    });
    expect(editSamples('{ "messages": [', { kind: "remove", index: 0 })).toBeUndefined();
    expect(editSamples(SAMPLES, { kind: "remove", index: 7 })).toBeUndefined();
  });
});

const pattern = (dialect: BenchPattern["dialect"], text: string): BenchPattern => ({
  ...{ pointer: "", name: "p", because: "", places: [], start: 0, end: text.length },
  ...{ dialect, text },
});

describe("readBench", () => {
  it.each([
    ["sns-attributes", '{ "shop": ["y"] }', { MessageAttributes: { shop: "x" } }],
    ["sns-body", '{ "a": { "b": [3] } }', { Message: { a: { c: 1 } } }],
    ["sns-body", '{ "a": { "b": [3] } }', { Message: '{"a":{}}' }],
    ["eventbridge", '{ "detail": { "n": [{ "numeric": [">", 5] }] } }', { event: { detail: { n: 1 } } }],
    ["eventbridge", '{ "$or": [{ "detail": { "n": [5] } }, { "source": ["x"] }] }', { detail: { n: 1 } }],
    ["esm", '{ "body": { "urgent": [true] } }', { event: { body: '{"urgent":false}' } }],
  ] as const)("the nearest change of a %s message makes it match: %s", (dialect, text, content) => {
    const read = (value: object) => readBench([pattern(dialect, text)], JSON.stringify([value]));
    const before = read(content);
    expect(before.matches(0, 0)).toBe(false);
    const key = before.explain(0, 0).because.find(({ matched }) => !matched);
    const changed = key && withChange(JSON.parse(before.messages[0]?.text ?? ""), dialect, key);
    expect(read(changed ?? {}).matches(0, 0)).toBe(true);
  });

  it("says what is expected by whom", () => {
    const { messages } = readBench([], '[{ "matches": ["a"] }, { "matches": false }, { "Message": 1 }]');
    expect(messages.map((message) => [isExpected(message, "a"), isExpected(message, "b")])).toEqual([
      [true, false],
      [false, false],
      [undefined, undefined],
    ]);
  });

  it.each(["", "{", "[1, null]", "[[[["])("survives %j on either side", (text) => {
    const bench = readBench([pattern("sns-body", text), pattern("eventbridge", "{}")], text);
    for (const [index] of bench.messages.entries()) bench.explain(0, index);
    expect(bench.policies).toHaveLength(2);
  });
});

it("changes a pattern in a string of a template by its own place", () => {
  const text =
    "Resources:\n  A:\n    Type: AWS::SNS::Subscription\n    Properties:\n      FilterPolicy: '{\"k\": [\"it''s\"]}'\n";
  const document = openDocument("template", text, "yaml");
  const [found] = patternsIn(document, "file:///t.yaml");
  const [edit] = changePattern(document, found?.pointer ?? "", { text: "", place: "/k", value: "b" }) ?? [];
  expect(edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end)).toContain(`["it''s", "b"]`);
});
