/** What "expand selection" takes: a word of an expression, what its brackets hold, the string, the property, the state. */
import { nodeAt, parentOf } from "../../text/navigate.ts";
import { offsetsInString } from "../../text/string-offset.ts";
import type { StringNode } from "../../text/tree.ts";
import type { AslDocument } from "./document.ts";
import { bracketsAround, expressionText, tokensIn } from "./expression-text.ts";
import { contentRange } from "./string-edit.ts";
import { indexInString } from "./variables-at.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Ranges around an offset, each larger than the one before; the last one is the document's value. */
export function selectionRanges(document: AslDocument, offset: number): readonly Range[] {
  const node = nodeAt(document.parsed.root, offset);
  const ranges: Range[] = [];
  if (node?.kind === "string") {
    const isValue = !(node.parent?.kind === "property" && node.parent.key === node);
    if (isValue) ranges.push(...inExpression(document, node, offset));
    ranges.push(contentRange(document, node));
  }
  for (let at = node; at !== undefined; at = parentOf(at)) {
    ranges.push({ start: at.start, end: at.end });
    if (at.parent?.kind === "property") ranges.push({ start: at.parent.start, end: at.parent.end });
  }
  return growing(ranges, offset);
}

function inExpression(document: AslDocument, node: StringNode, offset: number): readonly Range[] {
  const expression = expressionText(node);
  if (expression === undefined) return [];
  const index = indexInString(document, node, offset) - expression.index;
  const tokens = tokensIn(expression);
  const found: Range[] = tokens.filter(({ start, end }) => index >= start && index <= end).slice(-1);
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

/** Only those that hold the cursor and all before them. */
function growing(ranges: readonly Range[], offset: number): readonly Range[] {
  const kept: Range[] = [];
  for (const range of ranges) {
    const last = kept.at(-1) ?? { start: offset, end: offset };
    const isLarger = range.end - range.start > last.end - last.start || kept.length === 0;
    if (isLarger && range.start <= last.start && range.end >= last.end) kept.push(range);
  }
  return kept;
}
