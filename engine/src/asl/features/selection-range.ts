/** What "expand selection" takes: a word of an expression, what its brackets hold, the string, the property, the state. */
import type { Place } from "../../editor/types.ts";
import { nodeAt } from "../../text/navigate.ts";
import { offsetsInString } from "../../text/string-offset.ts";
import type { AslDocument } from "../document.ts";
import { bracketsAround, expressionText, tokensIn } from "./expression-text.ts";
import { indexInString } from "./variables-at.ts";

/** Ranges around an offset in the expression that a string holds, from the innermost outwards. */
export function rangesInString(document: AslDocument, offset: number): readonly Place[] {
  const node = nodeAt(document.parsed.root, offset);
  if (node?.kind !== "string" || (node.parent?.kind === "property" && node.parent.key === node)) return [];
  const expression = expressionText(node);
  if (expression === undefined) return [];
  const index = indexInString(document, node, offset) - expression.index;
  const tokens = tokensIn(expression);
  const found: Place[] = tokens.filter(({ start, end }) => index >= start && index <= end).slice(-1);
  for (const { open, close, callee, commas } of bracketsAround(tokens, index)) {
    const end = close?.start ?? expression.text.length;
    const from = commas.findLast((comma) => comma.end <= index)?.end ?? open.end;
    const to = commas.find((comma) => comma.start >= index)?.start ?? end;
    found.push({ start: from, end: to }, { start: open.end, end }, { start: open.start, end: close?.end ?? end });
    if (callee !== undefined) found.push({ start: callee.start, end: close?.end ?? end });
  }
  found.push({ start: 0, end: expression.text.length });
  const offsetOf = offsetsInString(document.parsed, node);
  return found.flatMap(({ start, end }) => {
    const text = expression.text.slice(start, end);
    const first = start + (text.length - text.trimStart().length);
    const last = first + text.trim().length;
    return last === first
      ? []
      : [{ start: offsetOf(expression.index + first), end: offsetOf(expression.index + last) }];
  });
}
