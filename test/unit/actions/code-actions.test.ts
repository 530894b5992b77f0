/**
 * Code actions. Whatever is offered must leave a text that can be read and does what its title says; the texts that
 * matter are fixtures.
 */
import { check, codeActions, openDocument, type TextLanguage } from "@sluice/engine";
import { describe, expect, test } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { MACHINES } from "./machines.ts";

function openActions(text: string, language: TextLanguage, start: number, end = start, only?: string[]) {
  return codeActions(openDocument("asl", text, language), { start, end }, only === undefined ? {} : { only });
}

const EVERYTHING = ["quickfix", "refactor", "source"];

describe.each(MACHINES)("%s", (_, language, text) => {
  const problems = check(text, { language });
  const before = problems.filter(({ severity }) => severity === "error").length;

  test("every action at every place leaves a text that can be read, with no new errors", () => {
    let applied = 0;
    const step = Math.max(7, Math.ceil(text.length / 40));
    for (let offset = 0; offset <= text.length; offset += step) {
      for (const action of openActions(text, language, offset, offset, EVERYTHING)) {
        expect(action.edits.length === 0).toBe(action.disabled !== undefined);
        if (action.edits.length === 0) continue;
        const after = applyEdits(text, action.edits);
        const errors = check(after, { language }).filter(({ severity }) => severity === "error");
        expect({ title: action.title, after, ok: errors.length <= before }).toMatchObject({ ok: true });
        applied++;
      }
    }
    expect(applied).toBeGreaterThan(0);
  });

  test("a quick fix takes its problem away", () => {
    for (const problem of problems) {
      const actions = openActions(text, language, problem.start, problem.end, ["quickfix"]);
      for (const { title, edits } of actions.filter((action) => action.problem?.rule === problem.rule)) {
        const after = applyEdits(text, edits);
        const left = check(after, { language }).filter(({ rule }) => rule === problem.rule).length;
        const had = problems.filter(({ rule }) => rule === problem.rule).length;
        expect({ title, after, fewer: left < had }).toMatchObject({ fewer: true });
      }
    }
  });
});

test.each(MACHINES.filter(([title]) => title.includes(".asl.")))(
  "%s, cut off anywhere, throws nothing",
  (_, language, text) => {
    for (let length = 0; length < text.length; length += 37) {
      const cut = text.slice(0, length);
      const edited = openActions(cut, language, Math.max(0, length - 60), length, EVERYTHING);
      for (const { edits } of edited) applyEdits(cut, edits);
    }
  },
);
