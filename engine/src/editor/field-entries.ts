/** Completion entries made from what the schemas say: a field, a value, a whole object of one kind. */
import { OBJECTS } from "../schema/generated/tables.ts";
import type { FieldCompletion } from "../schema/types.ts";
import type { ObjectNode } from "../text/tree.ts";
import type { CompletionSite, KeySite, ValueSite } from "./completion-site.ts";
import { isBracketed } from "./compose.ts";
import { docMarkdown } from "./markdown.ts";
import { isSnippet } from "./snippet.ts";
import type { CompletionEntry, CompletionKind } from "./types.ts";
import { yamlFlow, yamlScalar, yamlSnippet } from "./yaml-text.ts";

/** The object as it would be without the key that is being written, so that this one is offered again. */
export function withoutKey({ object, property }: KeySite): ObjectNode {
  return property === undefined
    ? object
    : { ...object, properties: object.properties.filter((candidate) => candidate !== property) };
}

export function fieldEntry(site: KeySite, { name, doc, required, snippet }: FieldCompletion): CompletionEntry {
  const isYaml = site.document.language === "yaml";
  const key = isYaml ? name : JSON.stringify(name);
  const value = isYaml ? yamlSnippet(snippet, isBracketed(site.object, site.document.parsed)) : snippet;
  const newText = !site.needsValue ? key : `${key}:${value.startsWith("\n") ? "" : " "}${value}`;
  return {
    kind: "field",
    label: name,
    detail: required ? `${doc.type}, required` : doc.type,
    markdown: docMarkdown(doc),
    start: site.start,
    end: site.end,
    newText,
    snippet: isSnippet(newText),
    filterText: key,
  };
}

/** A value that is inserted as it is. */
export function valueEntry(
  { start, end }: CompletionSite,
  kind: CompletionKind,
  label: string,
  newText: string,
  rest: Pick<CompletionEntry, "detail" | "markdown">,
): CompletionEntry {
  return { kind, label, ...rest, start, end, newText, snippet: false, filterText: newText };
}

/** An object of one kind on one line, with what it must have; undefined for kinds that the schemas do not know. */
export function objectEntry(site: ValueSite, kind: string): CompletionEntry | undefined {
  const entry = OBJECTS[kind];
  if (entry === undefined) return undefined;
  const required = Object.entries(entry.fields).filter(([, field]) => field.required);
  const fields = required.map(([name, { snippet }], index) => `"${name}": ${renumber(snippet, index)}`).join(", ");
  const json = fields === "" ? "{ $1 }" : `{ ${fields} }`;
  const text = site.document.language === "yaml" ? yamlFlow(json) : json;
  return snippetEntry(site, entry.title, text, entry.text);
}

/** A shape with holes to fill. */
export function snippetEntry(site: CompletionSite, label: string, text: string, markdown: string): CompletionEntry {
  return { ...valueEntry(site, "value", label, text, { markdown }), snippet: true, filterText: text.slice(0, 1) };
}

/** A string as the document writes it. */
export function scalar({ document }: CompletionSite, value: string): string {
  return document.language === "yaml" ? yamlScalar(value) : JSON.stringify(value);
}

/** Each field's snippet counts its holes from 1; in one text they must differ. */
function renumber(snippet: string, index: number): string {
  return snippet.replace(/(\$\{?)(\d)/g, (_, open: string, digit: string) => `${open}${index * 10 + Number(digit)}`);
}
