/** Colours for what JSON's grammar cannot tell apart: keys of the event, operators, comparisons. */
import type { SemanticToken, SemanticTokenModifier, SemanticTokenType } from "../../editor/semantic-tokens.ts";
import type { Place } from "../../editor/types.ts";
import type { Node, StringNode } from "../../text/tree.ts";
import type { PatternDocument } from "../types.ts";
import { placeInPattern } from "./place.ts";

const COMPARISON = /^(?:=|[<>]=?)$/;

/** In document order; with `range`, those of the members that it touches. */
export function semanticTokens({ text, parsed }: PatternDocument, range?: Place): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const add = (
    { start, end }: StringNode,
    type: SemanticTokenType,
    modifiers: readonly SemanticTokenModifier[],
  ): void => {
    const quoted = text[start] === '"';
    const [from, to] = quoted ? [start + 1, text[end - 1] === '"' ? end - 1 : end] : [start, end];
    if (to > from) tokens.push({ start: from, end: to, type, modifiers });
  };
  const open: Node[] = [parsed.root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (range !== undefined && (node.end < range.start || node.start > range.end)) continue;
    if (node.kind === "array") open.push(...node.items.toReversed());
    if (node.kind === "string" && COMPARISON.test(node.value) && placeInPattern(node).operator === "numeric") {
      add(node, "operator", []);
    }
    if (node.kind !== "object") continue;
    const { role } = placeInPattern(node);
    for (const { key } of node.properties) {
      if (role === "match" || key.value === "$or") add(key, "keyword", []);
      else if (role === "fields") add(key, "property", []);
    }
    open.push(...node.properties.map(({ value }) => value).reverse());
  }
  return tokens.sort((a, b) => a.start - b.start);
}
