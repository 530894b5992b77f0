/**
 * What code actions make of a text, exactly. `test/fixtures/actions.txt` holds cases: the action's title, a document with
 * the selection between `«` and `»`, and what comes out, or why nothing can. UPDATE_FIXTURES=1 writes the last part anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type CodeAction, codeActions, openDocument, type TextLanguage } from "@sluice/engine";
import { expect, test } from "vitest";
import { applyEdits } from "./apply-edits.ts";

const FILE = new URL("../../fixtures/actions.txt", import.meta.url);

interface Case {
  readonly title: string;
  readonly language: TextLanguage;
  readonly text: string;
  readonly expected: string;
}

const cases = readFileSync(FILE, "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((section): Case => {
    const [, title = "", language = "", text = "", expected = ""] =
      /^(.*)\n--- (json|yaml)\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(section) ?? [];
    return { title, language: language as TextLanguage, text, expected: expected.trimEnd() };
  });

function outcome({ title, language, text }: Case): string {
  const start = text.indexOf("«");
  const end = text.indexOf("»") - 1;
  const plain = text.replace(/[«»]/g, "");
  const offered = codeActions(
    openDocument("asl", plain, language),
    { start, end },
    { only: ["quickfix", "refactor", "source"] },
  );
  const action = offered.find((candidate: CodeAction) => candidate.title === title);
  if (action === undefined) return `(not offered; there are: ${offered.map((one) => one.title).join("; ")})`;
  return action.disabled === undefined ? applyEdits(plain, action.edits) : `(${action.disabled})`;
}

if (process.env.UPDATE_FIXTURES === "1") {
  const sections = cases.map((one) => `=== ${one.title}\n--- ${one.language}\n${one.text}\n---\n${outcome(one)}\n`);
  writeFileSync(FILE, sections.join("\n"));
}

test.each(cases.map((one, index) => [`${index + 1}. ${one.title} (${one.language})`, one] as const))("%s", (_, one) => {
  expect(outcome(one)).toBe(one.expected);
});
