/**
 * Size of a payload as AWS counts it: bytes of its JSON text in UTF-8.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
import type { JsonValue } from "../json.ts";
import { MAX_NESTING_DEPTH } from "../limits.ts";
import { utf8Length } from "../text/utf8.ts";

/** No character takes more than 6 bytes of JSON text (a control character as \\u00XX). */
const MAX_BYTES_PER_UNIT = 6;

/** From here on, looking a size up is quicker than looking at the value again. */
const MIN_REMEMBERED_BYTES = 1_024;

/** Sizes of large values, and bounds of them: they are immutable and travel through many states. */
const sizes = new WeakMap<object, number>();
const bounds = new WeakMap<object, number>();

/**
 * Whether the JSON text of `value` is longer than `limit` bytes. Cheap for small values: an upper bound decides. A value
 * that nests too deeply to be written as JSON exceeds every limit.
 */
export function exceedsBytes(value: JsonValue, limit: number): boolean {
  const kept = typeof value === "object" && value !== null ? value : undefined;
  if (kept !== undefined && (bounds.get(kept) ?? Number.POSITIVE_INFINITY) <= limit) return false;
  const bound = upperBound(value, limit, 0);
  if (bound > limit) return jsonBytes(value) > limit;
  if (kept !== undefined && bound > MIN_REMEMBERED_BYTES) bounds.set(kept, bound);
  return false;
}

/** Bytes of the JSON text; infinite where `value` nests too deeply to have one. */
export function jsonBytes(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return textBytes(value);
  let bytes = sizes.get(value);
  if (bytes === undefined) {
    bytes = textBytes(value);
    sizes.set(value, bytes);
  }
  return bytes;
}

/** No less than `jsonBytes`, and quicker to say. */
export function maxJsonBytes(value: JsonValue): number {
  return upperBound(value, Number.POSITIVE_INFINITY, 0);
}

function textBytes(value: JsonValue): number {
  if (upperBound(value, Number.POSITIVE_INFINITY, 0) === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  return utf8Length(JSON.stringify(value));
}

/** Gives up (with more than `limit`) as soon as the bound passes it, or with infinity where the nesting is too deep. */
function upperBound(value: JsonValue, limit: number, depth: number): number {
  if (typeof value === "string") return MAX_BYTES_PER_UNIT * value.length + 2;
  if (typeof value !== "object" || value === null) return 25;
  if (depth === MAX_NESTING_DEPTH) return Number.POSITIVE_INFINITY;
  let bound = 2;
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) {
      bound += upperBound(item, limit, depth + 1) + 1;
      if (bound > limit) return bound;
    }
    return bound;
  }
  const fields = value as Record<string, JsonValue>;
  for (const key in fields) {
    bound += MAX_BYTES_PER_UNIT * key.length + 4 + upperBound(fields[key] ?? null, limit, depth + 1);
    if (bound > limit) return bound;
  }
  return bound;
}
