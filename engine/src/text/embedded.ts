/**
 * A text that stands inside a document: in a string of it, perhaps escaped, folded or indented, or put together of
 * several strings with holes between them that only deployment fills. The map between both is made here, once.
 */
import type { TextEdit } from "../problem.ts";
import type { ParsedText } from "./parsed.ts";
import { encodeInString } from "./string-encoding.ts";
import { offsetsInString } from "./string-offset.ts";
import type { Node, StringNode } from "./tree.ts";

export interface EmbeddedText {
  readonly text: string;
  /** In order and without gaps; together they are the text. */
  readonly pieces: readonly Piece[];
}

/** A part of the embedded text, `start` to `end`, and where it comes from. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The string whose value it is; a hole, `${Name}`, stands for a node of another kind. */
  readonly node: Node;
  readonly isHole: boolean;
  /** Offset in the document of an index of the string's value. */
  readonly offsetOf: (index: number) => number;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What one string holds. */
export function embedString(parsed: ParsedText, node: StringNode): EmbeddedText {
  return embedPieces(parsed, [node], "", () => "");
}

/** Strings and other nodes, `separator` between them; `nameOf` names what a hole stands for. */
export function embedPieces(
  parsed: ParsedText,
  nodes: readonly Node[],
  separator: string,
  nameOf: (node: Node) => string,
): EmbeddedText {
  const pieces: Piece[] = [];
  let text = "";
  for (const [index, node] of nodes.entries()) {
    const isHole = node.kind !== "string";
    const value = isHole ? `\${${nameOf(node)}}` : node.value;
    const end = text.length + value.length + (index + 1 < nodes.length ? separator.length : 0);
    pieces.push({ start: text.length, end, node, isHole, offsetOf: offsetsOf(parsed, node) });
    text += value + (index + 1 < nodes.length ? separator : "");
  }
  return { text, pieces };
}

/** Made when first asked: most strings never are. */
function offsetsOf(parsed: ParsedText, node: Node): (index: number) => number {
  if (node.kind !== "string") return (index) => (index <= 0 ? node.start : node.end);
  let offsets: ((index: number) => number) | undefined;
  return (index) => {
    offsets ??= offsetsInString(parsed, node);
    return offsets(Math.min(index, node.value.length));
  };
}

/** Where a range of the embedded text stands in the document. */
export function outerRange(embedded: EmbeddedText, { start, end }: Range): Range {
  const first = pieceAt(embedded, start);
  const last = end > start ? pieceBefore(embedded, end) : first;
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  const from = first.offsetOf(start - first.start);
  return { start: from, end: Math.max(from, last.offsetOf(end - last.start)) };
}

/** The offset of the embedded text that stands at one of the document; undefined where no text of it stands. */
export function innerOffset({ pieces }: EmbeddedText, offset: number): number | undefined {
  for (const { start, end, node, isHole, offsetOf } of pieces) {
    if (isHole || offset < node.start || offset > node.end) continue;
    if (offset < offsetOf(0) || offset > offsetOf(end - start)) continue;
    let low = 0;
    let high = end - start;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offsetOf(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return start + low;
  }
  return undefined;
}

/**
 * An edit of the embedded text as one of the document, escaped and indented as its string is; undefined where it
 * reaches over a hole or from one string into another.
 */
export function outerEdit(parsed: ParsedText, embedded: EmbeddedText, edit: TextEdit): TextEdit | undefined {
  const piece = edit.end > edit.start ? pieceAt(embedded, edit.start) : insertionPiece(embedded, edit.start);
  if (piece === undefined || piece.isHole || piece.node.kind !== "string" || edit.end > piece.end) return undefined;
  const newText = encodeInString(parsed, piece.node, edit.newText);
  return newText === undefined ? undefined : { ...outerRange({ ...embedded, pieces: [piece] }, edit), newText };
}

function pieceAt({ pieces }: EmbeddedText, offset: number): Piece | undefined {
  return pieces.find(({ end }) => offset < end) ?? pieces.at(-1);
}

function pieceBefore({ pieces }: EmbeddedText, offset: number): Piece | undefined {
  return pieces.find(({ end }) => offset <= end) ?? pieces.at(-1);
}

/** Where text is put between a string and a hole, it goes into the string. */
function insertionPiece({ pieces }: EmbeddedText, offset: number): Piece | undefined {
  return pieces.find(({ start, end, isHole }) => !isHole && offset >= start && offset <= end);
}
