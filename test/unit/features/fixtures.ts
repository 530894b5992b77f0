/**
 * Fixtures of editor features: text files of cases, each with a title, a document in which `$0` marks the cursor, and
 * what the feature is expected to answer. Behind the document may stand `--- input` and an example of its input. A last line `...` stands for anything more. With UPDATE_FIXTURES=1 the
 * expected parts are written anew; look at the difference before keeping it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type AslDocument,
  lineStarts,
  openDocument,
  positionAt,
  type Surroundings,
  type TextLanguage,
} from "@sluice/engine";
import { expect, test } from "vitest";

interface Case {
  readonly title: string;
  readonly language: TextLanguage;
  readonly text: string;
  readonly expected: string;
}

/** Answers of a feature as text; the cursor's offset is the document's length where it has none. */
export type Render = (document: AslDocument, offset: number, title: string, surroundings: Surroundings) => string;

/** Declares one test for each case of `test/fixtures/features/<name>.txt`. */
export function testFixtures(name: string, render: Render): void {
  const file = fileURLToPath(new URL(`../../fixtures/features/${name}.txt`, import.meta.url));
  const cases = parse(readFileSync(file, "utf8"));
  if (process.env.UPDATE_FIXTURES === "1")
    writeFileSync(file, cases.map((one) => write(one, run(one, render))).join("\n"));
  for (const one of cases) {
    test(one.title, () => {
      const actual = run(one, render);
      if (!one.expected.endsWith("\n...")) return expect(actual).toBe(one.expected);
      const wanted = one.expected.split("\n").slice(0, -1);
      expect(actual.split("\n").slice(0, wanted.length)).toEqual(wanted);
    });
  }
}

/** "line:character", from 1, as editors show it. */
export function at(document: AslDocument, offset: number): string {
  const { line, character } = positionAt(lineStarts(document.text), offset);
  return `${line + 1}:${character + 1}`;
}

function run({ text, language, title }: Case, render: Render): string {
  const [marked = "", input] = text.split("\n--- input\n");
  const cursor = marked.indexOf("$0");
  const document = openDocument(marked.replace("$0", ""), language);
  const surroundings = input === undefined ? {} : { exampleInput: JSON.parse(input) };
  return render(document, cursor < 0 ? document.text.length : cursor, title, surroundings).trimEnd();
}

function parse(source: string): readonly Case[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const match = /^(.*)\n--- (json|yaml)\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(section);
      if (match === null) throw new Error(`not a case: ${section.slice(0, 60)}`);
      const [, title = "", language = "", text = "", expected = ""] = match;
      return { title, language: language as TextLanguage, text, expected: expected.trimEnd() };
    });
}

function write({ title, language, text, expected }: Case, actual: string): string {
  const shown = expected.endsWith("\n...")
    ? [...actual.split("\n").slice(0, expected.split("\n").length - 1), "..."]
    : [actual];
  return `=== ${title}\n--- ${language}\n${text}\n---\n${shown.join("\n")}\n`;
}
