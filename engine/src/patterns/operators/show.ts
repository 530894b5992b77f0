/** How values and texts stand in sentences. */
import { isObject, type JsonValue } from "../../json.ts";
import { isWide } from "../numbers.ts";
import type { Scalar } from "../types.ts";

export function show(value: Scalar): string {
  return isWide(value) ? value.text : JSON.stringify(value);
}

/** `"a"`, `"a" or "b"`, `"a", "b" or "c"`. */
export function anyOf(texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} or ${last}`;
}

/** JSON on one line, with the spaces that people leave: `{"prefix": "a"}`. */
export function jsonLine(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => jsonLine(item)).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${jsonLine(inner)}`)
    .join(", ")}}`;
}
