/** From an index in a string's value to the place in the document, through escapes, YAML quoting and block scalars. */
import type { ParsedText } from "./parsed.ts";
import type { StringNode } from "./tree.ts";

/**
 * Offset in the document of the character at `index` of the string's value; `index` may be the value's length.
 * Always within the node.
 */
export function offsetInString(parsed: ParsedText, node: StringNode, index: number): number {
  return isVerbatim(parsed, node) ? Math.min(node.start + 1 + index, node.end) : walk(parsed, node, index);
}

/** The same for many indexes of one string: reads the string once, then answers each in constant time. */
export function offsetsInString(parsed: ParsedText, node: StringNode): (index: number) => number {
  const { value, start, end } = node;
  if (isVerbatim(parsed, node)) return (index) => Math.min(start + 1 + index, end);
  const offsets = new Uint32Array(value.length + 1).fill(end);
  walk(parsed, node, value.length, offsets);
  return (index) => offsets[Math.min(Math.max(index, 0), value.length)] as number;
}

function isVerbatim({ language }: ParsedText, { escaped }: StringNode): boolean {
  return language === "json" && escaped === undefined;
}

/** Length of the escape at an offset, or 0 where there is none. */
type EscapeLength = (text: string, offset: number) => number;

const jsonLikeEscape: EscapeLength = (text, offset) => {
  if (text[offset] !== "\\") return 0;
  const digits = { u: 4, x: 2, U: 8 }[text[offset + 1] ?? ""];
  return 2 + (digits ?? 0);
};

const quoteEscape: EscapeLength = (text, offset) => (text.startsWith("''", offset) ? 2 : 0);

const noEscape: EscapeLength = () => 0;

/** Where the string's characters begin, and how they are escaped. */
function styleOf({ text, language }: ParsedText, { start }: StringNode): { from: number; escape: EscapeLength } {
  const first = text[start];
  if (language === "json" || first === '"') return { from: start + 1, escape: jsonLikeEscape };
  if (first === "'") return { from: start + 1, escape: quoteEscape };
  if (first === "|" || first === ">") return { from: text.indexOf("\n", start) + 1, escape: noEscape };
  return { from: start, escape: noEscape };
}

/**
 * Walks value and source side by side. What the value has not (indentation, folded line ends) is white space in the
 * source, so that every other character finds its own. `offsets` takes those of all indexes on the way.
 */
function walk(parsed: ParsedText, node: StringNode, index: number, offsets?: Uint32Array): number {
  const { text } = parsed;
  const { value, end } = node;
  const { from, escape } = styleOf(parsed, node);
  let offset = Math.min(Math.max(from, node.start), end);
  for (let done = 0; ; done++) {
    const wanted = value[done];
    const blank = wanted === undefined || /\s/.test(wanted);
    if (!blank) while (offset < end && /\s/.test(text[offset] as string)) offset++;
    offset = Math.min(offset, end);
    if (offsets !== undefined) offsets[done] = offset;
    if (done >= index || wanted === undefined || offset >= end) return offset;
    const length = escape(text, offset);
    if (length > 0) offset += length;
    else if (!blank || /\s/.test(text[offset] as string)) offset++;
  }
}
