/** How long a document is in UTF-8: counted once, and carried over from one edit to the next. */
import type { TextEdit } from "../problem.ts";
import type { ParsedText } from "./parsed.ts";
import { utf8Length } from "./utf8.ts";

const known = new WeakMap<ParsedText, number>();

/** Bytes of the text in UTF-8. */
export function utf8LengthOf(parsed: ParsedText): number {
  let bytes = known.get(parsed);
  if (bytes === undefined) {
    bytes = utf8Length(parsed.text);
    known.set(parsed, bytes);
  }
  return bytes;
}

/** Tells what `utf8LengthOf` would count for the text after the edit, where it has counted the one before. */
export function carryUtf8Length(before: ParsedText, { start, end, newText }: TextEdit, after: ParsedText): void {
  const bytes = known.get(before);
  if (bytes === undefined) return;
  // An edit may part or join the halves of a surrogate pair: its neighbours are counted again.
  const removed = before.text.slice(Math.max(0, start - 1), end + 1);
  const added = after.text.slice(Math.max(0, start - 1), start + newText.length + 1);
  known.set(after, bytes - utf8Length(removed) + utf8Length(added));
}
