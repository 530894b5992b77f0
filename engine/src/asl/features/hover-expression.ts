/** Hovers inside an expression: a variable, a function, the context object, and what a path is known to find. */
import { code, docMarkdown, paragraphs } from "../../editor/markdown.ts";
import type { HoverText, Surroundings } from "../../editor/types.ts";
import { contextFieldAt } from "../../schema/tables.ts";
import { valueNode } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import type { Node, StringNode } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import { expressionValue, pathValue } from "../flow/evaluate.ts";
import { type Payload, UNKNOWN } from "../flow/payload.ts";
import { expressionWordAt, mayBeExpression } from "./expression-at.ts";
import { type ExpressionText, expressionText } from "./expression-text.ts";
import { type PathAt, pathAt } from "./path-at.ts";
import { givenToString } from "./payload-at.ts";
import { assignmentsOf, indexInString, variableAt } from "./variables-at.ts";

export function expressionHover(
  document: AslDocument,
  node: StringNode,
  offset: number,
  surroundings: Surroundings,
): HoverText | undefined {
  return (
    variableHover(document, node, offset) ??
    pathHover(document, node, offset, surroundings) ??
    wordHover(document, node, offset)
  );
}

const SHOWN_ASSIGNMENTS = 5;

/** Where it is assigned, and what. */
function variableHover(document: AslDocument, node: StringNode, offset: number): HoverText | undefined {
  const variable = variableAt(document, node, offset);
  const assignments = variable === undefined ? [] : assignmentsOf(variable);
  if (variable === undefined || assignments.length === 0) return undefined;
  const { start, end, name, scope } = variable;
  const lines = assignments.slice(0, SHOWN_ASSIGNMENTS).map(({ key, value }) => {
    const state = scope.states.find(({ node: at }) => at.start <= key.start && at.end >= key.end);
    return `Assigned in ${code(state?.name ?? "")}: ${code(shortText(document, value))}`;
  });
  const more = assignments.length - lines.length;
  const all = more > 0 ? [...lines, `and in ${more} more places`] : lines;
  const inside = scope.owner === undefined ? "" : `Inside ${code(scope.owner.name)} only.`;
  return { start, end, markdown: paragraphs(`**$${name}**: variable`, all.join("  \n"), inside) };
}

function shortText({ text }: AslDocument, { start, end }: Node): string {
  const line = text
    .slice(start, Math.min(end, start + 400))
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

function wordHover(document: AslDocument, node: StringNode, offset: number): HoverText | undefined {
  if (!mayBeExpression(node.value)) return undefined;
  const word = expressionWordAt(node.value, indexInString(document, node, offset));
  if (word === undefined) return undefined;
  const start = offsetInString(document.parsed, node, word.start);
  const end = offsetInString(document.parsed, node, word.end);
  return { start, end, markdown: docMarkdown(word.doc) };
}

/** What the example of the input and the states before say of the value that a path finds. */
function pathHover(
  document: AslDocument,
  node: StringNode,
  offset: number,
  surroundings: Surroundings,
): HoverText | undefined {
  if (!mayBeExpression(node.value)) return undefined;
  const expression = expressionText(node);
  if (expression === undefined) return undefined;
  const path = pathAt(expression, indexInString(document, node, offset) - expression.index);
  if (path === undefined || isDocumented(path.text)) return undefined;
  const payload = payloadAt(document, node, expression, path, surroundings);
  if (payload === UNKNOWN) return undefined;
  const offsetOf = (index: number): number => offsetInString(document.parsed, node, expression.index + index);
  const markdown = paragraphs(`${code(path.text)}: ${shapeOf(payload)}`, exampleOf(payload));
  return { start: offsetOf(path.start), end: offsetOf(path.end), markdown };
}

function payloadAt(
  document: AslDocument,
  node: StringNode,
  { kind }: ExpressionText,
  { text }: PathAt,
  surroundings: Surroundings,
): Payload {
  const given = givenToString(document, node, surroundings);
  if (given === undefined) return UNKNOWN;
  return kind === "jsonata" ? expressionValue(text.replace(/\[[^[\]]*\]/g, ""), given) : pathValue(text, given);
}

/** What Step Functions itself gives has a page of its own. */
function isDocumented(path: string): boolean {
  if (/^\$states\.\w+$/.test(path)) return true;
  const field = /^(?:\$\$|\$states\.context)\.(.+)$/.exec(path)?.[1];
  return field !== undefined && contextFieldAt(field) !== undefined;
}

const SHOWN_FIELDS = 12;

function shapeOf({ fields, item, example }: Payload): string {
  if (fields !== undefined) {
    const names = [...fields.keys()].slice(0, SHOWN_FIELDS).map(code);
    return names.length === 0 ? "object" : `object of ${names.join(", ")}${fields.size > SHOWN_FIELDS ? ", …" : ""}`;
  }
  if (item !== undefined) return item === UNKNOWN ? "array" : `array, each ${shapeOf(item)}`;
  return example === null ? "null" : typeof example === "undefined" ? "known only when it runs" : typeof example;
}

function exampleOf({ fields, item, example }: Payload): string {
  if (fields !== undefined || item !== undefined || example === undefined) return "";
  const text = JSON.stringify(example);
  return `For example ${code(text.length > 120 ? `${text.slice(0, 119)}…` : text)}`;
}

/** True for the Resource of a Task, whose meaning is more than its field's. */
export function isResource(document: AslDocument, node: StringNode): boolean {
  const { parent } = node;
  if (parent?.kind !== "property" || parent.key.value !== "Resource") return false;
  const state = document.index.states.get(parent.parent);
  return state !== undefined && valueNode(state.node, "Resource") === node;
}
