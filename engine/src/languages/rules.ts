/** Every rule of every language, and those about the text itself. */
import { TEXT_RULES } from "../rules/text-rules.ts";
import type { RuleInfo } from "../rules/types.ts";
import { ALL_LANGUAGES } from "./table.ts";

/** By id; languages may share a rule. */
const byId = new Map([...ALL_LANGUAGES.flatMap(({ rules }) => rules), ...TEXT_RULES].map((rule) => [rule.id, rule]));

export const ALL_RULES: readonly RuleInfo[] = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

export const RULE_IDS: ReadonlySet<string> = new Set(byId.keys());
