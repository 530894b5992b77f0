/**
 * What may be written where the cursor is: fields that are valid right there, values from a list, states of the scope,
 * error names, and inside expressions functions, variables and the context object.
 */
import type { TextEdit } from "../../problem.ts";
import { completeExpression } from "./complete-expression.ts";
import { completeKey } from "./complete-fields.ts";
import { completeValue } from "./complete-values.ts";
import type { CompletionEntry } from "./completion-entry.ts";
import { type CompletionSite, completionSite, stringAt } from "./completion-site.ts";
import type { AslDocument } from "./document.ts";
import type { Surroundings } from "./payload-at.ts";

/**
 * In the order in which to show them; empty where nothing is known. As many as MAX_COMPLETION_ENTRIES may be a part of
 * what there is: ask again when more is typed.
 */
export function complete(
  document: AslDocument,
  offset: number,
  surroundings: Surroundings = {},
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
  return document.language === "json" ? withCommas(document.text, site, entries) : entries;
}

/** The commas that JSON wants between what was there before and what is inserted. */
function withCommas(
  text: string,
  site: CompletionSite,
  entries: readonly CompletionEntry[],
): readonly CompletionEntry[] {
  const before = text.slice(0, site.start).trimEnd();
  const needsBefore = site.kind === "key" && !before.endsWith("{") && !before.endsWith(",");
  const isNew = site.kind === "key" ? site.needsValue : site.node === undefined;
  const needsAfter = isNew && /^\s*["{[]/.test(text.slice(site.end, site.end + 500));
  const comma: TextEdit = { start: before.length, end: before.length, newText: "," };
  return entries.map((entry) => ({
    ...entry,
    newText: needsAfter ? `${entry.newText},` : entry.newText,
    ...(needsBefore ? { extraEdits: [comma] } : {}),
  }));
}
