/**
 * Formatting on request, in the author's way: JSON with the indentation, the line ends and the short lines that the
 * document has. YAML only loses blanks at the ends of lines: to write it anew would lose what its author meant by it.
 */
import type { TextEdit } from "../problem.ts";
import { formatJson } from "../text/format-json.ts";
import { nodeAt, valueOf } from "../text/navigate.ts";
import { parseText } from "../text/parse.ts";
import type { Node } from "../text/tree.ts";
import type { BaseDocument, FormatOptions } from "./types.ts";

const LINE_WIDTH = 120;

/** Edits of white space alone; none where the text is too broken to tell. `range`: only what lies in its lines. */
export function format(
  document: BaseDocument,
  options: FormatOptions,
  range?: { readonly start: number; readonly end: number },
): readonly TextEdit[] {
  const { text, language } = document;
  const lineEnding = /\r?\n/.exec(text)?.[0] ?? "\n";
  const edits =
    language === "json"
      ? formatJson(text, { indent: indentOf(document) ?? options.indent, lineEnding, lineWidth: LINE_WIDTH })
      : trimmedLines(document);
  const isLacking = options.finalNewline === true && text.trim() !== "" && !/[\r\n]\s*$/.test(text);
  const end = text.trimEnd().length;
  const all = isLacking
    ? [...edits.filter((edit) => edit.start < end), { start: end, end: text.length, newText: lineEnding }]
    : edits;
  if (range === undefined) return all;
  const lines = wholeLines(text, range);
  return all.filter((edit) => edit.start >= lines.start && edit.end <= lines.end);
}

/** What the first member that begins a line is indented by, counted from its parent's line. */
function indentOf({ text, parsed }: BaseDocument): string | undefined {
  const open: Node[] = [parsed.root];
  for (const node of open) {
    if (node.kind !== "object" && node.kind !== "array") continue;
    const [first] = node.kind === "object" ? node.properties : node.items;
    if (first === undefined) continue;
    if (/[\r\n]/.test(text.slice(node.start, first.start))) {
      const outer = indentAt(text, node.start);
      const inner = indentAt(text, first.start);
      if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
    }
    open.push(...(node.kind === "object" ? node.properties.map(({ value }) => value) : node.items));
  }
  return undefined;
}

/** The blanks that the line of an offset begins with. */
function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? "";
}

/** Blanks at the ends of lines, but for those inside of block scalars and quotes. */
function trimmedLines({ text, parsed }: BaseDocument): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { index, 0: blanks } of text.matchAll(/[ \t]+(?=\r?\n|$)/g)) {
    const node = nodeAt(parsed.root, index);
    const end = index + blanks.length;
    if (node?.kind !== "string" || node.end <= index || node.end < end) edits.push({ start: index, end, newText: "" });
  }
  if (edits.length === 0) return edits;
  const trimmed = edits.reduceRight((done, { start, end }) => done.slice(0, start) + done.slice(end), text);
  const same = JSON.stringify(valueOf(parseText(trimmed, "yaml").root)) === JSON.stringify(valueOf(parsed.root));
  return same ? edits : [];
}

function wholeLines(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const nextLine = text.indexOf("\n", end);
  return { start: Math.max(0, text.lastIndexOf("\n", start - 1)), end: nextLine < 0 ? text.length : nextLine };
}
