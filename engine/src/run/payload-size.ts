/**
 * Size of a payload as AWS counts it: bytes of its JSON text in UTF-8.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
import type { JsonObject, JsonValue } from "../json.ts";
import { MAX_NESTING_DEPTH } from "../limits.ts";
import { utf8Length } from "../text/utf8.ts";

/** No character takes more than 6 bytes of JSON text (a control character as \\u00XX). */
const MAX_BYTES_PER_UNIT = 6;

/** From so many values on, looking a size up is quicker than counting again. */
const MIN_REMEMBERED_VALUES = 16;

interface Bound {
  readonly bytes: number;
  /** How many objects and arrays are inside each other, besides the outermost. */
  readonly height: number;
}

/** Large values are immutable and travel through many states, often as a part of others. */
const bounds = new WeakMap<object, Bound>();
const sizes = new WeakMap<object, number>();

/**
 * Whether the JSON text of `value` is longer than `limit` bytes. Cheap for small values: an upper bound decides. A value
 * that nests too deeply to be written as JSON exceeds every limit.
 */
export function exceedsBytes(value: JsonValue, limit: number): boolean {
  return maxJsonBytes(value) > limit && jsonBytes(value) > limit;
}

/** Bytes of the JSON text; infinite where `value` nests too deeply to have one. */
export function jsonBytes(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return utf8Length(JSON.stringify(value));
  let bytes = sizes.get(value);
  if (bytes === undefined) {
    bytes = maxJsonBytes(value) === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : textBytes(value);
    sizes.set(value, bytes);
  }
  return bytes;
}

function textBytes(value: JsonValue): number {
  return utf8Length(JSON.stringify(value));
}

/** No less than `jsonBytes`, and quicker to say; infinite where `value` nests too deeply. */
export function maxJsonBytes(value: JsonValue): number {
  deepest = 0;
  return upperBound(value, 0);
}

/** Where the nesting has been deepest since the count began; of the walk that is under way only. */
let deepest = 0;

/** Values that have been looked at, ever. */
let visited = 0;

function upperBound(value: JsonValue, depth: number): number {
  visited += 1;
  if (typeof value === "string") return MAX_BYTES_PER_UNIT * value.length + 2;
  if (typeof value !== "object" || value === null) return 25;
  const remembered = bounds.get(value);
  const height = depth + (remembered?.height ?? 0);
  if (height >= MAX_NESTING_DEPTH) return Number.POSITIVE_INFINITY;
  if (remembered !== undefined) {
    if (height > deepest) deepest = height;
    return remembered.bytes;
  }
  const start = visited;
  const before = deepest;
  deepest = depth;
  const bytes = Array.isArray(value) ? ofItems(value, depth + 1) : ofFields(value as JsonObject, depth + 1);
  if (visited - start > MIN_REMEMBERED_VALUES && bytes !== Number.POSITIVE_INFINITY) {
    bounds.set(value, { bytes, height: deepest - depth });
  }
  if (before > deepest) deepest = before;
  return bytes;
}

function ofItems(items: readonly JsonValue[], depth: number): number {
  let bytes = 2;
  for (const item of items) bytes += upperBound(item, depth) + 1;
  return bytes;
}

function ofFields(fields: JsonObject, depth: number): number {
  let bytes = 2;
  for (const key in fields) bytes += MAX_BYTES_PER_UNIT * key.length + 4 + upperBound(fields[key] ?? null, depth);
  return bytes;
}
