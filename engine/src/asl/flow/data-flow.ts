/**
 * What each state's input has, as far as it follows from an example of the execution's input, from payload templates,
 * Pass results, ResultPath and Output. Asked backwards from one state: only what leads to it is looked at, and not
 * further than a bounded number of states.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html
 */
import { parentOf, valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { predecessorsOf } from "../graph.ts";
import type { Scope, State, Transition } from "../model.ts";
import { evaluate, type Given } from "./evaluate.ts";
import { merge, objectOf, type Payload, UNKNOWN } from "./payload.ts";
import {
  catchOutput,
  choiceOutput,
  combinedOutput,
  ERROR_OUTPUT,
  effectiveInput,
  inputBehindPath,
  stateOutput,
} from "./state-flow.ts";

/** States that are looked at before the rest counts as unknown: an editor asks while the user types. */
const MAX_STATES = 200;

export interface DataFlow {
  /** What the execution's input has. */
  readonly input: Payload;
  /** What is known already; a state whose question is still open, in a loop, adds nothing. */
  readonly inputs: Map<State, Payload>;
  /** How many more states may be looked at. */
  left: number;
}

export function dataFlow(input: Payload): DataFlow {
  return { input, inputs: new Map(), left: MAX_STATES };
}

/** What the state's input has: `$` before InputPath, `$states.input`. */
export function inputOf(flow: DataFlow, state: State): Payload {
  const known = flow.inputs.get(state);
  if (known !== undefined || flow.left <= 0) return known ?? UNKNOWN;
  flow.left -= 1;
  flow.inputs.set(state, UNKNOWN);
  const { scope } = state;
  let input = scope.startAt?.value === state.name ? scopeInput(flow, scope) : UNKNOWN;
  for (const from of predecessorsOf(state)) {
    for (const transition of from.transitions) {
      if (transition.target === state.name) input = merge(input, outputAlong(flow, from, transition));
    }
  }
  flow.inputs.set(state, input);
  return input;
}

/** What paths, templates and expressions of the state can see. */
export function givenTo(flow: DataFlow, state: State): Given {
  return {
    input: inputOf(flow, state),
    context: contextOf(flow, state),
    variable: (name) => variableOf(flow, state, name),
  };
}

/** The context object: what depends on the machine. */
function contextOf(flow: DataFlow, state: State): Payload {
  const item = mapItem(flow, state.scope);
  const context = objectOf([["Execution", objectOf([["Input", flow.input]])]]);
  return item === undefined ? context : withItem(context, item);
}

function withItem(context: Payload, item: Payload): Payload {
  return merge(context, objectOf([["Map", objectOf([["Item", objectOf([["Value", item]])]])]]));
}

/** An item of the nearest Map around. */
function mapItem(flow: DataFlow, scope: Scope): Payload | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.owner?.scope) {
    if (at.kind === "processor" && at.owner !== undefined) return itemsOf(flow, at.owner);
  }
  return undefined;
}

function itemsOf(flow: DataFlow, map: State): Payload {
  if (valueNode(map.node, "ItemReader") !== undefined) return UNKNOWN;
  const given = givenTo(flow, map);
  const items = map.queryLanguage === "JSONata" ? valueNode(map.node, "Items") : valueNode(map.node, "ItemsPath");
  if (items === undefined) return effectiveInput(map, given).item ?? UNKNOWN;
  const input = map.queryLanguage === "JSONata" ? given.input : effectiveInput(map, given);
  return evaluate(items, map, { ...given, input }).item ?? UNKNOWN;
}

/** What the first state of a scope gets. */
function scopeInput(flow: DataFlow, scope: Scope): Payload {
  const { owner } = scope;
  if (owner === undefined) return flow.input;
  const given = givenTo(flow, owner);
  if (owner.type !== "Map") return effectiveInput(owner, given);
  const item = itemsOf(flow, owner);
  const selector = valueNode(owner.node, "ItemSelector") ?? valueNode(owner.node, "Parameters");
  const input = inputBehindPath(owner, given);
  const one =
    selector === undefined
      ? item
      : evaluate(selector, owner, { ...given, input, context: withItem(given.context, item) });
  if (valueNode(owner.node, "ItemBatcher") === undefined) return one;
  return objectOf([["Items", { item: one }]]);
}

