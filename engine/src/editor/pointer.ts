/** Where a range of text is in terms of values. */
import { nodeAt, parentOf, pointerOf } from "../text/navigate.ts";
import type { ParsedText } from "../text/parsed.ts";

/**
 * JSON pointer of the innermost value that holds the whole range; a key counts as its value, as in AWS's locations.
 */
export function pointerAt({ root }: ParsedText, range: { readonly start: number; readonly end: number }): string {
  let node = nodeAt(root, range.start);
  while (node !== undefined && node.end < range.end) node = parentOf(node);
  return node === undefined ? "" : pointerOf(node);
}
