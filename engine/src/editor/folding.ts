/** What an editor can fold away: every object and array that spans lines, and comments of YAML. */
import type { Node } from "../text/tree.ts";
import type { BaseDocument, FoldingRange } from "./types.ts";

/** In document order. A closing bracket on a line of its own stays visible. */
export function foldingRanges(document: BaseDocument): readonly FoldingRange[] {
  const { text, parsed, language } = document;
  const ranges: FoldingRange[] = [];
  const open: Node[] = [parsed.root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind !== "object" && node.kind !== "array") {
      if (language === "yaml" && node.kind === "string") addRange(text, headOf(node), node.end, ranges);
      continue;
    }
    const closes = language === "json" || text[node.start] === "{" || text[node.start] === "[";
    const end = closes ? lineBefore(text, node) : node.end;
    if (node.parent !== undefined || closes) addRange(text, headOf(node), end, ranges);
    const inner = node.kind === "array" ? node.items : node.properties.map(({ value }) => value);
    for (let index = inner.length - 1; index >= 0; index--) open.push(inner[index] as Node);
  }
  if (language === "yaml") addComments(text, ranges);
  return ranges.sort((a, b) => a.start - b.start);
}

/** A property folds from its key. */
function headOf(node: Node): number {
  return node.parent?.kind === "property" ? node.parent.start : node.start;
}

/** The end of the line before a closing bracket that has a line of its own, else the bracket. */
function lineBefore(text: string, node: Node): number {
  const newline = text.lastIndexOf("\n", node.end - 1);
  return newline > node.start && text.slice(newline, node.end - 1).trim() === "" ? newline - 1 : node.end;
}

function addRange(text: string, start: number, end: number, ranges: FoldingRange[]): void {
  let last = Math.min(end, text.length);
  // A block of YAML may own the blank lines behind it; they stay visible.
  while (last > start && /\s/.test(text[last - 1] as string)) last--;
  const newline = text.indexOf("\n", start);
  if (newline >= 0 && newline < last) ranges.push({ start, end: last, kind: "region" });
}

/** Two or more lines in a row that are nothing but comment. */
function addComments(text: string, ranges: FoldingRange[]): void {
  for (const { index, 0: block } of text.matchAll(/^[ \t]*#.*(?:\r?\n[ \t]*#.*)+/gm)) {
    ranges.push({ start: index + block.search(/#/), end: index + block.length, kind: "comment" });
  }
}
