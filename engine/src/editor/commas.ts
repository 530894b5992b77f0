/** Completion puts the commas of JSON by itself; YAML needs none. */
import type { TextEdit } from "../problem.ts";
import type { CompletionSite } from "./completion-site.ts";
import type { CompletionEntry } from "./types.ts";

/** The commas that JSON wants between what was there before and what is inserted. */
export function withCommas(
  text: string,
  site: CompletionSite,
  entries: readonly CompletionEntry[],
): readonly CompletionEntry[] {
  if (site.document.language === "yaml") return entries;
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
