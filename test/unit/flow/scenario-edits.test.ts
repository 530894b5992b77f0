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
    ["a block by one line", "a:\n  b: 1\n  c: 2\nd: 3\n", ["a"], { b: 2 }, "a: { b: 2 }\nd: 3\n"],
  ];

test.each(SETTINGS)("set: %s", (_, before, path, value, after) => {
  expect(setIn(before, "yaml", path, value)).toBe(after);
});

test("set, in JSON", () => {
  expect(setIn('{"a": {"b": 1}}', "json", ["a", "b"], 2)).toBe('{"a": {"b": 2}}');
  expect(setIn("{]", "json", ["a"], 2)).toBeUndefined();
});

test.each([
  ["behind the others", "f:\n  - { a: 1 }\n", 'f:\n  - { a: 1 }\n  - { "b": 2 }\n'],
  ["in a list that is made", "x: 1\n", "x: 1\nf:\n  - b: 2\n"],
])("add %s", (_, before, after) => {
  expect(addTo(before, "yaml", ["f"], { b: 2 })).toBe(after);
});
