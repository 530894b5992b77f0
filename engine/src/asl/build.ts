/**
 * The tree of a document to the machine it describes. What is missing or misshapen is left out; nothing is judged here.
 * https://states-language.net/spec.html#structure-of-a-state-machine
 */
import { pointerSegment, property, valueNode } from "../text/navigate.ts";
import { hasPlaceholder, type ParsedText } from "../text/parsed.ts";
import type { Node, ObjectNode, StringNode } from "../text/tree.ts";
import { type QueryLanguage, type ScopeKind, STATE_TYPES, type StateType } from "../vocabulary.ts";
import type { Machine, Scope, State, Transition } from "./model.ts";

const machines = new WeakMap<ObjectNode, Machine>();

/**
 * The machine at `root`, or undefined where `root` is no object with `StartAt` or `States`; the same one for as long as
 * the root lives.
 */
export function buildMachine(root: Node): Machine | undefined {
  if (root.kind !== "object") return undefined;
  if (property(root, "StartAt") === undefined && property(root, "States") === undefined) return undefined;
  let machine = machines.get(root);
  if (machine === undefined) {
    machine = newMachine(root);
    machines.set(root, machine);
  }
  return machine;
}

function newMachine(root: ObjectNode): Machine {
  const queryLanguage = queryLanguageOf(root) ?? "JSONPath";
  const lists: Lists = { queryLanguage, scopes: [], states: [] };
  const scope = buildScope(root, "", "machine", undefined, 0, lists);
  return { node: root, queryLanguage, scope, scopes: lists.scopes, states: lists.states };
}

/** True where the content, whatever the file is called, is a state machine: `StartAt` and `States` that have types. */
export function isLikelyDefinition(parsed: ParsedText): boolean {
  if (property(parsed.root, "StartAt") === undefined) return false;
  const states = valueNode(parsed.root, "States");
  return states?.kind === "object" && states.properties.some((state) => property(state.value, "Type") !== undefined);
}

/** The language that an object sets for itself. */
export function queryLanguageOf(node: ObjectNode): QueryLanguage | undefined {
  const value = valueNode(node, "QueryLanguage");
  if (value?.kind !== "string") return undefined;
  return value.value === "JSONata" || value.value === "JSONPath" ? value.value : undefined;
}

interface Lists {
  readonly queryLanguage: QueryLanguage;
  readonly scopes: Scope[];
  readonly states: State[];
}

function buildScope(
  node: ObjectNode,
  id: string,
  kind: ScopeKind,
  owner: State | undefined,
  index: number,
  lists: Lists,
): Scope {
  const startAt = valueNode(node, "StartAt");
  const states = valueNode(node, "States");
  const scope = {
    id,
    kind,
    node,
    owner,
    index,
    startAt: startAt?.kind === "string" ? startAt : undefined,
    statesNode: states?.kind === "object" ? states : undefined,
    states: [] as State[],
    byName: new Map<string, State>(),
  };
  lists.scopes.push(scope);
  for (const { key, value } of scope.statesNode?.properties ?? []) {
    if (value.kind !== "object") continue;
    const state = buildState(key, value, scope, lists);
    scope.states.push(state);
    if (!scope.byName.has(state.name)) scope.byName.set(state.name, state);
  }
  return scope;
}

/** A state of this module's making, which an edit of the text around it may move to another place. */
type Movable = { -readonly [Key in keyof State]: State[Key] };

const known = new WeakMap<ObjectNode, Movable>();

/** The state at `node`, the same one for as long as its text and its language stay the same. */
function buildState(nameNode: StringNode, node: ObjectNode, scope: Scope, lists: Lists): State {
  const before = known.get(node);
  const state =
    before !== undefined && before.queryLanguage === (before.facts.ownLanguage ?? lists.queryLanguage)
      ? before
      : newState(nameNode, node, scope, lists);
  const stays = state === before && state.name === nameNode.value && state.scope.id === scope.id;
  state.name = nameNode.value;
  state.nameNode = nameNode;
  state.scope = scope;
  lists.states.push(state);
  if (!stays) state.scopes = scopesOf(state, lists);
  else for (const inner of state.scopes) takeOver(inner, lists);
  return state;
}

