/** What is known under a name: fields, state types, operators, error names, functions, the context. */

import { factsOf } from "../../editor/markdown.ts";
import type { Explanation } from "../../editor/types.ts";
import { fieldsNamed, stateTypeDoc } from "../../schema/docs.ts";
import { OBJECTS } from "../../schema/generated/tables.ts";
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

/** Names are compared without case; `$$.` and `$states.context.` before a context field may be left out. */
export function explain(name: string): readonly Explanation[] {
  const wanted = name.toLowerCase();
  const is = (candidate: string): boolean => candidate.toLowerCase() === wanted;
  return [
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

/** Every name that `explain` knows. */
export function names(): readonly string[] {
  return [
    ...STATE_TYPES,
    ...fieldNames(),
    ...STATES_ERRORS.map((entry) => entry.name),
    ...INTRINSICS.map((entry) => entry.name),
    ...JSONATA_FUNCTIONS.map((entry) => entry.name),
    ...CONTEXT_FIELDS.map(({ path }) => path),
  ];
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
