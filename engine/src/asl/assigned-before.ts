/**
 * Which variables may have a value when a state begins: those that some path through its scope has assigned by then.
 * Assignments mostly stand near to where they are read; what lies further back is answered for a whole scope at once.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
import { graphOf, predecessorsOf, reversePostorder } from "./graph.ts";
import type { Scope, State } from "./model.ts";
import { writesOf } from "./variables.ts";

/** Transitions to follow back before the whole scope is worked out. */
const NEAR_STEPS = 8;
/** States times variables / 32 of a scope: 32 MB. Beyond, saying nothing is better than taking seconds. */
const MAX_WORDS = 8_000_000;

/** True where some path from a state that assigns the variable leads to `state` within its scope. */
export function mayBeAssignedBefore(state: State, name: string): boolean {
  const near = known.has(state.scope) ? undefined : assignedNear(state, name);
  return near ?? assignedInScope(state, name);
}

/** Undefined where the answer lies further away. */
function assignedNear(state: State, name: string): boolean | undefined {
  const seen = new Set<State>();
  const open = [state];
  let steps = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const before of predecessorsOf(at)) {
      if (steps++ >= NEAR_STEPS) return undefined;
      if (writesOf(before).some((write) => write.name === name)) return true;
      if (seen.has(before)) continue;
      seen.add(before);
      open.push(before);
    }
  }
  return false;
}

/** For every state of a scope a row of bits: which variables may be assigned when it begins. */
interface Rows {
  readonly rowOf: ReadonlyMap<State, number>;
  readonly bitOf: ReadonlyMap<string, number>;
  readonly words: number;
  /** Undefined where the scope is too large. */
  readonly before: Int32Array | undefined;
}

const known = new WeakMap<Scope, Rows>();

function assignedInScope(state: State, name: string): boolean {
  let rows = known.get(state.scope);
  if (rows === undefined) {
    rows = rowsOf(state.scope);
    known.set(state.scope, rows);
  }
  const { rowOf, bitOf, words, before } = rows;
  if (before === undefined) return true;
  const row = rowOf.get(state);
  const bit = bitOf.get(name);
  if (row === undefined || bit === undefined) return false;
  return (((before[row * words + (bit >> 5)] as number) >> (bit & 31)) & 1) === 1;
}

function rowsOf(scope: Scope): Rows {
  const { start } = graphOf(scope);
  // What is out of reach may still lead somewhere: its states come in front, as they are found last.
  const order = reversePostorder(scope, start === undefined ? scope.states : [start, ...scope.states]);
  const rowOf = new Map(order.map((state, row) => [state, row]));
  const bitOf = new Map<string, number>();
  for (const state of order) {
    for (const { name } of writesOf(state)) if (!bitOf.has(name)) bitOf.set(name, bitOf.size);
  }
  const words = (bitOf.size + 31) >> 5;
  if (words * order.length > MAX_WORDS) return { rowOf, bitOf, words, before: undefined };
  const before = new Int32Array(words * order.length);
  const after = new Int32Array(words * order.length);
  order.forEach((state, row) => {
    for (const { name } of writesOf(state)) {
      const bit = bitOf.get(name) as number;
      (after[row * words + (bit >> 5)] as number) |= 1 << (bit & 31);
    }
  });
  const rowsBefore = order.map((state) => predecessorsOf(state).map((other) => rowOf.get(other) as number));
  // One pass takes what is assigned along all ways forward; only loops need more.
  const loops = rowsBefore.some((froms, row) => froms.some((from) => from >= row));
  while (flowOnce(rowsBefore, words, before, after) && loops);
  return { rowOf, bitOf, words, before };
}

/** Hands on what is assigned, from each state to those behind it; true where that changed anything. */
function flowOnce(rowsBefore: readonly (readonly number[])[], words: number, before: Int32Array, after: Int32Array) {
  let changed = false;
  rowsBefore.forEach((froms, row) => {
    for (const from of froms) {
      for (let word = 0; word < words; word++) {
        const own = row * words + word;
        const more = (after[from * words + word] as number) & ~(before[own] as number);
        if (more === 0) continue;
        (before[own] as number) |= more;
        (after[own] as number) |= more;
        changed = true;
      }
    }
  });
  return changed;
}
