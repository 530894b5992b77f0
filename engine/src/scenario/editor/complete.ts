/** What may be written where the cursor is: fields, names of nodes, metrics and settings, amounts, placeholders. */
import { withCommas } from "../../editor/commas.ts";
import type { CompletionSite, KeySite, ValueSite } from "../../editor/completion-site.ts";
import { fieldEntry, objectEntry, scalar, valueEntry, withoutKey } from "../../editor/field-entries.ts";
import { docMarkdown } from "../../editor/markdown.ts";
import type { CompletionEntry, Surroundings } from "../../editor/types.ts";
import { ownEntry } from "../../json.ts";
import { fieldsAt, placeOf, valuesAt } from "../../schema/docs.ts";
import { NODES } from "../../schema/generated/nodes.ts";
import { fieldOf } from "../../schema/locate.ts";
import type { FieldCompletion, Holds } from "../../schema/types.ts";
import { valueNode } from "../../text/navigate.ts";
import type { ObjectNode } from "../../text/tree.ts";
import { type ScenarioAround, scenarioAround } from "../around.ts";
import type { ScenarioDocument } from "../document.ts";
import { metricKindsOf } from "../known-system.ts";
import { PARTS } from "../names.ts";
import { insideAt } from "./inside.ts";
import { namesFor, type Offered } from "./offers.ts";
import { placeholderEntries } from "./placeholders.ts";
import { scenarioSite } from "./site.ts";

/** In the order in which to show them; empty where nothing is known. */
export function complete(
  document: ScenarioDocument,
  offset: number,
  surroundings: Surroundings,
): readonly CompletionEntry[] {
  const placeholders = placeholderEntries(document, offset);
  if (placeholders.length > 0) return placeholders;
  const site = scenarioSite(document, offset);
  const inside = insideAt(document.parsed, offset, site?.document.parsed);
  if (inside !== undefined) {
    const entries = inside.language.complete?.(inside.document, offset, inside.surroundings) ?? [];
    return entries.filter(({ label }) => !inside.unwanted.has(label));
  }
  if (site === undefined) return [];
  const around = scenarioAround(document, surroundings);
  const entries = site.kind === "key" ? keyEntries(site, around) : valueEntries(site, around);
  return withCommas(document.text, site, entries);
}

function keyEntries(site: KeySite, around: ScenarioAround): readonly CompletionEntry[] {
  const object = withoutKey(site);
  const { kind, field, depth } = placeOf(site.object, "scenario");
  if (kind !== undefined) {
    const fields = fieldsAt(object, "scenario").filter(({ name }) => isUseful(name, kind, object, around));
    const ordered = [...fields].sort((a, b) => Number(b.required) - Number(a.required));
    return ordered.map((entry) => fieldEntry(site, entry));
  }
  const keys = depth === 0 ? field?.keys : undefined;
  if (keys === undefined) return [];
  const present = new Set(object.properties.map(({ key }) => key.value));
  const snippet = field?.members === undefined ? "[$1]" : "{ $1 }";
  return namesFor(keys, around, present).map(({ name, detail, markdown = "" }) => {
    const doc = { name, text: markdown, link: "", type: detail, required: false };
    const completion: FieldCompletion = { name, doc, required: false, snippet };
    const { markdown: _, ...entry } = fieldEntry(site, completion);
    return { ...entry, detail, ...(markdown !== "" && { markdown }) };
  });
}

/** Whether a field says anything beside those that the object has, and of the node that it is about. */
function isUseful(name: string, kind: string, object: ObjectNode, around: ScenarioAround): boolean {
  const beside = fieldOf(kind, name)?.with;
  if (beside !== undefined && !beside.some((each) => valueNode(object, each) !== undefined)) return false;
  if (kind === "expectation") return isOfMetric(name, object, around);
  if (kind !== "behavior" || object.parent?.kind !== "property") return true;
  const type = around.types.get(object.parent.key.value) ?? "";
  return ownEntry(NODES, type)?.behavior.includes(name) ?? true;
}

/** Of the parts of metrics, those that the metric has; one is enough. */
function isOfMetric(name: string, object: ObjectNode, around: ScenarioAround): boolean {
  if (fieldOf("expectation", name)?.with?.includes("metric") !== true) return true;
  const metric = valueNode(object, "metric");
  const [id = "", own = ""] = metric?.kind === "string" ? metric.value.split(".") : [];
  const kind = metricKindsOf(around, id)[own];
  const parts = kind === undefined ? Object.values(PARTS).flat() : PARTS[kind];
  return parts.includes(name) && !parts.some((part) => valueNode(object, part) !== undefined);
}

function valueEntries(site: ValueSite, around: ScenarioAround): readonly CompletionEntry[] {
  const { holder } = site;
  if (holder === undefined) return [objectEntry(site, "scenario") ?? []].flat();
  const place = placeOf(holder.kind === "property" ? holder.value : holder, "scenario");
  const { field, depth, items } = place;
  if (field === undefined || depth > 0) return [];
  const listed = holder.kind === "property" ? valuesAt(holder, "scenario") : [];
  const object = holder.kind === "array" ? items : undefined;
  return [
    ...listed.map(({ label, doc }) => valueEntry(site, "value", label, scalar(site, label), docOf(doc))),
    ...namesFor(field.holds?.[0], around).map((name) => nameEntry(site, name)),
    ...amountEntries(site, field.holds?.[0]),
    ...(object === undefined ? [] : [objectEntry(site, object) ?? []].flat()),
  ];
}

function docOf(doc: FieldCompletion["doc"]): { readonly markdown: string } {
  return { markdown: docMarkdown(doc) };
}

function nameEntry(site: CompletionSite, { name, detail, markdown }: Offered): CompletionEntry {
  const rest = { detail, ...(markdown !== undefined && { markdown }) };
  return valueEntry(site, "value", name, scalar(site, name), rest);
}

/** How amounts are written. */
const AMOUNTS: Readonly<Partial<Record<Holds, readonly string[]>>> = {
  time: ["100ms", "1s", "30s", "5m", "1h"],
  rate: ["1/s", "20/s", "100/m", "1000/h"],
  share: ["0.1%", "1%", "10%", "50%"],
};

function amountEntries(site: ValueSite, holds: Holds | undefined): readonly CompletionEntry[] {
  const amounts = holds === undefined ? [] : (AMOUNTS[holds] ?? []);
  return amounts.map((amount) => valueEntry(site, "value", amount, scalar(site, amount), {}));
}
