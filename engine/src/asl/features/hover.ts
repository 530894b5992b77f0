/**
 * What the word under the pointer means: a field, one of its values, a state, an error name, a function, a variable.
 * The texts are the schemas'; how a state hangs together with others is read from the document.
 */
import { code, docMarkdown } from "../../editor/markdown.ts";
import { NOTHING_AROUND } from "../../editor/surroundings.ts";
import type { HoverText, Surroundings } from "../../editor/types.ts";
import { docForNode, placeOf } from "../../schema/docs.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { Node, StringNode } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import { stateNamedAt } from "../document-index.ts";
import { resourceMarkdown } from "./complete-resources.ts";
import { expressionHover, isResource } from "./hover-expression.ts";
import { resourceDoc } from "./integration-docs.ts";
import { stateMarkdown } from "./state-markdown.ts";

/** Undefined where there is nothing to say. */
export function hover(
  document: AslDocument,
  offset: number,
  surroundings: Surroundings = NOTHING_AROUND,
): HoverText | undefined {
  const node = nodeAt(document.parsed.root, offset);
  if (node === undefined || node.kind === "object" || node.kind === "array") return undefined;
  const state = stateNamedAt(document.index, node);
  if (state !== undefined) return about(node, stateMarkdown(state));
  if (node.kind !== "string") return fieldHover(node);
  const resource = isResource(document, node) ? resourceDoc(node.value) : undefined;
  if (resource !== undefined) return about(node, resourceMarkdown(resource));
  return expressionHover(document, node, offset, surroundings) ?? nodeHover(node) ?? fieldHover(node);
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
