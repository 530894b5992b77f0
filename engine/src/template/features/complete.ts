/**
 * What may be written where the cursor is in a template: names of what it declares, attributes behind a dot, resource
 * types, properties and their values; inside an embedded document what its own language offers.
 */
import { withCommas } from "../../editor/commas.ts";
import { jsonSite } from "../../editor/completion-site.ts";
import { yamlSite } from "../../editor/completion-site-yaml.ts";
import type { CompletionEntry, Surroundings } from "../../editor/types.ts";
import { readAgain } from "../../text/parse.ts";
import { openTemplate, type TemplateDocument } from "../document.ts";
import { type Part, partAt } from "../parts.ts";
import { fieldEntries, valueEntries } from "./complete-fields.ts";
import { completeNames } from "./complete-names.ts";

export function complete(
  document: TemplateDocument,
  offset: number,
  surroundings: Surroundings,
): readonly CompletionEntry[] {
  if (document.template === undefined) return [];
  const named = completeNames(document, offset);
  if (named !== undefined) return named;
  const at = partAt(document.parts, offset) ?? partBelow(document, offset);
  if (at !== undefined) {
    const inside = at.part.language.complete?.(at.part.document, at.offset, surroundings) ?? [];
    return inside.flatMap((entry) => outerEntry(at.part, entry) ?? []);
  }
  const site =
    document.language === "json"
      ? jsonSite(document, offset)
      : yamlSite(document, offset, { reopen: (text) => openTemplate(readAgain(document.parsed, text)) });
  if (site === undefined) return [];
  const entries =
    site.kind === "key"
      ? fieldEntries(site)
      : valueEntries(site.document, site.holder?.kind === "property" ? site.holder : undefined, site);
  return document.language === "json" ? withCommas(document.text, site, entries) : entries;
}

/** In YAML a cursor below the last line of an embedded object, indented as that is, still belongs to it. */
function partBelow({ parts, text, language }: TemplateDocument, offset: number) {
  if (language !== "yaml") return undefined;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const part = parts.findLast(({ embedded }) => "tree" in embedded.content && embedded.node.end <= offset);
  if (part === undefined || text.slice(part.embedded.node.end, offset).trim() !== "") return undefined;
  const { start } = part.embedded.node;
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  return text[start] !== "{" && offset - lineStart >= column ? { part, offset } : undefined;
}

function outerEntry(part: Part, entry: CompletionEntry): CompletionEntry | undefined {
  const edit = part.edit({ start: entry.start, end: entry.end, newText: entry.newText });
  if (edit === undefined) return undefined;
  const extra = entry.extraEdits?.map((one) => part.edit(one));
  if (extra?.some((one) => one === undefined)) return undefined;
  const extraEdits = extra?.flatMap((one) => one ?? []);
  return { ...entry, ...edit, ...(extraEdits === undefined ? {} : { extraEdits }) };
}
