/** Every rule's examples: the bad ones are found where they are marked, and by no other rule; the good ones are clean. */
import { checkRedrivePolicy, REDRIVE_RULES } from "@sluice/engine";
import { describe, expect, test } from "vitest";
import { unmark } from "../rules/marked.ts";

describe.each(REDRIVE_RULES.map((rule) => [rule.id, rule] as const))("%s", (id, { bad, good, policy, context }) => {
  test.each(bad)("finds %s", (example) => {
    const { text, start, end } = unmark(example);
    const [problem, ...others] = checkRedrivePolicy(text, policy, context);
    expect(problem?.rule).toBe(id);
    expect([problem?.start, problem?.end]).toEqual([start, end]);
    expect(others).toEqual([]);
  });

  test.each(good)("accepts %s", (example) => {
    expect(checkRedrivePolicy(example, policy, context)).toEqual([]);
  });
});
