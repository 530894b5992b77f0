/**
 * Workflow variables as the text shows them: the one under the cursor, where it is assigned and where it is read. A
 * name means the variable of the nearest scope around that assigns it; what an expression binds for itself is none.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
import { isJsonataMistake, parseJsonata } from "../../jsonata/parse.ts";
import { jsonataTokens } from "../../jsonata/tokens.ts";
import { pathTokens } from "../../paths/tokens.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { offsetInString } from "../../text/string-offset.ts";
import type { Node, Property, StringNode } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import { stateAround } from "../document-index.ts";
import { type Expression, expressionsOf } from "../expressions.ts";
import type { Scope, State } from "../model.ts";
import { isDistributed, JSONATA_BUILTINS, readsOf, writesOf } from "../variables.ts";

/** A mention of a variable, as offsets into the document. */
export interface VariableMention {
  readonly name: string;
  /** With the dollar sign of a read; with the quotes of a key. */
  readonly start: number;
  readonly end: number;
  /** Just the name. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The scope whose states assign it, as seen from here; where none does, the scope of the mention. */
  readonly scope: Scope;
  /** The string that it stands in. */
  readonly node: StringNode;
}

/** Index in a string's value of the character at an offset of the document; the value's length behind its end. */
export function indexInString(document: AslDocument, node: StringNode, offset: number): number {
  let low = 0;
  let high = node.value.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsetInString(document.parsed, node, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The variable that the cursor is on: read in an expression, or assigned by a key of `Assign`. */
export function variableAt(document: AslDocument, node: Node | undefined, offset: number): VariableMention | undefined {
  if (node?.kind !== "string") return undefined;
  const state = stateAround(document.index, node);
  if (state === undefined) return undefined;
  const written = writesOf(state).find(({ key }) => key === node);
  if (written !== undefined) return writeMention(document, written.name, node, state.scope);
  if (!node.value.includes("$")) return undefined;
  const reads = readsInState(state).filter(({ expression }) => expression.node === node);
  return reads
    .map((read) => readMention(document, read, state))
    .find(({ start, end }) => offset >= start && offset <= end);
}

/** Properties of `Assign` that assign the variable, in document order. */
export function assignmentsOf(variable: VariableMention): readonly Property[] {
  return (declaredIn(variable.scope).get(variable.name) ?? []).flatMap(({ key }) =>
    key.parent?.kind === "property" ? [key.parent] : [],
  );
}

/** Every key that assigns the variable, in document order. */
export function variableWrites(document: AslDocument, variable: VariableMention): readonly VariableMention[] {
  const { scope, name } = variable;
  return (declaredIn(scope).get(name) ?? []).map(({ key }) => writeMention(document, name, key, scope));
}

/** Every place that reads the variable, in document order. */
export function variableUses(document: AslDocument, variable: VariableMention): readonly VariableMention[] {
  const uses: VariableMention[] = [];
  const collect = (scope: Scope): void => {
    for (const state of scope.states) {
      for (const read of readsInState(state)) {
        if (read.name !== variable.name) continue;
        const use = readMention(document, read, state);
        if (use.scope === variable.scope) uses.push(use);
      }
      state.scopes.forEach(collect);
    }
  };
  collect(variable.scope);
  return uses;
}

/** Every name that a state may read at its place: assigned in its scope or in one around it. */
export function visibleVariables(scope: Scope | undefined): ReadonlyMap<string, readonly State[]> {
  const visible = new Map<string, readonly State[]>();
  for (let at = scope; at !== undefined; at = outerScope(at)) {
    for (const [name, writes] of declaredIn(at)) {
      if (!visible.has(name)) visible.set(name, statesOf(writes));
    }
  }
  return visible;
}

/** The states that assign the variable, in document order. */
export function assignersOf(variable: VariableMention): readonly State[] {
  return statesOf(declaredIn(variable.scope).get(variable.name) ?? []);
}

/** The nearest scope, from `scope` outwards, that assigns the name. */
export function declaringScope(scope: Scope, name: string): Scope | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = outerScope(at)) {
    if (declaredIn(at).has(name)) return at;
  }
  return undefined;
}

