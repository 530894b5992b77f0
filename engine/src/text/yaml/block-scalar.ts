/**
 * Literal and folded block scalars: `|`, `>`, with indentation and chomping indicators.
 * https://yaml.org/spec/1.2.2/#chapter-8-block-style-productions
 */
import type { YamlCursor } from "./cursor.ts";

interface Header {
  readonly folded: boolean;
  /** Given by the author; 0: what the first line has. */
  readonly indent: number;
  readonly chomp: "strip" | "keep" | "clip";
}

interface Line {
  readonly indent: number;
  readonly content: string;
}

/** Reads the block scalar at the cursor, which is indented more than `indent`; gives its value. */
export function readBlockScalar(cursor: YamlCursor, indent: number): string {
  const header = readHeader(cursor);
  const lines: Line[] = [];
  let margin = header.indent > 0 ? Math.max(0, indent) + header.indent : undefined;
  const { text } = cursor;
  let end = cursor.at;
  for (let at = cursor.at; at < text.length; ) {
    const lineEnd = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    let start = at;
    while (text.charCodeAt(start) === 32) start++;
    const content = text.slice(start, text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd);
    const isEmpty = content === "";
    if (!isEmpty) {
      margin ??= start - at;
      if (start - at < Math.max(margin, indent + 1) || isMark(text, at)) break;
    }
    const isContent = !isEmpty || start - at > (margin ?? Number.POSITIVE_INFINITY);
    const isLine = isContent || lineEnd < text.length;
    const isKept = isContent || (isLine && header.chomp === "keep");
    if (isLine) lines.push({ indent: start - at, content });
    at = Math.min(lineEnd + 1, text.length);
    if (isKept) end = at;
    if (lineEnd === text.length) break;
  }
  cursor.moveTo(end);
  return valueOf(lines, margin ?? Number.POSITIVE_INFINITY, header);
}

function isMark(text: string, at: number): boolean {
  return (text.startsWith("---", at) || text.startsWith("...", at)) && /^.{3}(?:\s|$)/.test(text.slice(at, at + 4));
}

function readHeader(cursor: YamlCursor): Header {
  const { lineEnd } = cursor;
  const words = /^([|>])([-+0-9]*)[ \t]*(.*)$/.exec(cursor.text.slice(cursor.at, lineEnd).trimEnd());
  const [, style, indicators = "", rest = ""] = words ?? [];
  const isProper = /^(?:[1-9]?[-+]?|[-+][1-9])$/.test(indicators) && (rest === "" || rest.startsWith("#"));
  if (!isProper) {
    const message = "Behind `|` or `>` only an indentation of 1 to 9 and `+` or `-` may stand.";
    cursor.complain(cursor.at + 1, lineEnd, message);
  }
  cursor.moveTo(Math.min(lineEnd + 1, cursor.text.length));
  return {
    folded: style === ">",
    indent: Number(/[1-9]/.exec(indicators)?.[0] ?? 0),
    chomp: indicators.includes("-") ? "strip" : indicators.includes("+") ? "keep" : "clip",
  };
}

function valueOf(lines: readonly Line[], margin: number, header: Header): string {
  const isBlank = ({ indent, content }: Line) => content === "" && indent <= margin;
  const hasContent = lines.some(({ content }) => content !== "");
  const count = hasContent ? lines.findLastIndex((line) => !isBlank(line)) + 1 : 0;
  const kept = header.chomp === "keep" ? lines.length - count : 0;
  if (count === 0) return "\n".repeat(kept);
  const texts = lines.slice(0, count).map(({ indent, content }) => " ".repeat(Math.max(0, indent - margin)) + content);
  const value = header.folded ? folded(texts) : texts.join("\n");
  return header.chomp === "strip" ? value : value + "\n".repeat(1 + kept);
}

/** Line ends between lines at the margin become blanks; lines that are indented more keep theirs. */
function folded(lines: readonly string[]): string {
  let value = "";
  let separator = "";
  let isAfterIndented = false;
  const first = lines.findIndex((line) => line.trim() !== "" || line !== "");
  for (const [index, line] of lines.entries()) {
    if (index < first) {
      value += "\n";
    } else if (/^[ \t]/.test(line)) {
      if (separator === " ") separator = "\n";
      else if (!isAfterIndented && separator === "\n") separator = "\n\n";
      value += separator + line;
      separator = "\n";
      isAfterIndented = true;
    } else if (line === "") {
      if (separator === "\n") value += "\n";
      else separator = "\n";
    } else {
      value += separator + line;
      separator = " ";
      isAfterIndented = false;
    }
  }
  return value;
}
