/** YAML reading into the same tree, with places in the text as it stands. */
import { offsetInString, parseText, valueNode, valueOf } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const CASES: readonly (readonly [text: string, value: unknown])[] = [
  ["a: 1\nb:\n  - x\n  - ${Y}\n", { a: 1, b: ["x", "${Y}"] }],
  ["a: yes\nb: true\nc: ~\nd: 0x10\n", { a: "yes", b: true, c: null, d: 16 }],
  ["1: one\ntrue: two\n", { 1: "one", true: "two" }],
  ["base: &b {k: 1}\nuse: *b\nmerged:\n  <<: *b\n  d: 2\n", { base: { k: 1 }, use: { k: 1 }, merged: { k: 1, d: 2 } }],
  ["a: !GetAtt Table.Arn\nb: !Sub 'x-${Y}'\n", { a: "${GetAtt}", b: "x-${Y}" }],
  ["a: |\n  one\n   two\nb: >-\n  x\n  y\n", { a: "one\n two\n", b: "x y" }],
];

test.each(CASES)("%j", (text, value) => {
  const parsed = parseText(text, "yaml");
  expect(parsed.problems).toEqual([]);
  expect(valueOf(parsed.root)).toEqual(value);
});

const MISTAKES = ["&a [*a]", "a: [1, 2", 'a: "b\nc: d', "a: b: c", "a: *nobody", "\ta: 1"];

test.each(MISTAKES)("one problem for %j", (text) => {
  expect(parseText(text, "yaml").problems.map((problem) => problem.rule)).toEqual(["yaml-syntax"]);
});

describe("an index in a string leads back through", () => {
  const text = [
    "block: |",
    "    first",
    "      second line",
    'quoted: "x\\n\\u0041 \\"word\\" y"',
    "single: 'it''s here'",
    "folded: >-",
    "  one",
    "  two three",
    "plain: some plain",
    "  text over lines",
    "",
  ].join("\n");
  const parsed = parseText(text, "yaml");
  test.each([
    ["block", "second"],
    ["quoted", "word"],
    ["single", "here"],
    ["folded", "three"],
    ["plain", "over"],
  ])("%s", (key, word) => {
    const node = valueNode(parsed.root, key);
    if (node?.kind !== "string") throw new Error(`no string ${key}`);
    expect(offsetInString(parsed, node, node.value.indexOf(word))).toBe(text.indexOf(word));
  });
});

test("aliases cannot blow up", () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 9; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(", ")}]`,
    );
  }
  const { problems } = parseText(lines.join("\n"), "yaml");
  expect(problems.map((problem) => problem.rule)).toEqual(["yaml-syntax"]);
});

test("nesting without end gives one problem", () => {
  for (const text of ["[".repeat(5_000), "- ".repeat(5_000), "{a: ".repeat(5_000), "? ".repeat(5_000)]) {
    expect(parseText(text, "yaml").problems.map((problem) => problem.rule)).toEqual(["too-deeply-nested"]);
  }
});
