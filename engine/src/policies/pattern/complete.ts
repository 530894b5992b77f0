/**
 * What may be written where the cursor is: keys that the samples have or that every event has, operators of the dialect,
 * values that the samples have at that key.
 */
import { withCommas } from "../../editor/commas.ts";
import type { KeySite, ValueSite } from "../../editor/completion-site.ts";
import { fieldEntry, snippetEntry, valueEntry } from "../../editor/field-entries.ts";
import { docMarkdown } from "../../editor/markdown.ts";
import type { CompletionEntry, Surroundings } from "../../editor/types.ts";
import { isObject, type JsonValue } from "../../json.ts";
import type { PatternDialect } from "../../patterns/types.ts";
import { fieldDoc } from "../../schema/docs.ts";
import { OBJECTS } from "../../schema/generated/tables.ts";
import type { FieldEntry } from "../../schema/types.ts";
import { policySite } from "../document.ts";
import { samplesAround, valuesInSamples } from "../samples/around.ts";
import type { PatternDocument } from "../types.ts";
import { dialectOf, wordOf } from "./dialect.ts";
import { type OperatorKind, type PatternPlace, placeInPattern } from "./place.ts";

interface Site {
  readonly document: PatternDocument;
  readonly dialect: PatternDialect;
  /** What the samples have at a path. */
  seen(path: readonly string[]): readonly JsonValue[];
}

/** In the order in which to show them; empty where nothing is known. */
export function complete(
  document: PatternDocument,
  offset: number,
  surroundings: Surroundings,
): readonly CompletionEntry[] {
  const site = policySite(document, offset);
  if (site === undefined) return [];
  const dialect = dialectOf(document, surroundings);
  const samples = samplesAround(surroundings)?.samples ?? [];
  const known: Site = { document, dialect, seen: (path) => valuesInSamples(samples, dialect, path) };
  const entries = site.kind === "key" ? keyEntries(site, known) : valueEntries(site, known);
  return withCommas(document.text, site, entries);
}

function keyEntries(site: KeySite, known: Site): readonly CompletionEntry[] {
  const place = placeInPattern(site.object);
  const present = new Set(site.object.properties.flatMap((one) => (one === site.property ? [] : [one.key.value])));
  if (place.role === "match") return present.size > 0 ? [] : operatorKeys(site, place.kind ?? "match", known.dialect);
  if (place.role !== "fields") return [];
  const fromSamples = sampleKeys(place.path, known).filter(([key]) => !present.has(key));
  const names = new Set(fromSamples.map(([key]) => key));
  const documented = documentedFields(place, known).filter(([name]) => !present.has(name) && !names.has(name));
  return [
    ...fromSamples.map(([key, values]) => sampleKeyEntry(site, key, values)),
    ...documented.map(([name, kind, field]) => documentedEntry(site, name, kind, field)),
  ];
}

/** Keys that the samples have below a path, each with its values. */
function sampleKeys(path: readonly string[], { seen }: Site): readonly (readonly [string, readonly JsonValue[]])[] {
  const keys = new Map<string, JsonValue[]>();
  for (const value of seen(path)) {
    if (!isObject(value)) continue;
    for (const [key, inner] of Object.entries(value)) {
      const values = keys.get(key) ?? [];
      keys.set(key, values);
      values.push(inner);
    }
  }
  return [...keys];
}

function sampleKeyEntry(site: KeySite, key: string, values: readonly JsonValue[]): CompletionEntry {
  const isNested = values.some(isObject);
  const snippet = isNested ? "{ $1 }" : "[$1]";
  const doc = { name: key, text: "", link: "", type: "in the samples", required: false };
  const entry = fieldEntry(site, { name: key, doc, required: false, snippet });
  const { markdown: _, ...plain } = entry;
  return { ...plain, detail: isNested ? "in the samples, with keys of its own" : `in the samples: ${shown(values)}` };
}

function shown(values: readonly JsonValue[]): string {
  const texts = [...new Set(values.map((value) => JSON.stringify(value)))].slice(0, 3);
  return texts.join(", ");
}

/** Fields that the schemas know there: what every event or record has, and `$or`. */
function documentedFields(
  { path }: PatternPlace,
  { document, dialect }: Site,
): readonly (readonly [string, string, FieldEntry])[] {
  const isTop = path.length === 0;
  const kinds = dialect === "pipes" || dialect === "esm" ? ["record", document.kind] : [document.kind];
  return kinds.flatMap((kind) =>
    Object.entries(OBJECTS[kind]?.fields ?? {}).flatMap(([name, field]) => {
      const isWord = name === "$or";
      const isThere = isWord || (isTop && (kind === "record" || dialect === "eventbridge"));
      return isThere ? [[name, kind, field] as const] : [];
    }),
  );
}

function documentedEntry(site: KeySite, name: string, kind: string, { snippet }: FieldEntry): CompletionEntry {
  const doc = fieldDoc(kind, name) ?? { name, text: "", link: "", type: "", required: false };
  return fieldEntry(site, { name, doc: { ...doc, required: false }, required: false, snippet });
}

