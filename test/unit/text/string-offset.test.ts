/** Offsets of all characters of a string are those that each has when asked alone, whatever way the string is written. */
import { nodeAtPointer, offsetInString, offsetsInString, parseText, type StringNode } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";

function stringIn(text: string, language: "json" | "yaml"): { parsed: ReturnType<typeof parseText>; node: StringNode } {
  const parsed = parseText(text, language);
  const node = nodeAtPointer(parsed.root, "/a");
  if (node?.kind !== "string") throw new Error(`no string in ${text}`);
  return { parsed, node };
}

const WRITTEN: readonly (readonly [what: string, language: "json" | "yaml", text: string])[] = [
  ["plain JSON", "json", '{"a": "abc def"}'],
  ["JSON with escapes", "json", '{"a": "a\\"b\\u00e9\\n\\\\c"}'],
  ["a plain scalar", "yaml", "a: abc def"],
  ["a plain scalar over lines", "yaml", "a: abc\n  def\n  ghi"],
  ["single quotes", "yaml", "a: 'it''s  so'"],
  ["double quotes", "yaml", 'a: "x\\ty \\x41\\u00e9 z"'],
  ["a literal block", "yaml", "a: |-\n    one\n      two\n    three\n"],
  ["a folded block", "yaml", "a: >-\n    one\n    two\n\n    three\n"],
];

test.each(WRITTEN)("%s", (_, language, text) => {
  const { parsed, node } = stringIn(text, language);
  const offsetOf = offsetsInString(parsed, node);
  for (let index = 0; index <= node.value.length; index++) {
    expect(offsetOf(index)).toBe(offsetInString(parsed, node, index));
    const character = node.value[index];
    if (character !== undefined && /[a-z]/.test(character)) expect(text[offsetOf(index)]).toBe(character);
  }
});

test("any string in JSON", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (value) => {
      const { parsed, node } = stringIn(JSON.stringify({ a: value }), "json");
      const offsetOf = offsetsInString(parsed, node);
      for (let index = 0; index <= value.length; index++) {
        expect(offsetOf(index)).toBe(offsetInString(parsed, node, index));
      }
      expect(offsetOf(value.length)).toBe(node.end - 1);
    }),
  );
});
