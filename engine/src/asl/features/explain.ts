/** What is known under a name, apart from fields: state types, error names, functions, the context. */
import { docExplanation } from "../../editor/markdown.ts";
import type { Explanation } from "../../editor/types.ts";
import { stateTypeDoc } from "../../schema/docs.ts";
import {
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
import { STATE_TYPES } from "../../vocabulary.ts";

/** Names are compared without case; `$$.` and `$states.context.` before a context field may be left out. */
export function explain(name: string): readonly Explanation[] {
  const wanted = name.toLowerCase();
  const is = (candidate: string): boolean => candidate.toLowerCase() === wanted;
  return [
    ...STATE_TYPES.filter(is).map((type) =>
      docExplanation("state type", { ...stateTypeDoc(type), type: "state type" }),
    ),
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
    ...STATES_ERRORS.map((entry) => entry.name),
    ...INTRINSICS.map((entry) => entry.name),
    ...JSONATA_FUNCTIONS.map((entry) => entry.name),
    ...CONTEXT_FIELDS.map(({ path }) => path),
  ];
}

function found(kind: string, doc: FieldDoc | undefined): readonly Explanation[] {
  return doc === undefined ? [] : [docExplanation(kind, doc)];
}
