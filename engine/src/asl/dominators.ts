/**
 * Which states of a scope every way from its start to another state comes by: its dominators, by the iterative algorithm
 * of Cooper, Harvey and Kennedy. A second or third pass is only needed for loops.
 * https://www.cs.tufts.edu/comp/150FP/archive/keith-cooper/dom14.pdf
 */
import { graphOf, predecessorsOf, reversePostorder } from "./graph.ts";
import type { Scope, State } from "./model.ts";

/** True where no way leads from the start of the scope to `later` without coming by `earlier`; true for itself. */
export function dominates(earlier: State, later: State): boolean {
  const { rowOf, enter, leave } = treeOf(later.scope);
  const [above, below] = [rowOf.get(earlier), rowOf.get(later)];
  if (above === undefined || below === undefined) return false;
  return (enter[above] as number) <= (enter[below] as number) && (leave[above] as number) >= (leave[below] as number);
}

/** The dominator tree as the intervals of a walk through it: what lies within a state's interval is below it. */
interface Tree {
  /** Only states that the start leads to. */
  readonly rowOf: ReadonlyMap<State, number>;
  readonly enter: Int32Array;
  readonly leave: Int32Array;
}

const trees = new WeakMap<Scope, Tree>();

function treeOf(scope: Scope): Tree {
  let tree = trees.get(scope);
  if (tree === undefined) {
    tree = makeTree(scope);
    trees.set(scope, tree);
  }
  return tree;
}

function makeTree(scope: Scope): Tree {
  const { start } = graphOf(scope);
  const order = start === undefined ? [] : reversePostorder(scope, [start]);
  const rowOf = new Map(order.map((state, row) => [state, row]));
  const before = order.map((state) => predecessorsOf(state).flatMap((other) => rowOf.get(other) ?? []));
  const parent = new Int32Array(order.length).fill(-1);
  if (order.length > 0) parent[0] = 0;
  while (passOnce(before, parent));
  return { rowOf, ...intervals(parent) };
}

/** One pass over all rows; true where it changed anything. */
function passOnce(before: readonly (readonly number[])[], parent: Int32Array): boolean {
  let changed = false;
  for (let row = 1; row < before.length; row++) {
    let nearest = -1;
    for (const from of before[row] as readonly number[]) {
      if (parent[from] === -1) continue;
      nearest = nearest === -1 ? from : meet(parent, from, nearest);
    }
    if (parent[row] === nearest) continue;
    parent[row] = nearest;
    changed = true;
  }
  return changed;
}

/** The nearest row that is above both. */
function meet(parent: Int32Array, first: number, second: number): number {
  let [a, b] = [first, second];
  while (a !== b) {
    while (a > b) a = parent[a] as number;
    while (b > a) b = parent[b] as number;
  }
  return a;
}

/** A row's parent has a smaller row, so sizes add up backwards and places are given forwards, without recursion. */
function intervals(parent: Int32Array): { readonly enter: Int32Array; readonly leave: Int32Array } {
  const { length } = parent;
  const size = new Int32Array(length).fill(1);
  for (let row = length - 1; row > 0; row--) (size[parent[row] as number] as number) += size[row] as number;
  const enter = new Int32Array(length);
  const leave = new Int32Array(length);
  const taken = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const above = parent[row] as number;
    if (row > 0) {
      enter[row] = (enter[above] as number) + 1 + (taken[above] as number);
      (taken[above] as number) += size[row] as number;
    }
    leave[row] = (enter[row] as number) + (size[row] as number) - 1;
  }
  return { enter, leave };
}
