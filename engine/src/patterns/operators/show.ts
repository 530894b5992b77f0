/** How values and texts stand in sentences. */
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
