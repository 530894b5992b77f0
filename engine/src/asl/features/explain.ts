/** Everything that is known under a name: rules, fields, state types, operators, error names, functions, the context. */
import { fieldsNamed, stateTypeDoc } from "../../schema/docs.ts";
import { OBJECTS } from "../../schema/generated/tables.ts";
import { closest } from "../../schema/suggest.ts";
import {
  CHOICE_OPERATORS,
  CONTEXT_FIELDS,
  contextDoc,
  errorDoc,
  INTRINSICS,
  intrinsicDoc,
  JSONATA_FUNCTIONS,
  jsonataFunctionDoc,
  STATES_ERRORS,
  STATES_MEMBERS,
  statesMemberDoc,
} from "../../schema/tables.ts";
import type { FieldDoc } from "../../schema/types.ts";
import { STATE_TYPES } from "../model.ts";
import type { RuleInfo } from "../rules/rule.ts";
import { ALL_RULES } from "../settings/rules-known.ts";
import { factsOf } from "./markdown.ts";

export interface Explanation {
  readonly name: string;
  /** "rule", "field of Task state", "error name", ... */
  readonly kind: string;
  /** One line: type, default, what it is limited to. */
  readonly facts: string;
  /** Markdown. */
  readonly text: string;
  /** Definitions with a mistake and without it; empty but for rules. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
  readonly link: string;
}

/** Names are compared without case; `$$.` and `$states.context.` before a context field may be left out. */
export function explain(name: string): readonly Explanation[] {
  const wanted = name.toLowerCase();
  const is = (candidate: string): boolean => candidate.toLowerCase() === wanted;
  return [
    ...ALL_RULES.filter(({ id }) => is(id)).map(ruleExplanation),
    ...STATE_TYPES.filter(is).map((type) =>
      docExplanation("state type", { ...stateTypeDoc(type), type: "state type" }),
    ),
    ...fieldExplanations(fieldNames().find(is)),
    ...STATES_ERRORS.filter((error) => is(error.name)).flatMap((error) => found("error name", errorDoc(error.name))),
    ...INTRINSICS.filter((entry) => is(entry.name)).flatMap((entry) =>
      found("intrinsic function", intrinsicDoc(entry.name)),
    ),
    ...JSONATA_FUNCTIONS.filter((entry) => is(entry.name) || is(entry.name.slice(1))).flatMap((entry) =>
      found("JSONata function", jsonataFunctionDoc(entry.name)),
    ),
    ...STATES_MEMBERS.filter((entry) => is(`$states.${entry.name}`)).flatMap((entry) =>
      found("JSONata variable", statesMemberDoc(entry.name)),
    ),
    ...CONTEXT_FIELDS.filter(({ path }) => is(path) || is(`$$.${path}`) || is(`$states.context.${path}`)).flatMap(
      ({ path }) => found("context object", contextDoc(path)),
    ),
  ];
}

/** The name that was most likely meant. */
export function nearestName(name: string): string | undefined {
  return closest(name, [
    ...ALL_RULES.map(({ id }) => id),
    ...STATE_TYPES,
    ...fieldNames(),
    ...STATES_ERRORS.map((entry) => entry.name),
    ...INTRINSICS.map((entry) => entry.name),
    ...JSONATA_FUNCTIONS.map((entry) => entry.name),
    ...CONTEXT_FIELDS.map(({ path }) => path),
  ]);
}

function ruleExplanation(rule: RuleInfo): Explanation {
  const { id, severity, summary, reason, bad, good, docs } = rule;
  return { name: id, kind: "rule", facts: severity, text: `${summary}\n\n${reason}`, bad, good, link: docs };
}

/** The same field of several kinds of object is told once where the words are the same. */
function fieldExplanations(name: string | undefined): readonly Explanation[] {
  if (name === undefined) return [];
  const byText = new Map<string, { titles: string[]; doc: FieldDoc }>();
  for (const { title, doc } of fieldsNamed(name)) {
    const known = byText.get(doc.text);
    if (known === undefined) byText.set(doc.text, { titles: [title], doc });
    else known.titles.push(title);
  }
  const kind = CHOICE_OPERATORS.some((operator) => operator.name === name) ? "comparison operator" : "field";
  return [...byText.values()].map(({ titles, doc }) =>
    docExplanation(`${kind} of ${[...new Set(titles)].join(", ")}`, doc),
  );
}

function fieldNames(): readonly string[] {
  return [...new Set(Object.values(OBJECTS).flatMap(({ fields }) => Object.keys(fields)))];
}

function found(kind: string, doc: FieldDoc | undefined): readonly Explanation[] {
  return doc === undefined ? [] : [docExplanation(kind, doc)];
}

function docExplanation(kind: string, doc: FieldDoc): Explanation {
  const since = doc.since === undefined ? "" : ` · since ${doc.since}`;
  return { name: doc.name, kind, facts: factsOf(doc) + since, text: doc.text, bad: [], good: [], link: doc.link };
}
