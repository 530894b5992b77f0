/** The head of a text: what tells languages apart before anything is parsed. */

/** How much of a document is looked at, UTF-16 units. */
export const RECOGNIZED_HEAD_LENGTH = 8_192;

/** Keys of the outermost object that the head of a JSON text shows, each with the offset behind it. */
export function topLevelKeys(head: string): Map<string, number> {
  const keys = new Map<string, number>();
  let depth = 0;
  for (let at = 0; at < head.length; at++) {
    const char = head[at];
    if (char === "{" || char === "[") {
      depth++;
    } else if (char === "}" || char === "]") {
      depth--;
    } else if (char === '"') {
      const start = at + 1;
      at = endOfString(head, start);
      if (depth === 1 && /^\s*:/.test(head.slice(at + 1, at + 40))) keys.set(head.slice(start, at), at + 1);
    } else if (depth === 0 && char !== undefined && !/[\s\uFEFF]/.test(char)) {
      break; // neither an object nor white space before one
    }
  }
  return keys;
}

/** Offset of the quote that ends the string, or the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
