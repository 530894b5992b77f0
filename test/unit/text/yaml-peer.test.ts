/** Our YAML reader beside the yaml package: the same values at the same places, wherever the package finds no mistake. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Node, nodeAt, parseText } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isAlias, isMap, isScalar, isSeq, parseDocument, stringify } from "yaml";

/** A value with its place; members with their keys as they are written. Nothing has no place. */
interface Outline {
  readonly tag?: string | undefined;
  readonly value?: unknown;
  readonly at?: readonly [number, number];
  readonly members?: readonly (readonly [string, number, Outline])[];
  readonly items?: readonly Outline[];
}

const ALIAS: Outline = { value: "alias" };
const OPTIONS = { version: "1.2", prettyErrors: false, uniqueKeys: false, merge: false } as const;

function theirs(text: string): Outline | undefined {
  const document = parseDocument(text, OPTIONS);
  return document.errors.length > 0 ? undefined : outlineOf(document.contents, text);
}

function outlineOf(node: unknown, text: string): Outline {
  if (isAlias(node)) return ALIAS;
  if (isMap(node)) {
    const members = node.items.map(({ key, value }): readonly [string, number, Outline] => {
      const [start, end] = (key as { range: [number, number] } | null)?.range ?? [0, 0];
      return [...keyAt(start, end, text), outlineOf(value, text)];
    });
    return { tag: ownTag(node.tag), members };
  }
  if (isSeq(node)) return { tag: ownTag(node.tag), items: node.items.map((item) => outlineOf(item, text)) };
  if (!isScalar(node)) return { value: null };
  const value = typeof node.value === "bigint" ? Number(node.value) : node.value;
  const [start, end] = node.range as unknown as [number, number];
  return {
    tag: ownTag(node.tag),
    value,
    ...(start === end || value === null || String(value).trim() === "" ? {} : { at: [start, end] as const }),
  };
}

function keyAt(start: number, end: number, text: string): readonly [string, number] {
  const key = text.slice(start, end).trimEnd();
  return [key, key === "" ? 0 : start];
}

function ownTag(tag: string | undefined): string | undefined {
  return tag !== undefined && /^![^!]/.test(tag) ? tag : undefined;
}

function ours(node: Node, text: string): Outline {
  if (text[node.start] === "*") return ALIAS;
  const isEmpty = node.start === node.end || (node.kind === "string" && node.value.trim() === "");
  const at = isEmpty ? {} : { at: [node.start, node.end] as const };
  switch (node.kind) {
    case "object": {
      const members = node.properties.map(({ key, value }): readonly [string, number, Outline] => {
        return [...keyAt(key.start, key.end, text), ours(value, text)];
      });
      return { tag: undefined, members };
    }
    case "array":
      return { tag: undefined, items: node.items.map((item) => ours(item, text)) };
    case "placeholder":
      if (node.argument === undefined) return { tag: undefined, value: `\${${node.name}}`, ...at };
      if (node.argument.kind === "string" && node.argument.sub) return ours(node.argument, text);
      return { ...ours(node.argument, text), tag: `!${node.name}` };
    case "string":
      return { tag: node.sub ? "!Sub" : undefined, value: node.value, ...at };
    case "number":
    case "boolean":
      return { tag: undefined, value: node.value, ...at };
    default:
      return { tag: undefined, value: null };
  }
}

/** True where the package finds no mistake; then both must say the same. What is empty has no place to speak of. */
function same(text: string): boolean {
  const expected = theirs(text);
  if (expected === undefined) return false;
  const { root, problems } = parseText(text, "yaml");
  expect(problems).toEqual([]);
  expect(JSON.stringify(ours(root, text))).toBe(JSON.stringify(expected));
  return true;
}

