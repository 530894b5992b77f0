/** Text as it is written into a string of the document, in that string's own style. */
import type { ParsedText } from "./parsed.ts";
import type { StringNode } from "./tree.ts";

/**
 * `text` as a part of the string's value. In quotes and in folded blocks a line end becomes what stands for white space
 * there. Undefined where a string without quotes cannot hold it.
 */
export function encodeInString(
  { text: document, language }: ParsedText,
  node: StringNode,
  text: string,
): string | undefined {
  const style = document[node.start];
  if (language === "json" || style === '"') return JSON.stringify(text).slice(1, -1);
  if (style === "'") return text.replace(/\s*\n\s*/g, " ").replaceAll("'", "''");
  if (style === "|" || style === ">") return text.replaceAll("\n", `\n${marginOf(document, node)}`);
  return /[\n#:]|^[\s"'[{&*!|>%@`]|[\s]$/.test(text) ? undefined : text;
}

/** The blanks before the first line of a block scalar. */
function marginOf(document: string, { start, end }: StringNode): string {
  return /\n([ ]*)[^\s]/.exec(document.slice(start, end))?.[1] ?? "";
}
