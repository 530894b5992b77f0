/**
 * Sizes of what is drawn, in CSS pixels, and an estimate of how wide text is: layout runs where nothing can be
 * measured, so widths come from the advance widths of a common sans-serif face, with a margin for others.
 */
export const STATE_HEIGHT = 48;
export const STATE_MIN_WIDTH = 136;
export const STATE_MAX_WIDTH = 224;
/** Icon and padding beside a state's label. */
export const STATE_TEXT_INSET = 48;
export const LABEL_FONT_SIZE = 13;
export const DETAIL_FONT_SIZE = 11;
export const EDGE_FONT_SIZE = 11;
export const EDGE_LABEL_HEIGHT = 16;
export const EDGE_LABEL_MAX_WIDTH = 184;
export const MARKER_WIDTH = 56;
export const MARKER_HEIGHT = 24;
/** Start and end inside a container are dots. */
export const DOT_SIZE = 12;
export const CONTAINER_HEADER = 44;
export const CONTAINER_PADDING = 16;
export const BRANCH_PADDING = 14;
export const BRANCH_GAP = 14;
export const NODE_GAP = 28;
export const LINE_GAP = 14;
/** Least distance between a node's border and the first corner of a line. */
export const LINE_LEAD = 12;
export const PAGE_PADDING = 20;

/** Thousandths of the font size, for U+0020 to U+007E. */
const ADVANCE = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
/** Interface faces are a little wider than the table's. */
const MARGIN = 1.06;
/** From here on (CJK, emoji) a character takes about a full em. */
const WIDE_FROM = 0x1100;

function advance(code: number): number {
  return ADVANCE[code - 0x20] ?? (code >= WIDE_FROM ? 1000 : 600);
}

/** Estimated width of one line of text, CSS pixels. */
export function textWidth(text: string, fontSize: number): number {
  let sum = 0;
  for (const character of text) sum += advance(character.codePointAt(0) ?? 0);
  return (sum * fontSize * MARGIN) / 1000;
}

/** `text` on one line, cut with an ellipsis where it is wider than `width`. */
export function shorten(text: string, width: number, fontSize: number): string {
  const line = text.length > 400 ? text.slice(0, 400) : text;
  const flat = line.replace(/\s+/g, " ").trim();
  if (flat.length === text.length && textWidth(flat, fontSize) <= width) return flat;
  let room = width - (1000 * fontSize * MARGIN) / 1000;
  let kept = "";
  for (const character of flat) {
    room -= (advance(character.codePointAt(0) ?? 0) * fontSize * MARGIN) / 1000;
    if (room < 0) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return line.length < text.length ? `${kept}…` : kept;
}
