/**
 * What may be written where the cursor is in a template: names of what it declares, attributes behind a dot, resource
 * types, properties and their values; inside an embedded document what its own language offers.
 */
import { withCommas } from "../../editor/commas.ts";
import { jsonSite } from "../../editor/completion-site.ts";
import type { CompletionEntry, Surroundings } from "../../editor/types.ts";
import { nodeAt } from "../../text/navigate.ts";
import { parseText } from "../../text/parse.ts";
import { openTemplate, type TemplateDocument } from "../document.ts";
import { type Part, partAt } from "../parts.ts";
import { type FieldSite, fieldEntries, valueEntries } from "./complete-fields.ts";
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
  return document.language === "json" ? completeJson(document, offset) : completeYaml(document, offset);
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

function completeJson(document: TemplateDocument, offset: number): readonly CompletionEntry[] {
  const site = jsonSite(document, offset);
  if (site === undefined) return [];
  const { start, end } = site;
  const entries =
    site.kind === "key"
      ? fieldEntries({
          document,
          object: site.object,
          property: site.property,
          needsValue: site.needsValue,
          start,
          end,
        })
      : valueEntries(document, site.holder?.kind === "property" ? site.holder : undefined, { start, end });
  return withCommas(document.text, site, entries);
}

/** Where nothing is written yet, the text does not say what would stand there: a word is put in and read once more. */
function completeYaml(document: TemplateDocument, offset: number): readonly CompletionEntry[] {
  const { text } = document;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, (text.indexOf("\n", offset) + 1 || text.length + 1) - 1);
  if (/^\s*#|\s#/.test(before)) return [];
  const word = /[\w:]*$/.exec(before)?.[0] ?? "";
  const rest = /^\w*/.exec(after)?.[0] ?? "";
  const range = { start: offset - word.length, end: offset + rest.length };
  if (/^\s*(?:- +)*\w*$/.test(before) && /^\w*\s*(?::.*)?$/.test(after)) {
    const hasColon = after.includes(":");
    const probed = hasColon
      ? text
      : `${text.slice(0, range.start)}${word + rest === "" ? "x" : word + rest}: ${text.slice(range.end)}`;
    const site = keySite(probed, range.start);
    return site === undefined ? [] : fieldEntries({ ...site, needsValue: !hasColon, ...range });
  }
  if (!/:\s+\S*$|-\s+\S*$/.test(before)) return [];
  const probed = word + rest === "" ? `${text.slice(0, offset)}x${text.slice(offset)}` : text;
  const other = openTemplate(parseText(probed, "yaml"));
  const node = nodeAt(other.parsed.root, range.start);
  const holder = node?.parent?.kind === "property" && node.parent.value === node ? node.parent : undefined;
  return valueEntries(other, holder, range);
}

function keySite(text: string, offset: number): Pick<FieldSite, "document" | "object" | "property"> | undefined {
  const document = openTemplate(parseText(text, "yaml"));
  const property = nodeAt(document.parsed.root, offset)?.parent;
  if (property?.kind !== "property" || property.key.start !== offset) return undefined;
  return { document, object: property.parent, property };
}
