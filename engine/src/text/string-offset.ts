/** From an index in a string's value to the place in the document, through escapes, YAML quoting and block scalars. */
import type { ParsedText } from "./parsed.ts";
import type { StringNode } from "./tree.ts";

/**
 * Offset in the document of the character at `index` of the string's value; `index` may be the value's length.
 * Always within the node.
 */
export function offsetInString(parsed: ParsedText, node: StringNode, index: number): number {
  const { text, language } = parsed;
  if (language === "json") return node.escaped ? inJson(text, node, index) : Math.min(node.start + 1 + index, node.end);
  const first = text[node.start];
  if (first === '"') return inYaml(text, node, index, node.start + 1, jsonLikeEscape);
  if (first === "'") return inYaml(text, node, index, node.start + 1, quoteEscape);
  if (first === "|" || first === ">") return inYaml(text, node, index, text.indexOf("\n", node.start) + 1, noEscape);
  return inYaml(text, node, index, node.start, noEscape);
}

function inJson(text: string, node: StringNode, index: number): number {
  let offset = node.start + 1;
  for (let done = 0; done < index && offset < node.end - 1; done++) offset += jsonLikeEscape(text, offset) || 1;
  return Math.min(offset, node.end);
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

/**
 * Walks value and source side by side. What the value has not (indentation, folded line ends) is white space in the
 * source, so that every other character finds its own.
 */
function inYaml(text: string, node: StringNode, index: number, from: number, escape: EscapeLength): number {
  const { value } = node;
  let offset = Math.min(Math.max(from, node.start), node.end);
  for (let done = 0; ; done++) {
    const wanted = value[done];
    const blank = wanted === undefined || /\s/.test(wanted);
    if (!blank) while (offset < node.end && /\s/.test(text[offset] as string)) offset++;
    if (done >= index) return Math.min(offset, node.end);
    if (wanted === undefined || offset >= node.end) return Math.min(offset, node.end);
    const length = escape(text, offset);
    if (length > 0) offset += length;
    else if (!blank || /\s/.test(text[offset] as string)) offset++;
  }
}
