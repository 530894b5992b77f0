/**
 * What the word under the pointer means: a field, one of its values, a state, an error name, a function, a variable.
 * The texts are the schemas'; what concerns this document (who leads to a state) is read from it.
 */
import { ERRORS } from "../../schema/generated/tables.ts";
import { fieldOf, locate, propertyOf } from "../../schema/locate.ts";
import { nodeAt, valueNode } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import type { Node, StringNode } from "../../text/tree.ts";
import { graphOf, predecessorsOf } from "../graph.ts";
import type { State } from "../model.ts";
import type { AslDocument } from "./document.ts";
import { stateAround, stateNamedAt } from "./document-index.ts";
import { expressionWordAt } from "./expression-at.ts";
import {
  code,
  contextMarkdown,
  errorMarkdown,
  fieldMarkdown,
  functionMarkdown,
  memberMarkdown,
  paragraphs,
  plain,
  valueMarkdown,
} from "./markdown.ts";
import { assignmentsIn, indexInString, type VariableMention, variableAt } from "./variables-at.ts";

export interface HoverText {
  /** What the text is about, as offsets. */
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** Undefined where there is nothing to say. */
export function hover(document: AslDocument, offset: number): HoverText | undefined {
  const node = nodeAt(document.parsed.root, offset);
  if (node === undefined || document.machine === undefined) return undefined;
  const state = stateNamedAt(document.index, node);
  if (state !== undefined) return about(node, stateMarkdown(state));
  if (node.kind === "string") return keyHover(node) ?? expressionHover(document, node, offset) ?? valueHover(node);
  return node.kind === "object" || node.kind === "array" ? undefined : valueHover(node);
}

function about({ start, end }: { readonly start: number; readonly end: number }, markdown: string): HoverText {
  return { start, end, markdown };
}

function keyHover(node: StringNode): HoverText | undefined {
  const own = propertyOf(node);
  if (own?.key !== node) return undefined;
  const { owner, kind } = objectOf(own.parent);
  const field = kind === undefined ? undefined : fieldOf(kind, node.value);
  return field && about(node, fieldMarkdown(node.value, field, owner));
}

function objectOf(node: Node): { readonly owner: string | undefined; readonly kind: string | undefined } {
  const { kind, entry } = locate(node);
  return { owner: entry?.title, kind };
}

/** A value speaks for itself where it is one of a list, else for its field; values deep in a payload say nothing. */
function valueHover(node: Node): HoverText | undefined {
  const { field, fieldName, depth } = locate(node);
  if (field === undefined || fieldName === undefined) return undefined;
  if (node.kind === "string") {
    if (field.holds?.includes("error-name") === true) {
      const error = ERRORS.find(({ name }) => name === node.value);
      if (error !== undefined) return about(node, errorMarkdown(error));
    }
    const value = field.enum?.find((candidate) => candidate.value === node.value);
    if (value !== undefined && depth === 0) return about(node, valueMarkdown(fieldName, field, value));
  }
  return depth === 0 ? about(node, fieldMarkdown(fieldName, field)) : undefined;
}

function expressionHover(document: AslDocument, node: StringNode, offset: number): HoverText | undefined {
  const variable = variableAt(document, node, offset);
  if (variable !== undefined && assigners(variable).length > 0) return about(variable, variableMarkdown(variable));
  if (!/^(?:\{%|\$|States\.)/.test(node.value)) return undefined;
  const word = expressionWordAt(node.value, indexInString(document, node, offset));
  if (word === undefined) return undefined;
  const start = offsetInString(document.parsed, node, word.start);
  const end = offsetInString(document.parsed, node, word.end);
  switch (word.kind) {
    case "function":
      return { start, end, markdown: functionMarkdown(word.entry) };
    case "context": {
      const root = node.value.startsWith("{%") ? "$states.context" : "$$";
      return { start, end, markdown: contextMarkdown(`${root}.${word.entry.path}`, word.entry) };
    }
    default:
      return { start, end, markdown: memberMarkdown(word.entry) };
  }
}

function assigners({ name, scope }: VariableMention): readonly State[] {
  return scope.states.filter((state) =>
    assignmentsIn(state).some(({ key }) => key.value === name || key.value === `${name}.$`),
  );
}

function variableMarkdown(variable: VariableMention): string {
  const names = assigners(variable).map(({ name }) => code(name));
  return paragraphs(`**$${variable.name}** (variable)`, `Assigned in ${names.join(", ")}.`);
}

const SHOWN_NEIGHBOURS = 8;

/** What kind of state it is, and how it hangs together with the others of its scope. */
export function stateMarkdown(state: State): string {
  const { name, node, scope, type } = state;
  const facts = [type === undefined ? "state without a type" : `${type} state`];
  if (scope.startAt?.value === name) facts.push("starts its scope");
  if (state.terminal) facts.push("ends it");
  const comment = textOf(valueNode(node, "Comment"));
  const resource = textOf(valueNode(node, "Resource"));
  const { start, reachable } = graphOf(scope);
  const unreachable = start !== undefined && !reachable.has(state) ? "Nothing leads to it." : "";
  const from = predecessorsOf(state).map((other) => other.name);
  const to = state.transitions.map(({ target, kind }) => (kind === "catch" ? `${code(target)} (catch)` : code(target)));
  return paragraphs(
    `**${plain(name)}**: ${facts.join(" · ")}`,
    comment && plain(comment),
    resource && code(resource),
    from.length === 0 ? unreachable : `From ${shortList(from.map(code))}`,
    to.length === 0 ? "" : `To ${shortList([...new Set(to)])}`,
  );
}

function shortList(items: readonly string[]): string {
  const more = items.length - SHOWN_NEIGHBOURS;
  return more > 0 ? `${items.slice(0, SHOWN_NEIGHBOURS).join(", ")} and ${more} more` : items.join(", ");
}

function textOf(node: Node | undefined): string {
  return node?.kind === "string" ? node.value : "";
}

/** The state that the offset lies in, for shells that show more about it. */
export function stateAt(document: AslDocument, offset: number): State | undefined {
  return stateAround(document.index, nodeAt(document.parsed.root, offset));
}
