/**
 * Workflow variables as the text shows them: the one under the cursor, where it is assigned and where it is read.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
import { valueNode } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import type { Node, Property, StringNode } from "../../text/tree.ts";
import type { Scope, State } from "../model.ts";
import type { AslDocument } from "./document.ts";
import { scopeAround, stateAround } from "./document-index.ts";

/** A mention of a variable, as offsets into the document. */
export interface VariableMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The scope whose states assign it, as seen from here; where none does, the scope of the mention. */
  readonly scope: Scope;
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
  const assigned = assignedBy(node);
  if (assigned !== undefined) {
    const scope = scopeAround(document.index, node);
    return scope === undefined ? undefined : { name: assigned, start: node.start, end: node.end, scope };
  }
  return mentionsIn(document, node).find(({ start, end }) => offset >= start && offset <= end);
}

/** Properties of `Assign` that assign the variable, in document order. */
export function assignmentsOf(variable: VariableMention): readonly Property[] {
  return variable.scope.states.flatMap((state) => assignmentsIn(state).filter((key) => nameOf(key) === variable.name));
}

/** Every place that reads the variable, in document order. */
export function variableUses(document: AslDocument, variable: VariableMention): readonly VariableMention[] {
  const uses: VariableMention[] = [];
  const collect = (scope: Scope): void => {
    for (const state of scope.states) {
      for (const string of stringsOf(state)) {
        for (const use of mentionsIn(document, string)) {
          if (use.name === variable.name && use.scope === variable.scope) uses.push(use);
        }
      }
      state.scopes.forEach(collect);
    }
  };
  collect(variable.scope);
  return uses;
}

/** Every name that a state may read at its place: assigned in its scope or in one around it. */
export function visibleVariables(scope: Scope | undefined): ReadonlyMap<string, readonly State[]> {
  const visible = new Map<string, State[]>();
  for (let at = scope; at !== undefined; at = outerScope(at)) {
    for (const state of at.states) {
      for (const key of assignmentsIn(state)) {
        const states = visible.get(nameOf(key));
        if (states === undefined) visible.set(nameOf(key), [state]);
        else if (!states.includes(state)) states.push(state);
      }
    }
  }
  return visible;
}

/** The states that assign the variable, in document order. */
export function assignersOf(variable: VariableMention): readonly State[] {
  return variable.scope.states.filter((state) => assignmentsIn(state).some((key) => nameOf(key) === variable.name));
}

/** The properties of every `Assign` of a state: its own, its Choice rules' and its catchers'. */
export function assignmentsIn(state: State): readonly Property[] {
  const holders = [state.node, ...itemsOf(state.node, "Choices"), ...itemsOf(state.node, "Catch")];
  return holders.flatMap((holder) => {
    const assign = valueNode(holder, "Assign");
    return assign?.kind === "object" ? assign.properties : [];
  });
}

function itemsOf(node: Node, name: string): readonly Node[] {
  const list = valueNode(node, name);
  return list?.kind === "array" ? list.items : [];
}

/** `x` for the keys `x` and `x.$`. */
function nameOf({ key }: Property): string {
  return key.value.replace(/\.\$$/, "");
}

function assignedBy(key: StringNode): string | undefined {
  const own = key.parent;
  if (own?.kind !== "property" || own.key !== key) return undefined;
  const assign = own.parent.parent;
  return assign?.kind === "property" && assign.key.value === "Assign" ? nameOf(own) : undefined;
}

/** A Distributed Map runs its items as executions of their own, which see no variable of the one around them. */
function outerScope(scope: Scope): Scope | undefined {
  const mode = valueNode(valueNode(scope.node, "ProcessorConfig"), "Mode");
  return mode?.kind === "string" && mode.value === "DISTRIBUTED" ? undefined : scope.owner?.scope;
}

/** `$name` in JSONata, and at the start of a path or of an argument in JSONPath. Fields of `$states` are none. */
const IN_JSONATA = /(?<![\w$])\$([\p{ID_Start}_][\p{ID_Continue}]*)/gu;
const IN_JSONPATH = /(?<=^|[\s,(])\$([\p{ID_Start}_][\p{ID_Continue}]*)/gu;

function mentionsIn(document: AslDocument, node: StringNode): readonly VariableMention[] {
  const { value } = node;
  if (!value.includes("$") || isKey(node)) return [];
  const jsonata = value.startsWith("{%");
  if (!jsonata && !value.startsWith("$") && !value.startsWith("States.")) return [];
  const scope = stateAround(document.index, node)?.scope;
  if (scope === undefined) return [];
  const mentions: VariableMention[] = [];
  for (const match of value.matchAll(jsonata ? IN_JSONATA : IN_JSONPATH)) {
    const name = match[1] as string;
    if (jsonata && name === "states") continue;
    const declaring = declaringScope(scope, name);
    // Without an assignment `$sum` is JSONata's function.
    if (declaring === undefined && jsonata && /^\s*\(/.test(value.slice(match.index + match[0].length))) continue;
    const start = offsetInString(document.parsed, node, match.index);
    const end = offsetInString(document.parsed, node, match.index + match[0].length);
    mentions.push({ name, start, end, scope: declaring ?? scope });
  }
  return mentions;
}

function declaringScope(scope: Scope, name: string): Scope | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = outerScope(at)) {
    if (at.states.some((state) => assignmentsIn(state).some((key) => nameOf(key) === name))) return at;
  }
  return undefined;
}

function isKey(node: StringNode): boolean {
  return node.parent?.kind === "property" && node.parent.key === node;
}

/** String values of a state, those of the states inside it left out. */
function stringsOf(state: State): readonly StringNode[] {
  const found: StringNode[] = [];
  const inner = new Set<Node | undefined>(state.scopes.map(({ node }) => valueNode(node, "States")));
  const open: Node[] = [state.node];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (inner.has(node)) continue;
    if (node.kind === "string") found.push(node);
    else if (node.kind === "array") open.push(...node.items.toReversed());
    else if (node.kind === "object") open.push(...node.properties.map(({ value }) => value).reverse());
  }
  return found;
}
