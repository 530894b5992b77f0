/** What "expand selection" takes: what is inside of a string, the string, the property, the object around, ... */
import { nodeAt, parentOf } from "../text/navigate.ts";
import { contentRange } from "./string-edit.ts";
import type { BaseDocument, Place } from "./types.ts";

/**
 * Ranges around an offset, each larger than the one before; the last one is the document's value. `inner` are those
 * that the language knows inside of a string.
 */
export function rangesAround(document: BaseDocument, offset: number, inner: readonly Place[]): readonly Place[] {
  const node = nodeAt(document.parsed.root, offset);
  const ranges: Place[] = [...inner];
  if (node?.kind === "string") ranges.push(contentRange(document, node));
  for (let at = node; at !== undefined; at = parentOf(at)) {
    ranges.push({ start: at.start, end: at.end });
    if (at.parent?.kind === "property") ranges.push({ start: at.parent.start, end: at.parent.end });
  }
  return growing(ranges, offset);
}

/** Only those that hold the cursor and all before them. */
function growing(ranges: readonly Place[], offset: number): readonly Place[] {
  const kept: Place[] = [];
  for (const range of ranges) {
    const last = kept.at(-1) ?? { start: offset, end: offset };
    const isLarger = range.end - range.start > last.end - last.start || kept.length === 0;
    if (isLarger && range.start <= last.start && range.end >= last.end) kept.push(range);
  }
  return kept;
}
