/** Names of states where a transition wants one: all of a scope, or of a large one those that fit what is typed. */
import type { Node } from "../../text/tree.ts";
import { predecessorsOf } from "../graph.ts";
import type { Scope, State } from "../model.ts";

/** A list of more is cut: nobody reads it, and every keystroke would send a megabyte. Editors ask again as one types. */
export const MAX_COMPLETION_ENTRIES = 300;

/**
 * The states that the value `node` in the state `own` may name: first those that nothing else leads to yet, then in
 * document order; `own` comes last. `typed` is what stands before the cursor.
 */
export function statesToOffer(
  scope: Scope,
  own: State | undefined,
  node: Node | undefined,
  typed: string,
): readonly State[] {
  const all = [...scope.byName.values()];
  const fitting = all.length <= MAX_COMPLETION_ENTRIES ? all : all.filter(({ name }) => fits(name, typed));
  const unnamed: State[] = [];
  const named: State[] = [];
  for (const state of fitting) if (state !== own) (isNamed(state, node) ? named : unnamed).push(state);
  const last = own !== undefined && fitting.includes(own) ? [own] : [];
  return [...unnamed, ...named, ...last].slice(0, MAX_COMPLETION_ENTRIES);
}

/** True where something other than `node` leads to the state. */
function isNamed(state: State, node: Node | undefined): boolean {
  const { startAt } = state.scope;
  if (startAt !== node && startAt?.value === state.name) return true;
  return predecessorsOf(state).some((other) =>
    other.transitions.some((transition) => transition.target === state.name && transition.node !== node),
  );
}

/** True where the letters of `typed`, quotes aside, stand in `name` in this order: so do editors match. */
function fits(name: string, typed: string): boolean {
  const wanted = typed.replace(/^["']/, "").toLowerCase();
  let at = 0;
  for (const character of name.toLowerCase()) if (character === wanted[at]) at++;
  return at >= wanted.length;
}
