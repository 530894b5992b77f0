/** Which states of a scope lead where: reachability and ends, per scope, as transitions never leave one. */
import { valueNode } from "../text/navigate.ts";
import { isOpen } from "./build.ts";
import type { Scope, State } from "./model.ts";

export interface ScopeGraph {
  readonly scope: Scope;
  /** Where `StartAt` leads, if it names a state. */
  readonly start: State | undefined;
  /** Every state that some path from the start comes by. */
  readonly reachable: ReadonlySet<State>;
  /** Names that `StartAt` or any transition names. */
  readonly named: ReadonlySet<string>;
  /** Some transition is unknown, missing or only known after deployment: what follows from it cannot be judged. */
  readonly uncertain: boolean;
  /** As above, because a deployment tool still has to fill in a name. */
  readonly hasPlaceholders: boolean;
}

const graphs = new WeakMap<Scope, ScopeGraph>();

/** The graph of a scope, made once. */
export function graphOf(scope: Scope): ScopeGraph {
  let graph = graphs.get(scope);
  if (graph === undefined) {
    graph = makeGraph(scope);
    graphs.set(scope, graph);
  }
  return graph;
}

function makeGraph(scope: Scope): ScopeGraph {
  const start = scope.startAt === undefined ? undefined : scope.byName.get(scope.startAt.value);
  const named = new Set<string>();
  if (scope.startAt !== undefined) named.add(scope.startAt.value);
  let uncertain = start === undefined;
  for (const state of scope.states) {
    for (const { target } of state.transitions) {
      named.add(target);
      uncertain ||= !scope.byName.has(target);
    }
    uncertain ||= !state.terminal && !state.transitions.some((transition) => transition.kind !== "catch");
  }
  const hasPlaceholders = placeholdersIn(scope);
  const reachable = start === undefined ? new Set<State>() : reachableFrom([start]);
  return { scope, start, reachable, named, uncertain: uncertain || hasPlaceholders, hasPlaceholders };
}

/** The states that can be come by from any of `starts`, those included. */
export function reachableFrom(starts: readonly State[]): Set<State> {
  const reached = new Set(starts);
  const open = [...starts];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const { target } of state.transitions) {
      const next = state.scope.byName.get(target);
      if (next !== undefined && !reached.has(next)) {
        reached.add(next);
        open.push(next);
      }
    }
  }
  return reached;
}

const predecessors = new WeakMap<Scope, ReadonlyMap<State, readonly State[]>>();

/** The states that transition to `state`, in document order. */
export function predecessorsOf(state: State): readonly State[] {
  let map = predecessors.get(state.scope);
  if (map === undefined) {
    map = makePredecessors(state.scope);
    predecessors.set(state.scope, map);
  }
  return map.get(state) ?? [];
}

function makePredecessors(scope: Scope): ReadonlyMap<State, readonly State[]> {
  const map = new Map<State, State[]>();
  for (const state of scope.states) {
    for (const name of new Set(state.transitions.map(({ target }) => target))) {
      const next = scope.byName.get(name);
      if (next === undefined) continue;
      const list = map.get(next);
      if (list === undefined) map.set(next, [state]);
      else list.push(state);
    }
  }
  return map;
}

function placeholdersIn(scope: Scope): boolean {
  if (isOpen(valueNode(scope.node, "StartAt")) || valueNode(scope.node, "States")?.kind === "placeholder") return true;
  // A state that is filled in on deployment may transition anywhere.
  if (scope.statesNode?.properties.some(({ value }) => value.kind === "placeholder") === true) return true;
  return scope.states.some((state) => state.openEnded);
}

/** The states that `roots` lead to, each behind those that lead to it but for loops. */
export function reversePostorder(scope: Scope, roots: readonly State[]): readonly State[] {
  const order: State[] = [];
  const seen = new Set<State>();
  for (const root of roots) {
    if (seen.has(root)) continue;
    seen.add(root);
    const open: { readonly state: State; next: number }[] = [{ state: root, next: 0 }];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const transition = at.state.transitions[at.next++];
      if (transition === undefined) {
        order.push(at.state);
        open.pop();
        continue;
      }
      const target = scope.byName.get(transition.target);
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      open.push({ state: target, next: 0 });
    }
  }
  return order.reverse();
}
