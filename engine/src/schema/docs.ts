/** What the schemas say at a node: its documentation, what may be written there, what its value holds. */
import type { Node, ObjectNode, Property } from "../text/tree.ts";
import type { QueryLanguage, StateType } from "../vocabulary.ts";
import { OBJECTS } from "./generated/tables.ts";
import { fieldOf, isKey, isState, locate, type Place, propertyOf } from "./locate.ts";
import { expectation, holdsIn } from "./names.ts";
import { errorDoc } from "./tables.ts";
import type { FieldCompletion, FieldDoc, FieldEntry, Holds, ValueCompletion } from "./types.ts";

/**
 * Documentation of a property (or its key), or of a value that is one of a list: an enum value, a state type, an error
 * name. Undefined for everything that the user names: states, payload keys, paths.
 */
export function docForNode(at: Node | Property, rootKind?: string): FieldDoc | undefined {
  if (at.kind === "property") return propertyDoc(at, rootKind);
  const property = propertyOf(at);
  if (property !== undefined && isKey(at)) return propertyDoc(property, rootKind);
  return valueDoc(at, rootKind);
}

/** Documentation of a field of an object kind ("task", "retrier", "reader-config", ...: the names of the schema files). */
export function fieldDoc(kind: string, name: string, queryLanguage?: QueryLanguage): FieldDoc | undefined {
  const field = fieldOf(kind, name);
  return field && docOf(name, field, queryLanguage);
}

/** Documentation of a kind of object, under its title. */
export function objectDoc(kind: string): FieldDoc | undefined {
  const entry = OBJECTS[kind];
  return entry && { name: entry.title, text: entry.text, link: entry.link, type: "object", required: false };
}

export function stateTypeDoc(type: StateType): FieldDoc {
  const doc = objectDoc(type.toLowerCase());
  if (doc === undefined) throw new Error(`No schema for the state type ${type}`);
  return { ...doc, name: type };
}

/** Every field of that name, with the kinds of object that have it: for `sluice explain`. */
export function fieldsNamed(name: string): { readonly kind: string; readonly title: string; readonly doc: FieldDoc }[] {
  return Object.entries(OBJECTS).flatMap(([kind, { title }]) => {
    const doc = fieldDoc(kind, name);
    return doc === undefined ? [] : [{ kind, title, doc }];
  });
}

/** The fields that may be added to an object: valid there, in its query language, and not excluded by one it has. */
export function fieldsAt(object: ObjectNode, rootKind?: string): readonly FieldCompletion[] {
  const { kind, entry, queryLanguage } = locate(object, rootKind);
  if (kind === undefined || entry === undefined) return [];
  const present = new Set(object.properties.map(({ key }) => key.value));
  const full = entry.groups.filter(({ fields, max }) => fields.filter((name) => present.has(name)).length >= max);
  const excluded = new Set(full.flatMap(({ fields }) => fields));
  return Object.entries(entry.fields)
    .filter(([name, field]) => !present.has(name) && !excluded.has(name) && isIn(field, queryLanguage))
    .map(([name, field]) => ({
      name,
      doc: docOf(name, field, queryLanguage),
      required: field.required === true,
      snippet: field.snippet,
    }));
}

/** The values to choose from, where a field has a fixed list (or is a boolean): for its value, or for the property. */
export function valuesAt(at: Node | Property, rootKind?: string): readonly ValueCompletion[] {
  const { field, fieldName, depth, queryLanguage } = locate(at.kind === "property" ? at.value : at, rootKind);
  if (field === undefined || depth > 0 || fieldName === undefined) return [];
  const doc = docOf(fieldName, field, queryLanguage);
  if (field.enum !== undefined) {
    return field.enum.map(({ value, text }) => ({
      json: JSON.stringify(value),
      label: value,
      doc: { ...doc, name: value, text },
    }));
  }
  return field.type === "boolean" ? ["true", "false"].map((json) => ({ json, label: json, doc })) : [];
}

/**
 * What a value holds where it stands: of a field's own value, of an item of ErrorEquals, and inside payloads, where a
 * key that ends in `.$` holds a path or an intrinsic function and a JSONata string an expression.
 */
export function holdsAt(at: Node | Property): readonly Holds[] {
  const node = at.kind === "property" ? at.value : at;
  const { field, depth, queryLanguage } = locate(node);
  if (field === undefined) return [];
  const holds = holdsIn(field, queryLanguage);
  if (depth === 0 || (depth === 1 && holds.includes("error-name"))) return holds;
  if (queryLanguage === "JSONata") return holds.includes("jsonata-template") ? ["jsonata"] : [];
  const isTemplate = holds.includes("payload-template");
  return isTemplate && propertyOf(node)?.key.value.endsWith(".$") ? ["jsonpath", "intrinsic"] : [];
}

/** Where a node stands: the kind of object it is or the field it belongs to, and the query language that holds. */
export function placeOf(node: Node, rootKind?: string): Place {
  return locate(node, rootKind);
}

function propertyDoc(property: Property, rootKind?: string): FieldDoc | undefined {
  const { field, fieldName, depth, queryLanguage } = locate(property.value, rootKind);
  if (field === undefined || depth > 0 || fieldName === undefined) return undefined;
  return docOf(fieldName, field, queryLanguage);
}

function valueDoc(node: Node, rootKind?: string): FieldDoc | undefined {
  const { field, fieldName, depth, queryLanguage, owner } = locate(node, rootKind);
  if (field === undefined || fieldName === undefined || node.kind !== "string") return undefined;
  if (depth <= 1 && field.holds?.includes("error-name")) return errorDoc(node.value);
  if (depth > 0) return undefined;
  if (fieldName === "Type" && owner !== undefined && owner.kind !== "state" && isState(owner.kind)) {
    const doc = objectDoc(owner.kind);
    return doc && { ...doc, name: node.value };
  }
  const choice = field.enum?.find(({ value }) => value === node.value);
  return choice && { ...docOf(fieldName, field, queryLanguage), name: choice.value, text: choice.text };
}

function isIn(field: FieldEntry, queryLanguage: QueryLanguage): boolean {
  return field.queryLanguage === undefined || field.queryLanguage === queryLanguage;
}

function docOf(name: string, field: FieldEntry, queryLanguage: QueryLanguage | undefined): FieldDoc {
  const { text, link, since, queryLanguage: only } = field;
  const holds = queryLanguage === undefined ? (field.holds ?? []) : holdsIn(field, queryLanguage);
  return {
    name,
    text: field.distributed ? `${text} Only in a Distributed Map.` : text,
    link,
    type: field.enum !== undefined || queryLanguage === undefined ? field.type : expectation(field, queryLanguage),
    required: field.required === true,
    ...(since === undefined ? {} : { since }),
    ...(only === undefined ? {} : { queryLanguage: only }),
    ...(holds.length === 0 ? {} : { holds }),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...(field.dialects === undefined ? {} : { dialects: field.dialects }),
    ...(field.example === undefined ? {} : { example: field.example }),
  };
}
