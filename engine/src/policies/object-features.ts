/**
 * Editor features of documents that are objects of one kind, whose fields the schemas know: redrive policies, sample
 * files. Everything that is said comes from `schemas/`.
 */
import { withCommas } from "../editor/commas.ts";
import { fieldEntry, objectEntry, scalar, valueEntry, withoutKey } from "../editor/field-entries.ts";
import { code, docMarkdown } from "../editor/markdown.ts";
import type { CompletionEntry, HoverText } from "../editor/types.ts";
import { docForNode, fieldsAt, placeOf, valuesAt } from "../schema/docs.ts";
import { nodeAt } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import { policySite } from "./document.ts";
import type { PolicyDocument } from "./types.ts";

/** What the schemas say of the field, or of the value from a list, at an offset. */
export function objectHover({ parsed }: PolicyDocument, offset: number, kind: string): HoverText | undefined {
  const node = nodeAt(parsed.root, offset);
  if (node === undefined || node.kind === "object" || node.kind === "array") return undefined;
  const own = docForNode(node, kind);
  const { parent } = node;
  const isKey = parent?.kind === "property" && parent.key === node;
  const { start, end } = node;
  if (own !== undefined && !isKey && parent?.kind === "property") {
    const value = { name: own.name, text: own.text, link: own.link, type: `value of ${code(parent.key.value)}` };
    return { start, end, markdown: docMarkdown({ ...value, required: false }) };
  }
  const doc = own ?? (parent?.kind === "property" ? docForNode(parent, kind) : undefined);
  if (doc === undefined || parent?.kind !== "property") return undefined;
  return { start, end, markdown: docMarkdown(doc, placeOf(parent.parent, kind).entry?.title) };
}

/** Fields that may still be added, values from a list, and the usual shape of what is empty. */
export function completeObject(document: PolicyDocument, offset: number, kind: string): readonly CompletionEntry[] {
  const site = policySite(document, offset);
  if (site === undefined) return [];
  const punctuated = (entries: readonly CompletionEntry[]) => withCommas(document.text, site, entries);
  if (site.kind === "key") {
    const fields = [...fieldsAt(withoutKey(site), kind)].sort((a, b) => Number(b.required) - Number(a.required));
    return punctuated(fields.map((field) => fieldEntry(site, field)));
  }
  const { holder } = site;
  if (holder === undefined) return [objectEntry(site, kind) ?? []].flat();
  const values = holder.kind === "array" ? itemEntries(holder) : listed();
  return punctuated(values);

  function itemEntries(array: Node): readonly CompletionEntry[] {
    const { items } = placeOf(array, kind);
    return items === undefined || site?.kind !== "value" || site.node !== undefined
      ? []
      : [objectEntry(site, items) ?? []].flat();
  }

  function listed(): readonly CompletionEntry[] {
    if (site?.kind !== "value" || holder?.kind !== "property") return [];
    return valuesAt(holder, kind).map(({ json, label, doc }) => {
      const text = json.startsWith('"') ? scalar(site, label) : json;
      return valueEntry(site, "value", label, text, { markdown: docMarkdown(doc) });
    });
  }
}
