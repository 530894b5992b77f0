/** The outline of a template: its sections, resources by type, and what embedded documents have. */
import type { DocumentSymbol } from "../../editor/types.ts";
import { valueNode } from "../../text/navigate.ts";
import type { Property } from "../../text/tree.ts";
import type { TemplateDocument } from "../document.ts";
import type { Part } from "../parts.ts";

const SECTIONS = ["Parameters", "Mappings", "Conditions", "Resources", "Outputs"];

export function symbols(document: TemplateDocument): readonly DocumentSymbol[] {
  const { template } = document;
  if (template === undefined) return [];
  return template.node.properties.flatMap((section): readonly DocumentSymbol[] => {
    if (!SECTIONS.includes(section.key.value) || section.value.kind !== "object") return [];
    const entries = section.value.properties.map((entry) => entrySymbol(document, section.key.value, entry));
    return [symbolOf(section, "", "section", entries)];
  });
}

function entrySymbol({ parts }: TemplateDocument, section: string, entry: Property): DocumentSymbol {
  if (section !== "Resources") return symbolOf(entry, "", "value", []);
  const type = valueNode(entry.value, "Type");
  const inside = parts.filter(({ embedded }) => embedded.resource.idNode === entry.key).flatMap(symbolsOfPart);
  return symbolOf(entry, type?.kind === "string" ? type.value : "", "resource", inside);
}

function symbolOf(
  { key, start, end }: Property,
  detail: string,
  type: DocumentSymbol["type"],
  children: readonly DocumentSymbol[],
): DocumentSymbol {
  return {
    name: key.value === "" ? " " : key.value,
    detail,
    type,
    start,
    end,
    nameStart: key.start,
    nameEnd: key.end,
    children,
  };
}

function symbolsOfPart(part: Part): readonly DocumentSymbol[] {
  const outer = (symbol: DocumentSymbol): DocumentSymbol => {
    const name = part.outer({ start: symbol.nameStart, end: symbol.nameEnd });
    return { ...part.outer(symbol), nameStart: name.start, nameEnd: name.end, children: symbol.children.map(outer) };
  };
  return (part.language.symbols?.(part.document) ?? []).map(outer);
}
