/** Every rule's examples: the bad ones are found where they are marked, and by no other rule; the good ones are clean. */
import { checkPattern, PATTERN_RULES, type PatternRule, type Problem } from "@sluice/engine";
import { describe, expect, test } from "vitest";
import { unmark } from "../rules/marked.ts";

function serious(text: string, { id, dialect }: PatternRule): readonly Problem[] {
  return checkPattern(text, dialect).filter(({ rule, severity }) => rule === id || severity !== "info");
}

describe.each(PATTERN_RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test.each(rule.bad.map((example) => [example.slice(0, 500), example]))("finds %s", (_, example) => {
    const { text, start, end } = unmark(example);
    const [problem, ...others] = serious(text, rule);
    expect(problem?.rule).toBe(id);
    expect(text.slice(problem?.start, problem?.end)).toBe(text.slice(start, end));
    expect(problem?.start).toBe(start);
    expect(others.map((other) => `${other.rule}: ${other.message}`)).toEqual([]);
  });

  test.each(rule.good.map((example) => [example.slice(0, 500), example]))("accepts %s", (_, example) => {
    expect(serious(example, rule)).toEqual([]);
  });

  test("explains itself", () => {
    expect(id).toMatch(/^pattern-[a-z]+(-[a-z]+)*$/);
    expect(rule.bad.length).toBeGreaterThan(0);
    expect(rule.good.length).toBeGreaterThan(0);
    expect(rule.summary).toMatch(/\.$/);
    expect(rule.docs).toMatch(/^https:/);
  });
});

test("what a fix makes has the mistake no more", () => {
  for (const rule of PATTERN_RULES) {
    for (const example of rule.bad) {
      const { text } = unmark(example);
      for (const problem of checkPattern(text, rule.dialect)) {
        for (const { title, edits } of problem.fixes ?? []) {
          const [{ start, end, newText } = { start: 0, end: 0, newText: "" }] = edits;
          const mended = text.slice(0, start) + newText + text.slice(end);
          const left = checkPattern(mended, rule.dialect).filter(
            ({ rule: id, start: at }) => id === problem.rule && at === problem.start,
          );
          expect(left, `${rule.id}: ${title}: ${mended}`).toEqual([]);
        }
      }
    }
  }
});
