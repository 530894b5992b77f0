/**
 * How grave a project or a user takes each rule. Settings come from the editor (`sluice.rules`) and from `.sluicerc.json`;
 * they change what is shown, never what is found.
 */
import type { Problem, Severity } from "../problem.ts";

/** `off` hides what the rule finds; anything else is the severity that its findings get. */
export type RuleSetting = Severity | "off";

/** By rule id. Rules that are not named keep their own severities. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

export const RULE_SETTINGS: readonly RuleSetting[] = ["off", "hint", "info", "warning", "error"];

/** Takes what an editor or a file gives for settings: what is no setting is left out. */
export function readRuleSettings(value: unknown): RuleSettings {
  if (typeof value !== "object" || value === null) return {};
  const entries = Object.entries(value).filter((entry): entry is [string, RuleSetting] =>
    RULE_SETTINGS.includes(entry[1] as RuleSetting),
  );
  return Object.fromEntries(entries);
}

/** The problems as the settings want them shown; the same array where they change nothing. */
export function applyRuleSettings(problems: readonly Problem[], rules: RuleSettings | undefined): readonly Problem[] {
  if (rules === undefined || !problems.some(({ rule }) => Object.hasOwn(rules, rule))) return problems;
  return problems.flatMap((problem) => {
    const setting = Object.hasOwn(rules, problem.rule) ? rules[problem.rule] : undefined;
    if (setting === "off") return [];
    return setting === undefined || setting === problem.severity ? [problem] : [{ ...problem, severity: setting }];
  });
}
