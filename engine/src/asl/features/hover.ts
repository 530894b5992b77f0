/**
 * What the word under the pointer means: a field, one of its values, a state, an error name, a function, a variable.
 * The texts are the schemas'; how a state hangs together with others is read from the document.
 */
import { docForNode, placeOf } from "../../schema/docs.ts";
import { nodeAt } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import type { Node, StringNode } from "../../text/tree.ts";
import type { AslDocument } from "./document.ts";
import { stateNamedAt } from "./document-index.ts";
import { expressionWordAt, mayBeExpression } from "./expression-at.ts";
import { code, docMarkdown, paragraphs } from "./markdown.ts";
import { stateMarkdown } from "./state-markdown.ts";
import { assignersOf, indexInString, variableAt } from "./variables-at.ts";

export interface HoverText {
  /** What the text is about, as offsets. */
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** Undefined where there is nothing to say. */
export function hover(document: AslDocument, offset: number): HoverText | undefined {
  const node = nodeAt(document.parsed.root, offset);
  if (node === undefined || node.kind === "object" || node.kind === "array") return undefined;
  const state = stateNamedAt(document.index, node);
  if (state !== undefined) return about(node, stateMarkdown(state));
  if (node.kind !== "string") return fieldHover(node);
  return expressionHover(document, node, offset) ?? nodeHover(node) ?? fieldHover(node);
}

/** What the schemas call the kind of an error name. */
const ERROR_TYPE = "error name";

function about({ start, end }: { readonly start: number; readonly end: number }, markdown: string): HoverText {
  return { start, end, markdown };
}

/** A key, or a value that is one of a list. */
function nodeHover(node: StringNode): HoverText | undefined {
  const doc = docForNode(node);
  if (doc === undefined) return undefined;
  const { parent } = node;
  const isKey = parent?.kind === "property" && parent.key === node;
  if (isKey) return about(node, docMarkdown(doc, ownerTitle(parent.parent)));
  // A state type has the page of its object, an enum value that of its field: what matters here is the list it is from.
  const { name, text, link, type } = doc;
  const isError = type === ERROR_TYPE || parent?.kind !== "property";
  const kind = isError ? type : `value of ${code(parent.key.value)}`;
  return about(node, docMarkdown({ name, text, link, type: kind, required: false }));
}

/** Any other value tells what its field is; what lies deeper, in a payload, is the user's own. */
function fieldHover(node: Node): HoverText | undefined {
  const { parent } = node;
  if (parent?.kind !== "property" || parent.key === node) return undefined;
  const doc = docForNode(parent);
  return doc && about(node, docMarkdown(doc, ownerTitle(parent.parent)));
}

function ownerTitle(node: Node): string | undefined {
  return placeOf(node).entry?.title;
}

function expressionHover(document: AslDocument, node: StringNode, offset: number): HoverText | undefined {
  const variable = variableAt(document, node, offset);
  const assigners = variable === undefined ? [] : assignersOf(variable);
  if (variable !== undefined && assigners.length > 0) {
    const names = assigners.map(({ name }) => code(name)).join(", ");
    return about(variable, paragraphs(`**$${variable.name}**: variable`, `Assigned in ${names}.`));
  }
  if (!mayBeExpression(node.value)) return undefined;
  const word = expressionWordAt(node.value, indexInString(document, node, offset));
  if (word === undefined) return undefined;
  const start = offsetInString(document.parsed, node, word.start);
  const end = offsetInString(document.parsed, node, word.end);
  return { start, end, markdown: docMarkdown(word.doc) };
}
