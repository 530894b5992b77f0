/**
 * Size of a payload as AWS counts it: bytes of its JSON text in UTF-8.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
import type { JsonValue } from "../json.ts";
import { utf8Length } from "../text/utf8.ts";

/** No character takes more than 6 bytes of JSON text (a control character as \\u00XX). */
const MAX_BYTES_PER_UNIT = 6;

/** Sizes of large values: they are immutable and travel through many states. */
const known = new WeakMap<object, number>();

/** Whether the JSON text of `value` is longer than `limit` bytes. Cheap for small values: an upper bound decides. */
export function exceedsBytes(value: JsonValue, limit: number): boolean {
  if (upperBound(value, limit) <= limit) return false;
  return jsonBytes(value) > limit;
}

export function jsonBytes(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return utf8Length(JSON.stringify(value));
  let bytes = known.get(value);
  if (bytes === undefined) {
    bytes = utf8Length(JSON.stringify(value));
    known.set(value, bytes);
  }
  return bytes;
}

/** Gives up (with more than `limit`) as soon as the bound passes it. */
function upperBound(value: JsonValue, limit: number): number {
  if (typeof value === "string") return MAX_BYTES_PER_UNIT * value.length + 2;
  if (typeof value !== "object" || value === null) return 25;
  let bound = 2;
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) {
      bound += upperBound(item, limit) + 1;
      if (bound > limit) return bound;
    }
    return bound;
  }
  const fields = value as Record<string, JsonValue>;
  for (const key in fields) {
    bound += MAX_BYTES_PER_UNIT * key.length + 4 + upperBound(fields[key] ?? null, limit);
    if (bound > limit) return bound;
  }
  return bound;
}
