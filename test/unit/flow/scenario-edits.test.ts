import { addTo, type JsonValue, setIn } from "@sluice/engine";
import { expect, test } from "vitest";

const SETTINGS: readonly [title: string, before: string, path: (string | number)[], value: JsonValue, after: string][] =
  [
    ["a value in its place", "a: 1 # one\nb: 2\n", ["a"], 3, "a: 3 # one\nb: 2\n"],
    ["a text that YAML would read otherwise", "a: 1\n", ["a"], "2%", 'a: "2%"\n'],
    ["what is missing is made", "a: 1\n", ["b", "c"], 2, "a: 1\nb:\n  c: 2\n"],
    ["inside of what is there", "b:\n  c: 1\n", ["b", "d", "e"], 2, "b:\n  c: 1\n  d:\n    e: 2\n"],
    ["in brackets", "b: { c: { d: 1 } }\n", ["b", "c", "d"], 2, "b: { c: { d: 2 } }\n"],
    ["in a list", "t:\n  - to: A\n    rate: 1/s\n", ["t", 0, "rate"], "5/s", 't:\n  - to: A\n    rate: "5/s"\n'],
    ["a block by another", "a: # one\n  b: 1\n  c: 2\nd: 3\n", ["a"], { b: 2 }, "a: # one\n  b: 2\nd: 3\n"],
    ["a block by a value", "a:\n  b: 1\nd: 3\n", ["a"], 2, "a: 2\nd: 3\n"],
    ["a value by a block", "a: 1\nd: 3\n", ["a"], { b: [1, { c: 2 }] }, "a:\n  b:\n    - 1\n    - c: 2\nd: 3\n"],
    ["where nothing stands yet", "a:\nd: 3\n", ["a", "b"], { c: 2 }, "a:\n  b:\n    c: 2\nd: 3\n"],
    ["an item of a list", "a:\n  - b: 1\n    c: 2 # two\n", ["a", 0], { d: 3 }, "a:\n  - d: 3 # two\n"],
    ["brackets by brackets", "a: { b: { c: 1 } }\n", ["a", "b"], { c: [{ d: 2 }] }, "a: { b: { c: [{ d: 2 }] } }\n"],
    ["nothing", "a: 1\n", ["a"], {}, "a: {}\n"],
  ];

test.each(SETTINGS)("set: %s", (_, before, path, value, after) => {
  expect(setIn(before, "yaml", path, value)).toBe(after);
});

test("set, in JSON", () => {
  expect(setIn('{"a": {"b": 1}}', "json", ["a", "b"], 2)).toBe('{"a": {"b": 2}}');
  expect(setIn("{]", "json", ["a"], 2)).toBeUndefined();
});

const ITEM = { metric: "A.sent", total: "= 2" };

test.each([
  ["as the others in brackets", "f:\n  - { a: 1 }\n", 'f:\n  - { a: 1 }\n  - { metric: A.sent, total: "= 2" }\n'],
  [
    "as the others in blocks",
    "f:\n  - a: 1\n    b: 2\n",
    'f:\n  - a: 1\n    b: 2\n  - metric: A.sent\n    total: "= 2"\n',
  ],
  ["behind a comment", "f:\n- a: 1 # one\n# end\n", 'f:\n- a: 1 # one\n- metric: A.sent\n  total: "= 2"\n# end\n'],
  ["in a list on one line", "f: [{a: 1}]\n", 'f: [{a: 1}, {metric: A.sent, total: "= 2"}]\n'],
  ["in a list that is made", "x: 1\n", 'x: 1\nf:\n  - metric: A.sent\n    total: "= 2"\n'],
  ["in a list that is empty", "f: []\n", 'f: [{ metric: A.sent, total: "= 2" }]\n'],
  ["in a list that is named", "f:\nx: 1\n", 'f:\n  - metric: A.sent\n    total: "= 2"\nx: 1\n'],
])("add %s", (_, before, after) => {
  expect(addTo(before, "yaml", ["f"], ITEM)).toBe(after);
});

test("add, in JSON on several lines", () => {
  const before = '{\n  "f": [\n    { "a": 1 }\n  ]\n}\n';
  expect(addTo(before, "json", ["f"], { b: 2 })).toBe('{\n  "f": [\n    { "a": 1 },\n    { "b": 2 }\n  ]\n}\n');
});
