/**
 * Text that must end at its box. The layout guesses widths, as it cannot measure; here they are measured in the fonts of
 * the user, and only what is wider than its box is cut.
 */

export const LABEL_FONT = "500 13px";
export const DETAIL_FONT = "11px";

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

function widthOf(text: string, font: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return 0;
  context.font = `${font} ${getFontFamily()}`;
  const { width } = context.measureText(text);
  if (widths.size > 5_000) widths.clear();
  widths.set(key, width);
  return width;
}

let family: string | undefined;

function getFontFamily(): string {
  family ??= getComputedStyle(document.body).fontFamily || "sans-serif";
  return family;
}

/** `text`, or its beginning with an ellipsis where it is wider than `width` CSS pixels. */
export function fitText(text: string, width: number, font: string): string {
  const full = widthOf(text, font);
  if (full <= width) return text;
  const characters = Array.from(text);
  const kept = Math.max(1, Math.floor((characters.length * (width - 10)) / full));
  return `${characters.slice(0, kept).join("").trimEnd()}…`;
}
