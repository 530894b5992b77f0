/**
 * Fixtures of editor features: text files of cases, each with a title, a document in which `$0` marks the cursor, and
 * what the feature is expected to answer. The line above the document says what it is written in and, where it is no
 * state machine, its kind: `--- json filter-policy`. Behind it may stand files beside it: `--- input` and its text. A last
 * line `...` stands for anything more. With UPDATE_FIXTURES=1 the expected parts are written anew; look at the difference
 * before keeping it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type Document,
  type DocumentKind,
  type FileBeside,
  fileBeside,
  filesBeside,
  lineStarts,
  openDocument,
  positionAt,
  type Surroundings,
  type TextLanguage,
} from "@sluice/engine";
import { expect, test } from "vitest";

interface Case {
  readonly title: string;
  /** "json", "yaml", with the kind behind it: "json filter-policy". */
  readonly form: string;
  readonly text: string;
  readonly expected: string;
}

/** Answers of a feature as text; the cursor's offset is the document's length where it has none. */
export type Render = (document: Document, offset: number, title: string, surroundings: Surroundings) => string;

/** Declares one test for each case of `test/fixtures/<folder>/<name>.txt`. */
export function testFixtures(name: string, render: Render, folder = "features"): void {
  const file = fileURLToPath(new URL(`../../fixtures/${folder}/${name}.txt`, import.meta.url));
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
export function at(document: Document, offset: number): string {
  const { line, character } = positionAt(lineStarts(document.text), offset);
  return `${line + 1}:${character + 1}`;
}

function run({ text, form, title }: Case, render: Render): string {
  const [marked = "", ...sections] = text.split(/\n--- ([a-z.-]+)\n/);
  const cursor = marked.indexOf("$0");
  const [language, kind = "asl"] = form.split(" ") as [TextLanguage, DocumentKind?];
  const document: Document = openDocument(kind, marked.replace("$0", ""), language);
  const files: Record<string, FileBeside> = {};
  const addresses = filesBeside(document, `file:///x/document${kind === "messages" ? ".messages" : ""}.json`);
  for (let at = 0; at < sections.length; at += 2) {
    const [what = "", beside = ""] = sections.slice(at);
    files[what] = fileBeside(addresses[what] ?? what, beside);
  }
  const surroundings = { files };
  return render(document, cursor < 0 ? document.text.length : cursor, title, surroundings).trimEnd();
}

function parse(source: string): readonly Case[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const match = /^(.*)\n--- ((?:json|yaml)(?: [a-z-]+)?)\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(section);
      if (match === null) throw new Error(`not a case: ${section.slice(0, 60)}`);
      const [, title = "", form = "", text = "", expected = ""] = match;
      return { title, form, text, expected: expected.trimEnd() };
    });
}

function write({ title, form, text, expected }: Case, actual: string): string {
  const shown = expected.endsWith("\n...")
    ? [...actual.split("\n").slice(0, expected.split("\n").length - 1), "..."]
    : [actual];
  return `=== ${title}\n--- ${form}\n${text}\n---\n${shown.join("\n")}\n`;
}