interface Write {
  readonly state: State;
  readonly key: StringNode;
}

const declared = new WeakMap<Scope, ReadonlyMap<string, readonly Write[]>>();

/** The variables that the states of a scope assign, each with its keys in document order. */
export function declaredIn(scope: Scope): ReadonlyMap<string, readonly Write[]> {
  const known = declared.get(scope);
  if (known !== undefined) return known;
  const names = new Map<string, Write[]>();
  for (const state of scope.states) {
    for (const { name, key } of writesOf(state)) {
      const writes = names.get(name);
      if (writes === undefined) names.set(name, [{ state, key }]);
      else writes.push({ state, key });
    }
  }
  declared.set(scope, names);
  return names;
}

function statesOf(writes: readonly Write[]): readonly State[] {
  return [...new Set(writes.map(({ state }) => state))];
}

/** A Distributed Map runs its items as executions of their own, which see no variable of the one around them. */
function outerScope(scope: Scope): Scope | undefined {
  return isDistributed(scope) ? undefined : scope.owner?.scope;
}

interface Read {
  readonly name: string;
  readonly expression: Expression;
  /** Of the `$`, in the expression's text. */
  readonly index: number;
}

const readsByExpressions = new WeakMap<readonly Expression[], readonly Read[]>();

/** The reads that the engine sees, and for expressions that cannot be parsed yet those that the words show. */
function readsInState(state: State): readonly Read[] {
  const expressions = expressionsOf(state);
  const known = readsByExpressions.get(expressions);
  if (known !== undefined) return known;
  const parsed = readsOf(state);
  const understood = new Set(parsed.map(({ expression }) => expression));
  const rest = expressions.filter((expression) => !understood.has(expression)).flatMap(readsByWords);
  const reads = rest.length === 0 ? parsed : [...parsed, ...rest];
  readsByExpressions.set(expressions, reads);
  return reads;
}

const SEES_VARIABLE = /\$[\p{ID_Start}_]/u;

function readsByWords(expression: Expression): readonly Read[] {
  const { kind, text } = expression;
  if (kind === "reference-path" || !SEES_VARIABLE.test(text)) return [];
  if (kind === "jsonata" && !isBroken(text)) return [];
  const tokens = kind === "jsonata" ? jsonataTokens(text) : pathTokens(text);
  const variables = tokens.filter((token) => token.kind === "variable");
  const names = variables.map(({ start, end }) => text.slice(start + 1, end));
  const bound = new Set(kind === "jsonata" ? names.filter((_, at) => isBinding(text, variables[at]?.end ?? 0)) : []);
  return names.flatMap((name, at) =>
    name === "states" || bound.has(name) || JSONATA_BUILTINS.has(name)
      ? []
      : [{ name, expression, index: variables[at]?.start ?? 0 }],
  );
}

function isBroken(text: string): boolean {
  return hasPlaceholder(text) || isJsonataMistake(parseJsonata(text));
}

/** `$x := ...` binds for this expression alone. */
function isBinding(text: string, end: number): boolean {
  return /^\s*:=/.test(text.slice(end, end + 20));
}

function writeMention(document: AslDocument, name: string, node: StringNode, scope: Scope): VariableMention {
  const nameStart = offsetInString(document.parsed, node, 0);
  const nameEnd = offsetInString(document.parsed, node, name.length);
  return { name, start: node.start, end: node.end, nameStart, nameEnd, scope, node };
}

function readMention(document: AslDocument, { name, expression, index }: Read, state: State): VariableMention {
  const { node } = expression;
  const at = expression.index + index;
  const start = offsetInString(document.parsed, node, at);
  const nameStart = offsetInString(document.parsed, node, at + 1);
  const end = offsetInString(document.parsed, node, at + 1 + name.length);
  const scope = declaringScope(state.scope, name) ?? state.scope;
  return { name, start, end, nameStart, nameEnd: end, scope, node };
}
