/** Words for messages: lists, articles and names of things of the language. */
import type { ObjectNode } from "../text/tree.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import type { FieldEntry, Holds } from "./types.ts";

/** "`A`", "`A` or `B`", "`A`, `B` or `C`". */
export function listOf(names: readonly string[], conjunction: "and" | "or"): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} ${conjunction} ${last}`;
}

/** "a Task state", "an ItemReader". */
export function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** The object that a message is about, to begin a sentence with: "A Task state", "`ItemBatcher`". */
export function subject(node: ObjectNode, title: string): string {
  if (node.parent?.kind === "property" && node.parent.key.value === title) return `\`${title}\``;
  const noun = article(title);
  return noun.slice(0, 1).toUpperCase() + noun.slice(1);
}

/** What a field may hold in one query language, in words: "an integer of 1 to 60, or a JSONata expression in `{% %}`". */
export function expectation(field: FieldEntry, queryLanguage: QueryLanguage): string {
  const native = field.type === "any JSON value" ? field.type : article(field.type.replace(/^one of .*/, "string"));
  return holdsIn(field, queryLanguage).includes("jsonata") && queryLanguage === "JSONata"
    ? `${native}, or a JSONata expression in \`{% %}\``
    : native;
}

const ONLY_IN: Readonly<Partial<Record<Holds, QueryLanguage>>> = {
  jsonpath: "JSONPath",
  "reference-path": "JSONPath",
  "payload-template": "JSONPath",
  intrinsic: "JSONPath",
  jsonata: "JSONata",
  "jsonata-template": "JSONata",
};

/** What a field's value holds in one query language. */
export function holdsIn(field: FieldEntry, queryLanguage: QueryLanguage): readonly Holds[] {
  return (field.holds ?? []).filter((holds) => (ONLY_IN[holds] ?? queryLanguage) === queryLanguage);
}