/** The operators of a kind that a dialect has. */
function operatorsOf(kind: OperatorKind, dialect: PatternDialect): readonly (readonly [string, FieldEntry])[] {
  const word = wordOf(dialect);
  const fields = Object.entries(OBJECTS[kind]?.fields ?? {});
  return fields.filter(([, { dialects }]) => dialects === undefined || dialects.includes(word));
}

function operatorKeys(site: KeySite, kind: OperatorKind, dialect: PatternDialect): readonly CompletionEntry[] {
  return operatorsOf(kind, dialect).map(([name, field]) => documentedEntry(site, name, kind, field));
}

const PATTERNS = {
  "filter-policy": '{\n\t"${1:key}": ["${2:value}"]\n}',
  "event-pattern": '{\n\t"source": ["${1:my.app}"],\n\t"detail-type": ["${2:Order placed}"]\n}',
} as const;

function valueEntries(site: ValueSite, known: Site): readonly CompletionEntry[] {
  const { holder } = site;
  const { document, dialect } = known;
  if (holder === undefined) {
    const text = OBJECTS[document.kind];
    return [snippetEntry(site, text?.title ?? document.kind, PATTERNS[document.kind], text?.text ?? "")];
  }
  const place = site.node === undefined ? placeOfHole(holder) : placeInPattern(site.node);
  switch (place.role) {
    case "value":
      return holder.kind === "array"
        ? [...sampleValues(site, place, known), ...operatorObjects(site, dialect)]
        : [snippetEntry(site, "list of alternatives", "[$1]", "One of these must match.")];
    case "operand":
      return operandEntries(site, place, known);
    default:
      return [];
  }
}

/** The place of a value that is not written yet: as if there were a plain one. */
function placeOfHole(holder: NonNullable<ValueSite["holder"]>): PatternPlace {
  if (holder.kind === "array") {
    const place = placeInPattern(holder);
    if (place.role === "alternatives") return { role: "value", path: place.path };
    return place.role === "or" ? { role: "nowhere", path: place.path } : place;
  }
  return placeInPattern(holder.value);
}

function sampleValues(site: ValueSite, { path }: PatternPlace, { seen }: Site): readonly CompletionEntry[] {
  const present = new Set(site.holder?.kind === "array" ? site.holder.items.flatMap(literal) : []);
  return seen(path).flatMap((value) => {
    const json = JSON.stringify(value);
    return isObject(value) || present.has(json)
      ? []
      : [valueEntry(site, "value", json, json, { detail: "in the samples" })];
  });
}

function literal(node: { readonly kind: string; readonly value?: unknown }): readonly string[] {
  return node.value === undefined ? [] : [JSON.stringify(node.value)];
}

/** `{ "prefix": "..." }` and the others, whole. */
function operatorObjects(site: ValueSite, dialect: PatternDialect): readonly CompletionEntry[] {
  return operatorsOf("match", dialect).map(([name, { snippet }]) => {
    const doc = fieldDoc("match", name);
    const text = `{ "${name}": ${snippet} }`;
    const entry = snippetEntry(site, name, text, doc === undefined ? "" : docMarkdown({ ...doc, required: false }));
    // What is being typed may be the object's bracket or, in quotes already, the operator itself.
    const filterText = site.node?.kind === "string" ? `"${name}"` : `{ "${name}"`;
    return { ...entry, filterText, detail: doc?.type ?? "" };
  });
}

function operandEntries(site: ValueSite, place: PatternPlace, known: Site): readonly CompletionEntry[] {
  const { operator = "" } = place;
  if (operator === "exists") return ["true", "false"].map((json) => valueEntry(site, "value", json, json, {}));
  if (operator === "numeric") return numericEntries(site);
  if (operator === "cidr") return [];
  const values = known.seen(place.path).filter((value) => typeof value === "string" || operator === "anything-but");
  const plain = values.flatMap((value) => {
    const json = JSON.stringify(value);
    return isObject(value) ? [] : [valueEntry(site, "value", json, json, { detail: "in the samples" })];
  });
  if (operator !== "anything-but" || site.holder?.kind === "array") return plain;
  const nested = operatorsOf("match-anything-but", known.dialect).map(([name, { snippet }]) => {
    const doc = fieldDoc("match-anything-but", name);
    const text = `{ "${name}": ${snippet} }`;
    return snippetEntry(site, name, text, doc === undefined ? "" : docMarkdown({ ...doc, required: false }));
  });
  return [snippetEntry(site, "list of values", "[$1]", "None of these."), ...plain, ...nested];
}

/** Comparisons and numbers take turns. */
function numericEntries(site: ValueSite): readonly CompletionEntry[] {
  const { holder, node } = site;
  if (holder?.kind !== "array") return [snippetEntry(site, "comparison", '["${1|=,<,<=,>,>=|}", ${2:0}]', "")];
  const index =
    node === undefined ? holder.items.filter(({ start }) => start < site.start).length : holder.items.indexOf(node);
  if (index % 2 === 1) return [];
  const comparisons = index === 0 ? ["=", "<", "<=", ">", ">="] : ["<", "<="];
  return comparisons.map((text) => valueEntry(site, "value", text, JSON.stringify(text), {}));
}
