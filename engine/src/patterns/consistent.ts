/**
 * Conditions on fields inside of arrays must all hold in the same elements. AWS's engine tries fields in the order of their
 * names and remembers the elements that it has chosen; so does this, but it forgets elements that no later field lies in,
 * and follows equal choices once, which keeps the work small.
 * https://github.com/aws/event-ruler#matching-with-arrays
 */
import type { FoundFields, Membership } from "./found.ts";
import type { Branch, Condition, Scalar } from "./types.ts";

/** The element chosen of each array. */
type Choice = ReadonlyMap<number, number>;

const NO_CHOICE: Choice = new Map();

/** How many conditions hold together, in order; all of them for a match. */
export function heldTogether({ conditions }: Branch, found: FoundFields): number {
  const arraysOfLater = arraysBehind(conditions, found);
  let choices: readonly Choice[] = [NO_CHOICE];
  for (const [index, condition] of conditions.entries()) {
    const next = new Map<string, Choice>();
    const candidates = candidatesOf(condition, found);
    const keep = arraysOfLater[index] as ReadonlySet<number>;
    for (const choice of choices) extend(choice, condition, candidates, keep, next);
    if (next.size === 0) return index;
    choices = [...next.values()];
  }
  return conditions.length;
}

/** By condition: the arrays that fields of later conditions lie in. */
function arraysBehind(conditions: readonly Condition[], { memberships }: FoundFields): readonly ReadonlySet<number>[] {
  const behind: Set<number>[] = [];
  let later = new Set<number>();
  for (const { path } of conditions.toReversed()) {
    behind.unshift(later);
    later = new Set(later);
    for (const place of memberships?.[path] ?? []) {
      for (let at = place; at !== undefined; at = at.outer) later.add(at.array);
    }
  }
  return behind;
}

interface Leaf {
  readonly membership: Membership | undefined;
  readonly passes: boolean;
}

/** Leaves by the outermost element that they lie in, so that a choice made there leaves few to try. */
interface Candidates {
  readonly all: readonly Leaf[];
  readonly byOutermost: ReadonlyMap<number, ReadonlyMap<number, readonly Leaf[]>>;
}

function candidatesOf({ path, passes }: Condition, { values, memberships }: FoundFields): Candidates {
  const places = memberships?.[path] ?? [];
  const all = (values[path] ?? []).map((value: Scalar, index) => ({
    membership: places[index],
    passes: passes(value),
  }));
  const byOutermost = new Map<number, Map<number, Leaf[]>>();
  for (const leaf of all) {
    const { array, index } = outermost(leaf.membership) ?? { array: -1, index: 0 };
    const elements = byOutermost.get(array) ?? new Map<number, Leaf[]>();
    byOutermost.set(array, elements);
    const leaves = elements.get(index) ?? [];
    elements.set(index, leaves);
    leaves.push(leaf);
  }
  return { all, byOutermost };
}

function outermost(membership: Membership | undefined): Membership | undefined {
  let at = membership;
  while (at?.outer !== undefined) at = at.outer;
  return at;
}

/** All leaves that may go with the choice. */
function* leavesFor(choice: Choice, { byOutermost }: Candidates): Generator<Leaf> {
  for (const [array, elements] of byOutermost) {
    const chosen = choice.get(array);
    if (chosen !== undefined) yield* elements.get(chosen) ?? [];
    else for (const leaves of elements.values()) yield* leaves;
  }
}

/** Adds what the choice becomes by each leaf that passes and goes with it; `keep`: the arrays that still matter. */
function extend(
  choice: Choice,
  { mayBeAbsent }: Condition,
  candidates: Candidates,
  keep: ReadonlySet<number>,
  next: Map<string, Choice>,
): void {
  let isThere = false;
  for (const { membership, passes } of leavesFor(choice, candidates)) {
    if (!goesWith(choice, membership)) continue;
    isThere = true;
    if (passes) add(next, choice, membership, keep);
  }
  // Where none of the elements chosen so far has the field, it is not there.
  if (mayBeAbsent && !isThere) add(next, choice, undefined, keep);
}

function goesWith(choice: Choice, membership: Membership | undefined): boolean {
  for (let at = membership; at !== undefined; at = at.outer) {
    const chosen = choice.get(at.array);
    if (chosen !== undefined && chosen !== at.index) return false;
  }
  return true;
}

function add(
  next: Map<string, Choice>,
  choice: Choice,
  membership: Membership | undefined,
  keep: ReadonlySet<number>,
): void {
  const merged = new Map<number, number>();
  for (const [array, index] of choice) if (keep.has(array)) merged.set(array, index);
  for (let at = membership; at !== undefined; at = at.outer) if (keep.has(at.array)) merged.set(at.array, at.index);
  const key = [...merged].sort(([a], [b]) => a - b).join(";");
  if (!next.has(key)) next.set(key, merged);
}
