/** Every rule's examples: the bad ones are found where they are marked, and by no other rule; the good ones are clean. */
import {
  ALL_RULES,
  check,
  PATTERN_RULES,
  type Problem,
  REDRIVE_RULES,
  type RuleInfo,
  SAMPLE_RULES,
  SHAPE_RULES,
} from "@sluice/engine";
import { describe, expect, test } from "vitest";
import { unmark } from "./marked.ts";

function serious(text: string, { id, kind = "asl", machineType }: RuleInfo): readonly Problem[] {
  const isSerious = (severity: string): boolean => severity === "error" || severity === "warning";
  return check(text, { kind, ...(machineType && { machineType }) }).filter(
    (problem) => isSerious(problem.severity) || problem.rule === id,
  );
}

/** The others are tried where their languages are: on shape alone, on policies, on patterns. */
const ELSEWHERE = new Set([...SHAPE_RULES, ...REDRIVE_RULES, ...PATTERN_RULES, ...SAMPLE_RULES].map(({ id }) => id));
const ALL = ALL_RULES.filter(({ id }) => !ELSEWHERE.has(id));

describe.each(ALL.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test.each(rule.bad.map((example) => [example.slice(0, 1_000), example]))("finds %s", (_, example) => {
    const { text, start, end } = unmark(example);
    const problems = serious(text, rule);
    expect(problems.map((problem) => problem.rule)).toEqual([id]);
    expect(text.slice(problems[0]?.start, problems[0]?.end)).toBe(text.slice(start, end));
    expect(problems[0]?.start).toBe(start);
  });

  test.each(rule.good)("accepts %s", (example) => {
    expect(serious(example, rule)).toEqual([]);
  });

  test("explains itself", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.bad.length).toBeGreaterThan(0);
    expect(rule.good.length).toBeGreaterThan(0);
    expect(rule.summary).toMatch(/\.$/);
    expect(rule.docs).toMatch(/^https:/);
  });
});

test("ids are unique", () => {
  const ids = ALL.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
});
