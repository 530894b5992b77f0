/**
 * Which variables the states of a machine read and set, and what DescribeStateMachine says about it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
import type { JsonValue } from "../json.ts";
import { isJsonataMistake, parseJsonata } from "../jsonata/parse.ts";
import { JSONATA_FUNCTIONS } from "../schema/tables.ts";
import { valueNode } from "../text/navigate.ts";
import { parseText } from "../text/parse.ts";
import { hasPlaceholder } from "../text/parsed.ts";
import type { StringNode } from "../text/tree.ts";
import { buildMachine } from "./build.ts";
import { assignmentsOf, type Expression, expressionsOf } from "./expressions.ts";
import type { Scope, State } from "./model.ts";

/** `$name` in an expression; `index` counts in the expression's text and points at the `$`. */
export interface VariableRead {
  readonly name: string;
  readonly expression: Expression;
  readonly index: number;
}

/** A variable that an `Assign` sets; `key` may end in `.$`. */
export interface VariableWrite {
  readonly name: string;
  readonly key: StringNode;
}

/** Names that are no variables: JSONata's functions, without `$`. */
export const JSONATA_BUILTINS: ReadonlySet<string> = new Set(JSONATA_FUNCTIONS.map(({ name }) => name.slice(1)));

/** Quoted text, or the name of a variable; `$.`, `$[` and `$$` are no variables. */
const PATH_TOKEN = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\$\$|\$([\p{ID_Start}_][\p{ID_Continue}]*)/gsu;

const MAY_READ = /\$[\p{ID_Start}_]/u;

/** Every read of a variable in a state's own fields, in document order; `states` and functions are none. */
export function readsOf(state: State): readonly VariableRead[] {
  state.facts.reads ??= expressionsOf(state).flatMap(readsIn);
  return state.facts.reads;
}

function readsIn(expression: Expression): readonly VariableRead[] {
  const { kind, text } = expression;
  if (kind === "reference-path" || !MAY_READ.test(text)) return [];
  if (kind !== "jsonata") {
    return [...text.matchAll(PATH_TOKEN)].flatMap(({ 1: name, index }) =>
      name === undefined ? [] : [{ name, expression, index }],
    );
  }
  if (hasPlaceholder(text)) return [];
  const parsed = parseJsonata(text);
  if (isJsonataMistake(parsed)) return [];
  const called = new Set(parsed.references.calls.map(({ position }) => position));
  return parsed.references.variables.flatMap(({ name, position }) =>
    name === "states" || JSONATA_BUILTINS.has(name) || called.has(position)
      ? []
      : [{ name, expression, index: position - name.length - 1 }],
  );
}

/** Every variable that a state sets: by its own Assign, that of a Choice rule or of a catcher. */
export function writesOf(state: State): readonly VariableWrite[] {
  state.facts.writes ??= assignmentsOf(state).flatMap((assign) =>
    assign.properties.map(({ key }) => ({ name: variableName(key.value, state), key })),
  );
  return state.facts.writes;
}

function variableName(key: string, state: State): string {
  return state.queryLanguage === "JSONPath" && key.endsWith(".$") ? key.slice(0, -2) : key;
}

/**
 * The variables that each state reads, as AWS's DescribeStateMachine returns them: states that read none are left out,
 * names are sorted. `definition` is a definition's text or its value; what is no definition gives an empty object.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html
 */
export function variableReferences(definition: JsonValue): Record<string, string[]> {
  const text = typeof definition === "string" ? definition : JSON.stringify(definition);
  const machine = buildMachine(parseText(text, "json").root);
  const references: Record<string, string[]> = {};
  for (const state of machine?.states ?? []) {
    const names = new Set(readsOf(state).map(({ name }) => name));
    if (names.size > 0) references[state.name] = [...names].sort();
  }
  return references;
}

/** True for an item processor whose iterations are executions of their own. */
export function isDistributed(scope: Scope): boolean {
  const mode = valueNode(valueNode(scope.node, "ProcessorConfig"), "Mode");
  return scope.kind === "processor" && mode?.kind === "string" && mode.value === "DISTRIBUTED";
}
