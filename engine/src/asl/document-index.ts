/** From the nodes of a tree back to the states, scopes and transitions of the machine that stands in it. */
import { parentOf } from "../text/navigate.ts";
import type { Node, StringNode } from "../text/tree.ts";
import type { Machine, Scope, State, Transition } from "./model.ts";

export interface DocumentIndex {
  /** By the state's object. */
  readonly states: ReadonlyMap<Node, State>;
  /** By the key that names the state. */
  readonly names: ReadonlyMap<Node, State>;
  /** By the scope's object: the machine, a branch, a processor. */
  readonly scopes: ReadonlyMap<Node, Scope>;
  /** By the value that names a state: `StartAt`, `Next`, `Default`. */
  readonly targets: ReadonlyMap<Node, Target>;
}

/** A place that names a state. */
export interface Target {
  readonly node: StringNode;
  /** The scope in which the name is looked up. */
  readonly scope: Scope;
  /** Undefined for `StartAt`. */
  readonly from?: { readonly state: State; readonly transition: Transition };
}

/** Each part is made when it is first asked for: in a document of a megabyte that is what a hover waits for. */
export function indexMachine(machine: Machine | undefined): DocumentIndex {
  const { states, scopes } = machine ?? { states: [], scopes: [] };
  const byNode = once(() => new Map(states.map((state) => [state.node, state])));
  const byName = once(() => new Map(states.map((state) => [state.nameNode, state])));
  const byScope = once(() => new Map(scopes.map((scope) => [scope.node, scope])));
  const byTarget = once(() => indexTargets(scopes, states));
  return {
    get states() {
      return byNode();
    },
    get names() {
      return byName();
    },
    get scopes() {
      return byScope();
    },
    get targets() {
      return byTarget();
    },
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function indexTargets(scopes: readonly Scope[], states: readonly State[]): ReadonlyMap<Node, Target> {
  const targets = new Map<Node, Target>();
  for (const scope of scopes) {
    if (scope.startAt !== undefined) targets.set(scope.startAt, { node: scope.startAt, scope });
  }
  for (const state of states) {
    for (const transition of state.transitions) {
      const { scope } = state;
      targets.set(transition.node, { node: transition.node, scope, from: { state, transition } });
    }
  }
  return targets;
}

/** The innermost state whose object holds the node. */
export function stateAround(index: DocumentIndex, node: Node | undefined): State | undefined {
  for (let at = node; at !== undefined; at = parentOf(at)) {
    const state = index.names.get(at) ?? index.states.get(at);
    if (state !== undefined) return state;
  }
  return undefined;
}

/** The innermost scope whose object holds the node. */
export function scopeAround(index: DocumentIndex, node: Node | undefined): Scope | undefined {
  for (let at = node; at !== undefined; at = parentOf(at)) {
    const scope = index.scopes.get(at);
    if (scope !== undefined) return scope;
  }
  return undefined;
}

/** The state that the node names, be it as its own key or as a target; a target may name none. */
export function stateNamedAt(index: DocumentIndex, node: Node | undefined): State | undefined {
  if (node === undefined) return undefined;
  const named = index.names.get(node);
  if (named !== undefined) return named;
  const target = index.targets.get(node);
  return target?.scope.byName.get(target.node.value);
}

/** Every place that names the state, in document order. */
export function targetsOf(index: DocumentIndex, state: State): readonly Target[] {
  const found: Target[] = [];
  for (const target of index.targets.values()) {
    if (target.scope === state.scope && target.node.value === state.name) found.push(target);
  }
  return found.sort((a, b) => a.node.start - b.node.start);
}
