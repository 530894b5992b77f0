import { LIMIT_RULES } from "./limits.ts";
import { LINT_RULES } from "./lint.ts";
import { OPERATOR_RULES } from "./operators.ts";
import type { PatternRule } from "./rule.ts";
import { SHAPE_RULES } from "./shape.ts";

export const PATTERN_RULES: readonly PatternRule[] = [
  ...SHAPE_RULES,
  ...OPERATOR_RULES,
  ...LIMIT_RULES,
  ...LINT_RULES,
].sort((a, b) => (a.id < b.id ? -1 : 1));

export const PATTERN_RULES_BY_ID: ReadonlyMap<string, PatternRule> = new Map(
  PATTERN_RULES.map((rule) => [rule.id, rule]),
);
