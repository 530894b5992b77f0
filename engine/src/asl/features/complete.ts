/**
 * What may be written where the cursor is: fields that are valid right there, values from a list, states of the scope,
 * error names, and inside expressions functions, variables and the context object.
 */
import { withCommas } from "../../editor/commas.ts";
import { stringAt } from "../../editor/completion-site.ts";
import { NOTHING_AROUND } from "../../editor/surroundings.ts";
import type { CompletionEntry, Surroundings } from "../../editor/types.ts";
import type { AslDocument } from "../document.ts";
import { completeExpression } from "./complete-expression.ts";
import { completeKey } from "./complete-fields.ts";
import { completeValue } from "./complete-values.ts";
import { completionSite } from "./completion-site.ts";

/**
 * In the order in which to show them; empty where nothing is known. As many as MAX_COMPLETION_ENTRIES may be a part of
 * what there is: ask again when more is typed.
 */
export function complete(
  document: AslDocument,
  offset: number,
  surroundings: Surroundings = NOTHING_AROUND,
): readonly CompletionEntry[] {
  const string = stringAt(document, offset);
  if (string !== undefined) {
    const inExpression = completeExpression(document, string, offset, surroundings);
    if (inExpression.length > 0) return inExpression;
  }
  const site = completionSite(document, offset);
  if (site === undefined) return [];
  const entries =
    site.kind === "key" ? completeKey(site) : completeValue(site, document.text.slice(site.start, offset));
  return withCommas(document.text, site, entries);
}
