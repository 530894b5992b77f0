/**
 * The data of an object as its validator wants it. What the validator does not look into is left empty: payloads, the
 * states of a scope. So the work is in proportion to the object's own fields, however much lies below it.
 */
import type { Node, ObjectNode } from "../text/tree.ts";
import { kindIn, type Slot, slotInside } from "./locate.ts";

const EMPTY_OBJECT = {};
/** Stands for a value that the text does not have. What a validator says of it is not reported. */
const UNKNOWN = null;

export function plainOf(node: ObjectNode, kind: string): object {
  return objectOf({ object: kind, depth: 0 }, kind, node);
}

/** Whether a value is only known after a deployment tool has filled it in (or after somebody has typed it). */
export function isUnknown(node: Node): boolean {
  if (node.kind === "placeholder" || node.kind === "missing") return true;
  return node.kind === "string" && node.value.includes("${");
}

function objectOf(slot: Slot, kind: string | undefined, node: ObjectNode): object {
  const result: Record<string, unknown> = {};
  for (const { key, value } of node.properties) {
    // The first of two equal keys counts; one called `__proto__` must not change the object's nature.
    if (Object.hasOwn(result, key.value)) continue;
    if (key.value === "__proto__") Object.defineProperty(result, key.value, { value: UNKNOWN, enumerable: true });
    else result[key.value] = valueIn(slotInside(slot, kind, value), value);
  }
  return result;
}

function valueIn(slot: Slot, node: Node): unknown {
  switch (node.kind) {
    case "string":
    case "number":
    case "boolean":
      return node.value;
    case "null":
      return null;
    case "object":
      return objectIn(slot, node);
    case "array":
      return arrayIn(slot, node.items);
    default:
      return UNKNOWN;
  }
}

function objectIn(slot: Slot, node: ObjectNode): object {
  const { members } = slot;
  if (members !== undefined) {
    // The states of a scope are validated one by one.
    const member = members === "state" ? shallow : (value: Node) => valueIn({ object: members, depth: 1 }, value);
    return Object.fromEntries(node.properties.map(({ key, value }) => [key.value, member(value)]));
  }
  const kind = kindIn(slot, node);
  if (kind === undefined || slot.object === "state") return EMPTY_OBJECT;
  return objectOf(slot, kind, node);
}

function arrayIn(slot: Slot, items: readonly Node[]): unknown[] {
  // Branches are validated one by one, too.
  if (slot.items === undefined || slot.items === "branch") return items.map(shallow);
  return items.map((item) => valueIn({ object: slot.items, depth: 1 }, item));
}

function shallow(node: Node): unknown {
  if (node.kind === "object") return EMPTY_OBJECT;
  if (node.kind === "array") return [];
  return valueIn({ depth: 0 }, node);
}
