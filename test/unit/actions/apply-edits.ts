/** A text after the edits of a code action, which must not overlap. */
import type { TextEdit } from "@sluice/engine";

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let after = "";
  let copied = 0;
  for (const { start, end, newText } of sorted) {
    if (start < copied || end < start) throw new Error(`edits overlap at ${start}`);
    after += text.slice(copied, start) + newText;
    copied = end;
  }
  return after + text.slice(copied);
}
