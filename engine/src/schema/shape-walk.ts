/**
 * Mistakes of shape found by the tables alone, as a validator would name them: for languages whose files are small, and
 * whose validators would be more code than all that reads them.
 */
import { pointerOf } from "../text/navigate.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import { OBJECTS } from "./generated/tables.ts";
import type { ValidationError } from "./generated/validators.js";
import { kindIn, type Slot, slotInside } from "./locate.ts";
import { isUnknown } from "./plain.ts";
import type { JsonType } from "./types.ts";

/** `kind`: what the root of the tree is an object of. In the order of the text. */
export function mistakesOfShape(root: ObjectNode, kind: string): readonly ValidationError[] {
  const errors: ValidationError[] = [];
  visit({ object: kind, depth: 0 }, root);
  return errors;

  function visit(slot: Slot, node: Node): void {
    const kind = kindIn(slot, node);
    if (kind !== undefined && node.kind === "object") checkObject(kind, node);
    else if (slot.field !== undefined) checkValue(slot, node);
    else if (slot.object !== undefined && OBJECTS[slot.object]?.open !== true) checkItem(node);
    for (const child of childrenOf(node)) visit(slotInside(slot, kind, child), child);
  }

  function checkObject(kind: string, node: ObjectNode): void {
    const entry = OBJECTS[kind];
    if (entry === undefined) return;
    const names = new Set(node.properties.map(({ key }) => key.value));
    const tell = (keyword: string, params: ValidationError["params"]) => {
      errors.push({ instancePath: pointerOf(node), keyword, params });
    };
    if (entry.open !== true) {
      for (const name of names) {
        if (!Object.hasOwn(entry.fields, name)) tell("additionalProperties", { additionalProperty: name });
      }
    }
    for (const [name, { required }] of Object.entries(entry.fields)) {
      if (required === true && !names.has(name)) tell("required", { missingProperty: name });
    }
    for (const [group, { fields, min, max }] of entry.groups.entries()) {
      const count = fields.filter((name) => names.has(name)).length;
      if (count < min || count > max) tell("groups", { group, count });
    }
  }

  /** An item of a list, or a member of an object, that is no object. */
  function checkItem(node: Node): void {
    if (!isUnknown(node)) errors.push({ instancePath: pointerOf(node), keyword: "type", params: {} });
  }

  function checkValue({ field, depth }: Slot, node: Node): void {
    const { json, enum: choices, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = field ?? {};
    if (json === undefined || depth > 0 || isUnknown(node)) return;
    const tell = (keyword: string) => errors.push({ instancePath: pointerOf(node), keyword, params: {} });
    if (!json.some((type) => isOf(type, node))) tell("type");
    else if (node.kind === "number" && node.value < least) tell("minimum");
    else if (node.kind === "number" && node.value > most) tell("maximum");
    else if (choices?.every(({ value }) => node.kind !== "string" || value !== node.value)) tell("enum");
  }
}

function isOf(type: JsonType, node: Node): boolean {
  return type === "integer" ? node.kind === "number" && Number.isInteger(node.value) : node.kind === type;
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === "array") return node.items;
  return node.kind === "object" ? node.properties.map(({ value }) => value) : [];
}
