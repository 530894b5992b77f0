/**
 * What is known of a JSON value that flows through a machine: its fields, its items, an example. Known in part: what is
 * not known is left out. Immutable and shared.
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { Segment } from "../../paths/ast.ts";

export interface Payload {
  /** Present for objects: the fields that are known. */
  readonly fields?: ReadonlyMap<string, Payload>;
  /** Present for arrays: what their items have in common or some of them have. */
  readonly item?: Payload;
  /** A scalar as the example has it. */
  readonly example?: JsonValue;
}

/** A value that nothing is known of. */
export const UNKNOWN: Payload = {};

/** Items of an example's array that are looked at. */
const MAX_ITEMS = 20;
const MAX_FIELDS = 200;
const MAX_DEPTH = 12;

export function payloadOf(value: JsonValue, depth = 0): Payload {
  if (depth > MAX_DEPTH) return UNKNOWN;
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).slice(0, MAX_ITEMS);
    return { item: items.map((item) => payloadOf(item, depth + 1)).reduce(merge, UNKNOWN) };
  }
  if (!isObject(value)) return { example: value };
  const entries = Object.entries(value as JsonObject).slice(0, MAX_FIELDS);
  return objectOf(entries.map(([name, inner]) => [name, payloadOf(inner, depth + 1)]));
}

export function objectOf(fields: Iterable<readonly [string, Payload]>): Payload {
  return { fields: new Map(fields) };
}

/** What is known where a value comes from one place or from another. */
export function merge(one: Payload, other: Payload): Payload {
  if (one === other || other === UNKNOWN) return one;
  if (one === UNKNOWN) return other;
  const merged: { fields?: ReadonlyMap<string, Payload>; item?: Payload; example?: JsonValue } = {};
  if (one.fields !== undefined && other.fields !== undefined) {
    const fields = new Map(one.fields);
    for (const [name, field] of other.fields) fields.set(name, merge(fields.get(name) ?? UNKNOWN, field));
    merged.fields = fields;
  } else {
    const fields = one.fields ?? other.fields;
    if (fields !== undefined) merged.fields = fields;
  }
  const item = merge(one.item ?? UNKNOWN, other.item ?? UNKNOWN);
  if (one.item !== undefined || other.item !== undefined) merged.item = item;
  const example = one.example ?? other.example;
  if (example !== undefined) merged.example = example;
  return merged;
}

/** What lies at the end of a path. */
export function follow(payload: Payload, segments: readonly Segment[]): Payload {
  let at = payload;
  for (const segment of segments) {
    at = step(at, segment);
    if (at === UNKNOWN) break;
  }
  return at;
}

function step(payload: Payload, segment: Segment): Payload {
  switch (segment.kind) {
    case "name":
      // Behind a wildcard, a name is taken from every item.
      return payload.fields?.get(segment.name) ?? UNKNOWN;
    case "index":
      return payload.item ?? UNKNOWN;
    case "wildcard":
    case "filter":
    case "slice":
    case "indexes":
      return payload.item ?? UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** `$.a.b` of JSONata and of completion: names, that go through arrays. */
export function followNames(payload: Payload, names: readonly string[]): Payload {
  let at = payload;
  for (const name of names) at = (at.fields === undefined ? at.item : at)?.fields?.get(name) ?? UNKNOWN;
  return at;
}

/** The object with a value put at a path of names, as ResultPath does. */
export function place(payload: Payload, names: readonly string[], value: Payload): Payload {
  const [first, ...rest] = names;
  if (first === undefined) return value;
  const fields = new Map(payload.fields);
  fields.set(first, place(fields.get(first) ?? UNKNOWN, rest, value));
  return { fields };
}

/** True where fields or items are known: worth to be told. */
export function hasShape({ fields, item }: Payload): boolean {
  return (fields !== undefined && fields.size > 0) || item !== undefined;
}

/** "string, such as "x"": one line for lists. */
export function summary({ fields, item, example }: Payload): string {
  if (fields !== undefined) return "object";
  if (item !== undefined) return "array";
  if (example === undefined) return "";
  const text = JSON.stringify(example);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
