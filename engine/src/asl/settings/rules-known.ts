/** The ids of all rules: those about states and machines, about shape, and about the text itself. */
import { SHAPE_RULES } from "../../schema/shape-rules.ts";
import { RULES } from "../rules/index.ts";
import type { RuleInfo } from "../rules/rule.ts";
import { TEXT_RULES } from "../rules/text-rules.ts";

export const ALL_RULES: readonly RuleInfo[] = [...RULES, ...SHAPE_RULES, ...TEXT_RULES].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

export const RULE_IDS: ReadonlySet<string> = new Set(ALL_RULES.map(({ id }) => id));