function outputAlong(flow: DataFlow, state: State, transition: Transition): Payload {
  const given = givenTo(flow, state);
  if (transition.kind === "catch") return catchOutput(state, transition.rule, given);
  if (transition.kind === "choice") return choiceOutput(state, transition.rule, given);
  return stateOutput(state, given, () => resultOf(flow, state));
}

/** What a Parallel's branches or a Map's iterations give: an array; what a task answers is not known. */
function resultOf(flow: DataFlow, state: State): Payload {
  if (state.type === "Task" || state.scopes.length === 0) return UNKNOWN;
  if (valueNode(state.node, "ResultWriter") !== undefined) return UNKNOWN;
  const outputs = state.scopes.flatMap((scope) =>
    scope.states.filter((inner) => inner.terminal && inner.type !== "Fail"),
  );
  const item = outputs
    .map((inner) => stateOutput(inner, givenTo(flow, inner), () => resultOf(flow, inner)))
    .reduce(merge, UNKNOWN);
  return { item };
}

/** What a variable holds: any of the values that are assigned to it in the nearest scope that does. */
function variableOf(flow: DataFlow, reader: State, name: string): Payload {
  for (let scope: Scope | undefined = reader.scope; scope !== undefined; scope = scope.owner?.scope) {
    const writers = scope.states.filter((state) => assigns(state, name));
    if (writers.length === 0) continue;
    if (flow.left <= 0) return UNKNOWN;
    flow.left -= 1;
    return writers.map((state) => assignedValue(flow, state, name)).reduce(merge, UNKNOWN);
  }
  return UNKNOWN;
}

function assigns(state: State, name: string): boolean {
  const assign = valueNode(state.node, "Assign");
  return (valueNode(assign, name) ?? valueNode(assign, `${name}.$`)) !== undefined;
}

function assignedValue(flow: DataFlow, state: State, name: string): Payload {
  const assign = valueNode(state.node, "Assign");
  if (assign === undefined) return UNKNOWN;
  return evaluate(assign, state, givenAt(flow, state, assign)).fields?.get(name) ?? UNKNOWN;
}

/** What an expression can see that stands at a node of the state: `$` is not the same in every field. */
export function givenAt(flow: DataFlow, state: State, node: Node): Given {
  const given = givenTo(flow, state);
  const [field, inner] = fieldsAround(state, node);
  if (field === "Catch") {
    const isError = state.queryLanguage === "JSONPath" && inner !== "ResultPath";
    return { ...given, errorOutput: ERROR_OUTPUT, input: isError ? ERROR_OUTPUT : given.input };
  }
  if (state.queryLanguage === "JSONata") {
    return field === "Assign" || field === "Output" ? { ...given, result: resultOf(flow, state) } : given;
  }
  switch (field) {
    case "InputPath":
    case "ResultPath":
      return given;
    case "ResultSelector":
      return { ...given, input: resultOf(flow, state) };
    case "Assign":
      return { ...given, input: hasResult(state) ? resultOf(flow, state) : effectiveInput(state, given) };
    case "OutputPath":
      return { ...given, input: combinedOutput(state, given, () => resultOf(flow, state)) };
    case "ItemSelector":
      return { ...given, input: inputBehindPath(state, given), context: withItem(given.context, itemsOf(flow, state)) };
    default:
      return { ...given, input: inputBehindPath(state, given) };
  }
}

function hasResult({ type }: State): boolean {
  return type === "Task" || type === "Parallel" || type === "Map";
}

/** The state's own field that a node stands in, and within Choices and Catch the field of the rule. */
function fieldsAround(state: State, node: Node): readonly string[] {
  const names: string[] = [];
  for (let at: Node | undefined = node; at !== undefined && at !== state.node; at = parentOf(at)) {
    if (at.parent?.kind === "property") names.unshift(at.parent.key.value);
  }
  return names;
}
