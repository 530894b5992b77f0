/**
 * What the words of a definition are, beyond what a grammar can see: names of states and variables, and the words of
 * paths, intrinsic functions and JSONata, in which variables of the workflow and those of the expression are told apart.
 */
import type { SemanticToken, SemanticTokenModifier, SemanticTokenType } from "../../editor/semantic-tokens.ts";
import { contentRange, isAliasCopy } from "../../editor/string-edit.ts";
import type { Place } from "../../editor/types.ts";
import { isJsonataMistake, parseJsonata } from "../../jsonata/parse.ts";
import type { Token, TokenKind } from "../../paths/tokens.ts";
import { jsonataFunctionNamed } from "../../schema/tables.ts";
import { offsetsInString } from "../../text/string-offset.ts";
import type { StringNode } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import { type Expression, expressionsOf } from "../expressions.ts";
import type { State } from "../model.ts";
import { writesOf } from "../variables.ts";
import { tokensIn } from "./expression-text.ts";

/** In document order, without overlap; with `range`, those of the states that it touches. */
export function semanticTokens(document: AslDocument, range?: Place): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const isIn = ({ start, end }: Place): boolean => range === undefined || (start <= range.end && end >= range.start);
  for (const { startAt } of document.machine?.scopes ?? []) {
    if (startAt !== undefined && isIn(startAt)) addString(document, startAt, "function", [], tokens);
  }
  for (const state of document.machine?.states ?? []) {
    if (isIn({ start: state.nameNode.start, end: state.node.end })) addState(document, state, tokens);
  }
  const inOrder = tokens.sort((a, b) => a.start - b.start);
  return inOrder.filter((token, at) => isIn(token) && token.start >= (inOrder[at - 1]?.end ?? 0));
}

const DECLARATION: readonly SemanticTokenModifier[] = ["declaration"];
const LIBRARY: readonly SemanticTokenModifier[] = ["defaultLibrary"];
const GIVEN: readonly SemanticTokenModifier[] = ["defaultLibrary", "readonly"];

function addState(document: AslDocument, state: State, tokens: SemanticToken[]): void {
  addString(document, state.nameNode, "function", DECLARATION, tokens);
  for (const { node } of state.transitions) addString(document, node, "function", [], tokens);
  for (const { key } of writesOf(state)) addString(document, key, "variable", DECLARATION, tokens);
  for (const expression of expressionsOf(state)) addExpression(document, expression, tokens);
}

function addString(
  document: AslDocument,
  node: StringNode,
  type: SemanticTokenType,
  modifiers: readonly SemanticTokenModifier[],
  tokens: SemanticToken[],
): void {
  if (!isAliasCopy(document, node)) addLines(document.text, contentRange(document, node), type, modifiers, tokens);
}

function addExpression(document: AslDocument, expression: Expression, tokens: SemanticToken[]): void {
  if (isAliasCopy(document, expression.node)) return;
  const { text, index, node } = expression;
  const kind = expression.kind === "jsonata" ? "jsonata" : "path";
  const offsetOf = offsetsInString(document.parsed, node);
  const isFree = kind === "jsonata" ? freeVariables(text) : () => true;
  for (const token of tokensIn({ kind, text })) {
    const word = text.slice(token.start, token.end);
    const type = token.kind === "variable" && !isFree(token) ? "parameter" : TYPES[token.kind];
    if (type === undefined) continue;
    const range = { start: offsetOf(index + token.start), end: offsetOf(index + token.end) };
    addLines(document.text, range, type, modifiersOf(token, word, kind), tokens);
  }
}

const TYPES: Readonly<Partial<Record<TokenKind, SemanticTokenType>>> = {
  root: "variable",
  variable: "variable",
  function: "function",
  property: "property",
  string: "string",
  number: "number",
  regexp: "regexp",
  keyword: "keyword",
  operator: "operator",
  comment: "comment",
};

function modifiersOf({ kind }: Token, word: string, language: "jsonata" | "path"): readonly SemanticTokenModifier[] {
  if (kind === "root" || (kind === "variable" && language === "jsonata" && word === "$states")) return GIVEN;
  if (kind !== "function") return [];
  return language === "path" || jsonataFunctionNamed(word) !== undefined ? LIBRARY : [];
}

/** Tells the variables of the workflow from those that an expression binds for itself. */
function freeVariables(text: string): (token: Token) => boolean {
  const parsed = parseJsonata(text);
  if (isJsonataMistake(parsed)) return () => true;
  const free = new Set(parsed.references.variables.map(({ position }) => position));
  return ({ end }) => free.has(end);
}

/** One token a line: clients need not understand longer ones. Indentation belongs to none. */
function addLines(
  text: string,
  { start, end }: Place,
  type: SemanticTokenType,
  modifiers: readonly SemanticTokenModifier[],
  tokens: SemanticToken[],
): void {
  for (let at = start; at < end; ) {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline < 0 ? end : Math.min(newline, end);
    const line = text.slice(at, lineEnd);
    const trimmed = line.trim();
    const from = at + (line.length - line.trimStart().length);
    if (trimmed !== "") tokens.push({ start: from, end: from + trimmed.length, type, modifiers });
    at = lineEnd + 1;
  }
}