const SAMPLES = [
  "a: \"one\n  two\n\n  three \\\n   four\\tfive \\x41\\u00e9 \\\" \"\nb: 'it''s\n\n  here'\n",
  "a: |2\n   x\n  y\n\n\nb: >+\n  one\n  two\n\n   three\n  four\n\n\nc: |-\n\n  x\n\nd: >\n\n\n  y\n  z\n\n    w\n",
  "- - a\n  - b: 1\n    c:\n    - d\n-\n  - e\n-   f: [x, {y: z, w}, [1, 2,],]\n    g:\n",
  "? complex\n: value\n? - a\n  - b\n: - c\n'quoted key': 1\n\"other\" : 2\n[a, b]: 3\n",
  "--- # comment\na: 1 # x\n# y\nb: &x\n  c: 1\nd: &y {e: f}\ng: *y\n",
  "a: !Sub |\n  ${X}\nb: !Join [',', [!Ref A, !GetAtt B.C]]\nc: !If\n  - D\n  - !Ref E\n  - f: !Sub '${G}'\nd: !Ref\n  H\n",
  "a: x:y\nb: http://c\nd: -1\ne: - f\n",
  "a: [b: c, 'd':e, f: , ? g : h]\ni: {j: , 'k', l: [\n]\n}\n",
  "plain text\n  over lines\n\n  and more\n",
  "a: ~\nb: Null\nc: 0x1F\nd: 0o17\ne: 1e3\nf: .5\ng: -.inf\nh: .NaN\ni: TRUE\nj: 2012-10-17\nk: 012\nl: 1_000\nm: yes\n",
  "a: b #c\nd: e#f\n\ng:   \n  h   \n  i\n",
  "<<: 1\na:\n- 1\n-   - 2\n- b:\n  - 3\n  c: 4\n",
];

test.each(SAMPLES)("%j", (text) => {
  for (const variant of [text, text.replaceAll("\n", "\r\n"), text.trimEnd()]) if (theirs(variant)) same(variant);
});

const word = fc.oneof(
  fc.constantFrom(
    "a",
    "- b",
    "c: d",
    "${X}",
    "#e",
    "f #g",
    "it's",
    '"h"',
    "null",
    "12",
    "0x1",
    "*i",
    "&j",
    "!k",
    "|",
    ">",
  ),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    "two\nlines",
    "  indented\nlines\n",
    "\n\nblank\n\n\nlines\n",
    "a very long text that is folded into several lines",
    "é😀",
    "x\t",
  ),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    tie("list"),
    tie("map"),
  ),
  list: fc.array(tie("any"), { maxLength: 4 }),
  map: fc.dictionary(word, tie("any"), { maxKeys: 4 }),
})).any;

test("what the package writes, in every style", () => {
  const style = fc.record({
    indent: fc.constantFrom(1, 2, 4),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20, 80),
    defaultStringType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
    collectionStyle: fc.constantFrom("any", "block", "flow"),
  } as const);
  fc.assert(
    fc.property(value, style, (data, options) => {
      const text = stringify(data, options);
      // The package cannot read everything that it writes.
      same(text);
    }),
    { numRuns: 1_000 },
  );
});

test("texts made of pieces, right or wrong: never a failure, and the same where neither finds a mistake", () => {
  const piece = fc.constantFrom(
    ..."a|b: |- |\n|\n  |\n    |[|]|{|}|, |\"|'|#| #|!Ref a|&x |*x|\\||>|>-\n|\t|---\n|\\|'' |x y|${Z}|\r\n|2.5".split(
      "|",
    ),
    "|",
    "|+\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join("");
      const { root, problems } = parseText(text, "yaml");
      for (const { start, end } of problems) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      for (let offset = 0; offset <= text.length; offset++) nodeAt(root, offset);
      if (problems.length === 0) same(text);
    }),
    { numRuns: 2_000 },
  );
});

const CORPUS = ["templates", "asl"].map((set) => path.join(import.meta.dirname, "../../../../shared/corpus", set));

test.skipIf(!CORPUS.every(existsSync))(
  "real files (skipped without ../shared/corpus)",
  () => {
    let compared = 0;
    for (const folder of CORPUS) {
      for (const name of readdirSync(folder).filter((file) => /\.ya?ml$/.test(file))) {
        if (same(readFileSync(path.join(folder, name), "utf8"))) compared++;
      }
    }
    expect(compared).toBeGreaterThan(400);
  },
  60_000,
);
