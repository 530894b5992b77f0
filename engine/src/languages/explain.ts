/** Everything that is known under a name: rules, fields of every language, and what else the languages know. */
import { docExplanation } from "../editor/markdown.ts";
import type { Explanation } from "../editor/types.ts";
import type { RuleInfo } from "../rules/types.ts";
import { fieldsNamed } from "../schema/docs.ts";
import { OBJECTS } from "../schema/generated/tables.ts";
import { closest } from "../schema/suggest.ts";
import { choiceOperatorNamed } from "../schema/tables.ts";
import type { FieldDoc } from "../schema/types.ts";
import { ALL_RULES } from "./rules.ts";
import { ALL_LANGUAGES } from "./table.ts";

/** Names are compared without case. */
export function explain(name: string): readonly Explanation[] {
  const wanted = name.toLowerCase();
  return [
    ...ALL_RULES.filter(({ id }) => id === wanted).map(ruleExplanation),
    ...fieldNames()
      .filter((field) => field.toLowerCase() === wanted)
      .flatMap(fieldExplanations),
    ...ALL_LANGUAGES.flatMap((language) => language.explain?.(name) ?? []),
  ];
}

/** The name that was most likely meant. */
export function nearestName(name: string): string | undefined {
  const names = ALL_LANGUAGES.flatMap((language) => language.names?.() ?? []);
  return closest(name, new Set([...ALL_RULES.map(({ id }) => id), ...fieldNames(), ...names]));
}

function ruleExplanation({ id, severity, summary, reason, bad, good, docs }: RuleInfo): Explanation {
  return { name: id, kind: "rule", facts: severity, text: `${summary}\n\n${reason}`, bad, good, link: docs };
}

/** The same field of several kinds of object is told once where the words are the same. */
function fieldExplanations(name: string): readonly Explanation[] {
  const byText = new Map<string, { titles: string[]; doc: FieldDoc }>();
  for (const { title, doc } of fieldsNamed(name)) {
    const known = byText.get(doc.text);
    if (known === undefined) byText.set(doc.text, { titles: [title], doc });
    else known.titles.push(title);
  }
  return [...byText.values()].map(({ titles, doc }) =>
    docExplanation(`${whatIs(doc)} of ${[...new Set(titles)].join(", ")}`, doc),
  );
}

function whatIs({ name, example }: FieldDoc): string {
  if (choiceOperatorNamed(name) !== undefined) return "comparison operator";
  return example === undefined ? "field" : "operator";
}

function fieldNames(): readonly string[] {
  return [...new Set(Object.values(OBJECTS).flatMap(({ fields }) => Object.keys(fields)))];
}
