/**
 * Plain and quoted scalars, which may go on over lines that are indented enough.
 * https://yaml.org/spec/1.2.2/#73-flow-scalar-styles
 */
import { stringNode } from "../build.ts";
import type { Node, StringNode } from "../tree.ts";
import { isBlank, type YamlCursor } from "./cursor.ts";
import { isText, type Properties } from "./properties.ts";
import { doubleQuoted, foldLines, plainNode, singleQuoted, textNode } from "./scalar-text.ts";

export interface Inline {
  /** What goes on over lines is indented more than this. */
  readonly indent: number;
  readonly depth: number;
  readonly flow: boolean;
}

/** Where a plain scalar ends on the line of `offset`: at a comment, a colon, in a flow at its indicators. */
export function plainEnd(text: string, offset: number, flow: boolean): number {
  let end = offset;
  for (let at = offset; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 10:
        return end;
      case 32:
      case 9:
      case 13:
        continue;
      case 35: // #
        if (at > offset && isBlank(text, at - 1)) return end;
        break;
      case 58: // :
        if (isBlank(text, at + 1) || (flow && isFlowIndicator(text, at + 1))) return end;
        break;
      case 44: // , [ ] { }
      case 91:
      case 93:
      case 123:
      case 125:
        if (flow) return end;
    }
    end = at + 1;
  }
  return end;
}

export function isFlowIndicator(text: string, offset: number): boolean {
  return ",[]{}".includes(text[offset] ?? " ");
}

/** Reads the plain scalar at the cursor. */
export function readPlain(cursor: YamlCursor, { indent, flow }: Inline, properties: Properties): Node {
  const { text } = cursor;
  const start = cursor.at;
  if (/[,@`%|>\]}]/.test(cursor.char))
    cursor.complain(start, start + 1, `A value cannot begin with \`${cursor.char}\`.`);
  let end = plainEnd(text, start, flow);
  for (let next = nextPlainLine(text, end, indent, flow); next !== undefined; ) {
    end = next;
    next = nextPlainLine(text, end, indent, flow);
  }
  cursor.moveTo(end);
  const value = foldLines(text.slice(start, end));
  return isText(properties) ? textNode(start, end, value) : plainNode(start, end, value);
}

/** Where the plain scalar that ends at `end` goes on to on the next line; undefined where it does not. */
function nextPlainLine(text: string, end: number, indent: number, flow: boolean): number | undefined {
  let at = end;
  let lineStart = -1;
  for (; at < text.length && isBlank(text, at); at++) if (text[at] === "\n") lineStart = at + 1;
  if (lineStart < 0 || at >= text.length || at - lineStart <= indent || text[at] === "#") return undefined;
  if (at === lineStart && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(at, at + 4))) return undefined;
  const next = plainEnd(text, at, flow);
  if (next === at) return undefined;
  let behind = next;
  while (text[behind] === " " || text[behind] === "\t") behind++;
  // What looks like a key of its own is not taken for text, though YAML has no place for it either.
  return !flow && text[behind] === ":" ? undefined : next;
}

/** Reads the quoted scalar at the cursor. */
export function readQuoted(cursor: YamlCursor, { indent }: Inline): StringNode {
  const { text, char: quote } = cursor;
  const start = cursor.at;
  const close = closingQuote(text, start, indent);
  if (close === undefined) {
    const { lineEnd } = cursor;
    cursor.complain(start, lineEnd, "This string is not closed: a quote is missing at its end.");
    cursor.at = lineEnd;
    return stringNode(start, lineEnd, text.slice(start + 1, lineEnd).trimEnd(), true);
  }
  cursor.moveTo(close + 1);
  const source = text.slice(start + 1, close);
  if (quote === "'") return stringNode(start, close + 1, singleQuoted(source), true);
  const refuse = (index: number, length: number) =>
    cursor.complain(
      start + 1 + index,
      start + 1 + index + length,
      `YAML has no escape \`${source.slice(index, index + length)}\`.`,
    );
  return stringNode(start, close + 1, doubleQuoted(source, refuse), true);
}

/** Undefined where the text, or the indentation, ends before. */
function closingQuote(text: string, start: number, indent: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at;
      at++;
    } else if (char === "\\" && quote === '"') at++;
    if (text[at] === "\n" && endsIndented(text, at + 1, indent)) return undefined;
  }
  return undefined;
}

/**
 * True where a line that is not indented deep enough to belong to what stands above looks like a key of its own. YAML
 * wants every line of a string indented, but CloudFormation takes those that are not.
 */
function endsIndented(text: string, lineStart: number, indent: number): boolean {
  let at = lineStart;
  while (text[at] === " ") at++;
  if (/[\r\n\t]/.test(text[at] ?? "\n") || at - lineStart > indent) return false;
  return /^(?:- +)?["']?[\w.:/-]+["']?:(?:\s|$)/.test(text.slice(at, at + 200)) || text.startsWith("- ", at);
}
