/** How rules speak of the name that was meant. */
import type { Fix } from "../../problem.ts";
import type { StringNode } from "../../text/tree.ts";

/** ` Did you mean "X"?`, or nothing. */
export function didYouMean(name: string | undefined): string {
  return name === undefined ? "" : ` Did you mean "${name}"?`;
}

/** The fix that puts another text in place of a string. */
export function replaceString(node: StringNode, text: string): Fix {
  return {
    title: `Change to "${text}"`,
    edits: [{ start: node.start, end: node.end, newText: JSON.stringify(text) }],
  };
}

/** The fix that puts other words in place of a part of a string; they must need no escapes. */
export function replaceRange({ start, end }: { readonly start: number; readonly end: number }, newText: string): Fix {
  return { title: `Change to ${newText}`, edits: [{ start, end, newText }] };
}
