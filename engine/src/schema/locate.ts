/**
 * Which kind of object of the language a node is, or which field's value: found by walking from the root down to it,
 * as the schemas say. A root that has a state's Type and no States is a state by itself, as TestState takes it.
 */
import { valueNode } from "../text/navigate.ts";
import type { Node, ObjectNode, Property } from "../text/tree.ts";
import { type QueryLanguage, STATE_TYPES, type StateType } from "../vocabulary.ts";
import { OBJECTS } from "./generated/tables.ts";
import type { FieldEntry, ObjectEntry } from "./types.ts";

/** What the schemas expect at one place. */
export interface Slot {
  /** A single object of this kind. */
  readonly object?: string | undefined;
  /** An array of objects of this kind. */
  readonly items?: string | undefined;
  /** An object whose members are objects of this kind. */
  readonly members?: string | undefined;
  /** The field whose value this is, or lies in. */
  readonly field?: FieldEntry | undefined;
  readonly fieldName?: string;
  /** 0: the field's value itself; 1: its item; more: deeper inside. */
  readonly depth: number;
}

export interface Place extends Slot {
  /** What `node` is expected to be an object of; undefined inside payloads and for scalars. */
  readonly kind: string | undefined;
  readonly entry: ObjectEntry | undefined;
  readonly queryLanguage: QueryLanguage;
  /** The object that has the field, with its kind. */
  readonly owner: { readonly node: ObjectNode; readonly kind: string } | undefined;
}

const NOWHERE: Slot = { depth: 0 };

export function isStateType(text: unknown): text is StateType {
  return (STATE_TYPES as readonly unknown[]).includes(text);
}

/** Kind of a state's object by its Type; `state` where that is missing or not one of AWS's. */
export function stateKind(state: Node): string {
  const type = valueNode(state, "Type");
  return type?.kind === "string" && isStateType(type.value) ? type.value.toLowerCase() : "state";
}

/**
 * Where a value stands. A key stands where its property's value does. `rootKind` is what the root is an object of, or, as
 * `kind[]`, a list of; left out, a state machine, or a state by itself.
 */
export function locate(node: Node, rootKind?: string): Place {
  const path = ancestors(node);
  const root = path[0] ?? node;
  const machineLanguage = languageIn(root) ?? "JSONPath";
  let queryLanguage = machineLanguage;
  let slot: Slot = rootKind === undefined ? rootSlot(root) : slotFor(rootKind);
  let owner: Place["owner"];
  for (let index = 0; index + 1 < path.length; index++) {
    const at = path[index] as Node;
    const kind = kindIn(slot, at);
    if (isState(kind)) queryLanguage = languageIn(at) ?? machineLanguage;
    if (kind !== undefined && at.kind === "object") owner = { node: at, kind };
    slot = slotInside(slot, kind, path[index + 1] as Node);
  }
  const kind = kindIn(slot, node);
  if (isState(kind)) queryLanguage = languageIn(node) ?? machineLanguage;
  return { ...slot, kind, entry: kind === undefined ? undefined : OBJECTS[kind], queryLanguage, owner };
}

/** One step down: what is expected at the value of a field, or at an item, of something of this kind. */
export function slotInside(slot: Slot, kind: string | undefined, child: Node): Slot {
  const { parent } = child;
  if (parent?.kind === "property") {
    const name = parent.key.value;
    if (kind !== undefined) return fieldSlot(fieldOf(kind, name), name);
    if (slot.members !== undefined) return { object: slot.members, depth: 1 };
  } else if (slot.items !== undefined) {
    return { object: slot.items, depth: 1 };
  }
  return slot.field === undefined
    ? NOWHERE
    : { field: slot.field, fieldName: slot.fieldName ?? "", depth: slot.depth + 1 };
}

/** The kind of the object that stands in a slot, where it is one. */
export function kindIn(slot: Slot, node: Node): string | undefined {
  if (node.kind !== "object" || slot.object === undefined) return undefined;
  return slot.object === "state" ? stateKind(node) : slot.object;
}

/** What the schemas say of one field, whatever its query language. */
export function fieldOf(kind: string, name: string): FieldEntry | undefined {
  const fields = OBJECTS[kind]?.fields;
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function propertyOf(node: Node): Property | undefined {
  return node.parent?.kind === "property" ? node.parent : undefined;
}

/** Whether a node is the name of a property, not its value. */
export function isKey(node: Node): boolean {
  return propertyOf(node)?.key === node;
}

function fieldSlot(field: FieldEntry | undefined, fieldName: string): Slot {
  if (field === undefined) return NOWHERE;
  return { object: field.object, items: field.items, members: field.members, field, fieldName, depth: 0 };
}

function slotFor(kind: string): Slot {
  return kind.endsWith("[]") ? { items: kind.slice(0, -2), depth: 0 } : { object: kind, depth: 0 };
}

function rootSlot(root: Node): Slot {
  const lone = stateKind(root) !== "state" && valueNode(root, "States") === undefined;
  return { object: lone ? "state" : "machine", depth: 0 };
}

function languageIn(node: Node): QueryLanguage | undefined {
  const language = valueNode(node, "QueryLanguage");
  const value = language?.kind === "string" ? language.value : undefined;
  return value === "JSONPath" || value === "JSONata" ? value : undefined;
}

/** Whether a kind of object is a state, of whatever type. */
export function isState(kind: string | undefined): boolean {
  return kind === "state" || STATE_TYPES.some((type) => type.toLowerCase() === kind);
}

function ancestors(node: Node): Node[] {
  const path: Node[] = [];
  let at: Node | undefined = node;
  while (at !== undefined) {
    path.push(at);
    const { parent }: Node = at;
    at = parent?.kind === "property" ? parent.parent : parent;
  }
  return path.reverse();
}
