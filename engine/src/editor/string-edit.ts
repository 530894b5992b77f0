/** A string of the document written anew, in the author's way of quoting. */
import type { TextEdit } from "../problem.ts";
import type { StringNode } from "../text/tree.ts";
import type { BaseDocument } from "./types.ts";
import { yamlScalar } from "./yaml-text.ts";

/** What lies between the quotes; the whole of a string that has none. */
export function contentRange({ text }: BaseDocument, { start, end }: StringNode): { start: number; end: number } {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return { start, end: start + text.slice(start, end).trimEnd().length };
  const closed = end - start >= 2 && text[end - 1] === quote;
  return { start: start + 1, end: closed ? end - 1 : end };
}

/** The edit that gives the string another value. */
export function rewriteString(document: BaseDocument, node: StringNode, value: string): TextEdit {
  const range = contentRange(document, node);
  const quote = document.text[node.start];
  if (quote === '"' || document.language === "json") return { ...range, newText: JSON.stringify(value).slice(1, -1) };
  if (quote === "'") return { ...range, newText: value.replaceAll("'", "''") };
  return { ...range, newText: yamlScalar(value) };
}

/** True for a string that a YAML alias, `*name`, stands for: its text is elsewhere. */
export function isAliasCopy({ text, language }: BaseDocument, { start, end }: StringNode): boolean {
  return language === "yaml" && text[start] === "*" && end > start;
}
