/**
 * What may be written where the cursor is in a template: names of what it declares, attributes behind a dot, resource
 * types, properties and their values; inside an embedded document what its own language offers.
 */
import { withCommas } from "../../editor/commas.ts";
import { jsonSite } from "../../editor/completion-site.ts";
import { withKey, yamlSite } from "../../editor/completion-site-yaml.ts";
import type { CompletionEntry, Surroundings } from "../../editor/types.ts";
import { readAgain } from "../../text/parse.ts";
import { openTemplate, type TemplateDocument } from "../document.ts";
import { type Part, partAt, unwrittenPart } from "../parts.ts";
import { arnEntries, fieldEntries, valueEntries } from "./complete-fields.ts";
import { completeNames } from "./complete-names.ts";

export function complete(
  document: TemplateDocument,
  offset: number,
  surroundings: Surroundings,
): readonly CompletionEntry[] {
  if (document.template === undefined) return [];
  const named = completeNames(document, offset);
  if (named !== undefined) return named;
  const at = partAt(document.parts, offset) ?? partBelow(document, offset) ?? partToBegin(document, offset);
  if (at !== undefined) {
    const inside = at.part.language.complete?.(at.part.document, at.offset, surroundings) ?? [];
    return [...inside.flatMap((entry) => outerEntry(at.part, entry) ?? []), ...queueEntries(at.part, document, offset)];
  }
  const site = siteIn(document, offset);
  if (site === undefined) return [];
  const entries =
    site.kind === "key"
      ? fieldEntries(site)
      : valueEntries(site.document, site.holder?.kind === "property" ? site.holder : undefined, site);
  return document.language === "json" ? withCommas(document.text, site, entries) : entries;
}

function siteIn(document: TemplateDocument, offset: number) {
  return document.language === "json"
    ? jsonSite(document, offset)
    : yamlSite(document, offset, { reopen: (text) => openTemplate(readAgain(document.parsed, text)) });
}

/** What no language of policies knows: the queues of the template. */
function queueEntries({ embedded }: Part, document: TemplateDocument, offset: number): readonly CompletionEntry[] {
  if (!("tree" in embedded.content) || !embedded.holds.includes("redrive")) return [];
  const site = siteIn(document, offset);
  const holder = site?.kind === "value" ? site.holder : undefined;
  const property = holder?.kind === "array" ? holder.parent : holder;
  if (site === undefined || property?.kind !== "property" || !/Arns?$/.test(property.key.value)) return [];
  return arnEntries(site.document, property, site);
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

/** In YAML an embedded object begins with its first key: below its property is an empty line, or half a word. */
function partToBegin(document: TemplateDocument, offset: number) {
  const { text, language, parsed } = document;
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const word = /^\s+(\w*)$/.exec(before)?.[1];
  if (language !== "yaml" || word === undefined || !holdsBelow(document, offset)) return undefined;
  const start = offset - word.length;
  const probed = openTemplate(readAgain(parsed, withKey(text, start, word)));
  const at = partAt(probed.parts, start);
  const part = at && unwrittenPart(at.part, parsed, start);
  return part && { part, offset };
}

/** Whether the line that is written above the cursor's ends with a colon: its value may be an embedded document. */
function holdsBelow({ text }: TemplateDocument, offset: number): boolean {
  const above = text.slice(0, text.lastIndexOf("\n", offset - 1)).trimEnd();
  return above.endsWith(":");
}

function outerEntry(part: Part, entry: CompletionEntry): CompletionEntry | undefined {
  const edit = part.edit({ start: entry.start, end: entry.end, newText: entry.newText });
  if (edit === undefined) return undefined;
  const extra = entry.extraEdits?.map((one) => part.edit(one));
  if (extra?.some((one) => one === undefined)) return undefined;
  const extraEdits = extra?.flatMap((one) => one ?? []);
  return { ...entry, ...edit, ...(extraEdits === undefined ? {} : { extraEdits }) };
}
