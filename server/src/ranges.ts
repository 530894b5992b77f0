/** The one place where the engine's offsets and the protocol's positions meet. Both count UTF-16 units. */
import type { Position, Range } from "vscode-languageserver";
import type { OpenDocument } from "./documents.ts";

export interface Offsets {
  readonly start: number;
  readonly end: number;
}

export function rangeOf(open: OpenDocument, { start, end }: Offsets): Range {
  const { textDocument } = open;
  return { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
}

/** A position outside the text gives the nearest offset inside it. */
export function offsetOf(open: OpenDocument, position: Position): number {
  return open.textDocument.offsetAt(position);
}

export function offsetsOf(open: OpenDocument, range: Range): Offsets {
  return { start: offsetOf(open, range.start), end: offsetOf(open, range.end) };
}