function newState(nameNode: StringNode, node: ObjectNode, scope: Scope, lists: Lists): Movable {
  const type = stateTypeOf(node);
  const end = valueNode(node, "End");
  const ownLanguage = queryLanguageOf(node);
  const state: Movable = {
    name: nameNode.value,
    nameNode,
    node,
    type,
    // Only a state's own setting counts: a Map's language does not reach the states inside it.
    queryLanguage: ownLanguage ?? lists.queryLanguage,
    scope,
    scopes: [],
    transitions: transitionsOf(node),
    terminal: type === "Succeed" || type === "Fail" || (end?.kind === "boolean" && end.value),
    openEnded: isOpenEnded(node),
    facts: { ownLanguage },
  };
  known.set(node, state);
  return state;
}

function scopesOf(state: State, lists: Lists): readonly Scope[] {
  const { node, type, scope } = state;
  const pointer = (field: string) => `${scope.id}/States${pointerSegment(state.name)}/${field}`;
  if (type === "Parallel") {
    const branches = valueNode(node, "Branches");
    if (branches?.kind !== "array") return [];
    return branches.items.flatMap((branch, index) =>
      branch.kind === "object" ? [buildScope(branch, pointer(`Branches/${index}`), "branch", state, index, lists)] : [],
    );
  }
  if (type !== "Map") return [];
  const field = property(node, "ItemProcessor") ?? property(node, "Iterator");
  if (field?.value.kind !== "object") return [];
  return [buildScope(field.value, pointer(field.key.value), "processor", state, 0, lists)];
}

/** A scope of a state that stays as it was, with all that is inside. */
function takeOver(scope: Scope, lists: Lists): void {
  lists.scopes.push(scope);
  for (const state of scope.states) {
    lists.states.push(state);
    for (const inner of state.scopes) takeOver(inner, lists);
  }
}

function stateTypeOf(node: ObjectNode): StateType | undefined {
  const type = valueNode(node, "Type");
  return type?.kind === "string" ? STATE_TYPES.find((known) => known === type.value) : undefined;
}

function transitionsOf(node: ObjectNode): readonly Transition[] {
  const transitions: Transition[] = [];
  const add = (kind: Transition["kind"], target: Node | undefined, index: number, rule: Node | undefined) => {
    if (target?.kind === "string") transitions.push({ kind, target: target.value, node: target, index, rule });
  };
  const addAll = (kind: Transition["kind"], list: Node | undefined) => {
    if (list?.kind !== "array") return;
    list.items.forEach((rule, index) => {
      add(kind, valueNode(rule, "Next"), index, rule);
    });
  };
  add("next", valueNode(node, "Next"), 0, undefined);
  addAll("choice", valueNode(node, "Choices"));
  add("default", valueNode(node, "Default"), 0, undefined);
  addAll("catch", valueNode(node, "Catch"));
  return transitions;
}

function isOpenEnded(node: ObjectNode): boolean {
  for (const { key, value } of node.properties) {
    switch (key.value) {
      case "Next":
      case "Default":
      case "End":
      case "Type":
        if (isOpen(value)) return true;
        break;
      case "Choices":
      case "Catch":
        if (value.kind === "placeholder" || (value.kind === "array" && value.items.some(isOpenRule))) return true;
    }
  }
  return false;
}

function isOpenRule(rule: Node): boolean {
  return rule.kind === "placeholder" || isOpen(valueNode(rule, "Next"));
}

/** True for a value, mostly a state's name, that a deployment tool still fills in. */
export function isOpen(node: Node | undefined): boolean {
  return node?.kind === "placeholder" || (node?.kind === "string" && hasPlaceholder(node.value));
}
