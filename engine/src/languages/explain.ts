/** Everything that is known under a name: rules of every language, and what the languages' own schemas say. */
import type { Explanation } from "../editor/types.ts";
import type { RuleInfo } from "../rules/types.ts";
import { closest } from "../schema/suggest.ts";
import { ALL_RULES } from "./rules.ts";
import { ALL_LANGUAGES } from "./table.ts";

/** Names are compared without case. */
export function explain(name: string): readonly Explanation[] {
  const wanted = name.toLowerCase();
  const rules = ALL_RULES.filter(({ id }) => id === wanted).map(ruleExplanation);
  return [...rules, ...ALL_LANGUAGES.flatMap((language) => language.explain?.(name) ?? [])];
}

/** The name that was most likely meant. */
export function nearestName(name: string): string | undefined {
  const names = ALL_LANGUAGES.flatMap((language) => language.names?.() ?? []);
  return closest(name, new Set([...ALL_RULES.map(({ id }) => id), ...names]));
}

function ruleExplanation({ id, severity, summary, reason, bad, good, docs }: RuleInfo): Explanation {
  return { name: id, kind: "rule", facts: severity, text: `${summary}\n\n${reason}`, bad, good, link: docs };
}
