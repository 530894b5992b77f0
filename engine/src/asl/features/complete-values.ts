/** Completion of values: from the schemas' lists, and the names that the document or Step Functions defines. */
import { isBracketed } from "../../editor/compose.ts";
import { objectEntry, scalar, snippetEntry, valueEntry } from "../../editor/field-entries.ts";
import { docMarkdown } from "../../editor/markdown.ts";
import { isSnippet } from "../../editor/snippet.ts";
import type { CompletionEntry } from "../../editor/types.ts";
import { yamlSnippet } from "../../editor/yaml-text.ts";
import { fieldDoc, holdsAt, placeOf, valuesAt } from "../../schema/docs.ts";
import { OBJECTS } from "../../schema/generated/tables.ts";
import { fieldOf } from "../../schema/locate.ts";
import { errorDoc, STATES_ERRORS } from "../../schema/tables.ts";
import { valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { scopeAround, stateAround } from "../document-index.ts";
import { resourceEntries } from "./complete-resources.ts";
import { statesToOffer } from "./complete-states.ts";
import type { AslValueSite } from "./completion-site.ts";
import { stateDetail } from "./state-markdown.ts";

const MACHINE_SNIPPET = `{
  "StartAt": "\${1:First}",
  "States": {
    "\${1:First}": { "Type": "\${2:Pass}", "End": true }
  }
}`;

/** `typed` is what the value has before the cursor. */
export function completeValue(site: AslValueSite, typed: string): readonly CompletionEntry[] {
  const { holder } = site;
  if (holder === undefined) return machineEntries(site);
  if (holder.kind === "array") return itemEntries(site);
  const holds = holdsAt(holder);
  if (holds.includes("state-name")) return stateEntries(site, typed);
  const resources = resourceEntries(site);
  if (resources !== undefined) return resources;
  const values = valuesAt(holder).map(({ json, label, doc }) => {
    const text = json.startsWith('"') ? scalar(site, label) : json;
    return valueEntry(site, "value", label, text, { markdown: docMarkdown(doc) });
  });
  return values.length > 0 ? values : shapeEntries(site);
}

/** A whole machine, for a document that is empty. */
function machineEntries(site: AslValueSite): readonly CompletionEntry[] {
  if (site.document.language === "yaml") return [];
  const markdown = OBJECTS.machine?.text ?? "";
  return [snippetEntry(site, "state machine", MACHINE_SNIPPET, markdown)];
}

/** An item of an array: an error name, or an object of the kind that the array holds. */
function itemEntries(site: AslValueSite): readonly CompletionEntry[] {
  const { holder, document } = site;
  if (holder?.kind !== "array") return [];
  if (holdsAt(holder).includes("error-name")) return errorEntries(site);
  const { items } = placeOf(holder);
  if (items === undefined || site.node !== undefined || document.language === "yaml") return [];
  return [objectEntry(site, items) ?? []].flat();
}

/** The usual shape of a field's value, where nothing is written yet. */
function shapeEntries(site: AslValueSite): readonly CompletionEntry[] {
  const { holder, node, document } = site;
  if (holder?.kind !== "property" || (node !== undefined && document.language === "json")) return [];
  const { kind } = placeOf(holder.parent);
  const name = holder.key.value;
  const field = kind === undefined ? undefined : fieldOf(kind, name);
  const doc = kind === undefined ? undefined : fieldDoc(kind, name);
  if (field === undefined || doc === undefined || !/^[[{]/.test(field.snippet)) return [];
  const text =
    document.language === "yaml"
      ? yamlSnippet(field.snippet, isBracketed(holder.parent, document.parsed))
      : field.snippet;
  const made = valueEntry(site, "value", `new ${name}`, text, { detail: doc.type, markdown: docMarkdown(doc) });
  return [{ ...made, snippet: isSnippet(text), filterText: text }];
}

function stateEntries(site: AslValueSite, typed: string): readonly CompletionEntry[] {
  const { document, holder, node } = site;
  const at = holder?.kind === "property" ? holder.parent : undefined;
  const scope = scopeAround(document.index, at);
  if (scope === undefined) return [];
  return statesToOffer(scope, stateAround(document.index, at), node, typed).map((state) =>
    valueEntry(site, "state", state.name, scalar(site, state.name), { detail: stateDetail(state) }),
  );
}

/** Step Functions' own names that a handler can see, and the names that the document uses elsewhere. */
function errorEntries(site: AslValueSite): readonly CompletionEntry[] {
  const { holder, node } = site;
  const present = new Set(
    holder?.kind === "array"
      ? holder.items.flatMap((item) => (item.kind === "string" && item !== node ? [item.value] : []))
      : [],
  );
  const own = STATES_ERRORS.filter(({ name, catchable }) => catchable && !present.has(name)).map(({ name }) => {
    const doc = errorDoc(name);
    return valueEntry(site, "error", name, scalar(site, name), doc === undefined ? {} : { markdown: docMarkdown(doc) });
  });
  const used = [...usedErrors(site)].filter((name) => !present.has(name) && errorDoc(name) === undefined);
  const detail = "used in this document";
  return [...own, ...used.map((name) => valueEntry(site, "error", name, scalar(site, name), { detail }))];
}

/** Names that other handlers expect and Fail states give. */
function usedErrors({ document, node }: AslValueSite): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node: state } of document.machine?.states ?? []) {
    const given = valueNode(state, "Error");
    const handlers = [valueNode(state, "Retry"), valueNode(state, "Catch")].flatMap(itemsOf);
    const expected = handlers.flatMap((handler) => itemsOf(valueNode(handler, "ErrorEquals")));
    for (const name of given === undefined ? expected : [given, ...expected]) {
      if (name.kind === "string" && name !== node && /^[\w.-]+$/.test(name.value)) names.add(name.value);
    }
  }
  return names;
}

function itemsOf(list: Node | undefined): readonly Node[] {
  return list?.kind === "array" ? list.items : [];
}
