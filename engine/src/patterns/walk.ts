/** Finds fields in an event that is plain data already. */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { childFor } from "./fields.ts";
import type { LeafSink, Membership } from "./found.ts";
import { type NumberRules, readNumber } from "./numbers.ts";
import type { FieldNode, Scalar } from "./types.ts";

/** Puts what the event holds into `leaves`. */
export function walkEvent(event: JsonObject, fields: FieldNode, numbers: NumberRules, leaves: LeafSink): void {
  walkObject(event, fields, numbers, leaves, undefined);
}

function walkObject(
  object: JsonObject,
  parent: FieldNode,
  numbers: NumberRules,
  leaves: LeafSink,
  membership: Membership | undefined,
): void {
  for (const [key, value] of Object.entries(object)) {
    const child = childFor(parent, key);
    if (child !== undefined) walkValue(value, child, numbers, leaves, membership);
  }
}

function walkValue(
  value: JsonValue,
  field: FieldNode,
  numbers: NumberRules,
  leaves: LeafSink,
  membership: Membership | undefined,
): void {
  if (Array.isArray(value)) {
    const array = leaves.arrays++;
    for (const [index, item] of (value as readonly JsonValue[]).entries()) {
      const nested = typeof item === "object" && item !== null;
      walkValue(item, field, numbers, leaves, nested ? { array, index, outer: membership } : membership);
    }
  } else if (isObject(value)) {
    if (field.children.length > 0) walkObject(value, field, numbers, leaves, membership);
  } else if (field.field >= 0) {
    leaves.add(field.field, scalarOf(value as string | number | boolean | null, numbers), membership);
  }
}

function scalarOf(value: string | number | boolean | null, numbers: NumberRules): Scalar {
  return typeof value === "number" ? readNumber(String(value), numbers) : value;
}
