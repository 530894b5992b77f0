/** The order in which a person reads a trace: what happened inside a Map or Parallel stands under it, turn by turn. */
import type { State, Visit } from "@sluice/engine";

/** Visits in reading order: by branch or turn, then by entry, each followed by what happened inside it. */
export function inReadingOrder(visits: readonly Visit[], states: ReadonlyMap<string, State>): readonly Visit[] {
  const byEntry = visits.toSorted((a, b) => a.enteredId - b.enteredId);
  const inside = new Map<Visit | undefined, Visit[]>();
  const latest = new Map<string, Visit>();
  for (const visit of byEntry) {
    const container = containerOf(visit, states.get(visit.state), latest);
    const siblings = inside.get(container);
    if (siblings === undefined) inside.set(container, [visit]);
    else siblings.push(visit);
    latest.set(keyOf(visit.state, visit.iterations), visit);
  }
  const ordered: Visit[] = [];
  const open = (inside.get(undefined) ?? []).toReversed();
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    ordered.push(visit);
    const within = inside.get(visit) ?? [];
    open.push(...within.toSorted((a, b) => lane(a, states) - lane(b, states) || a.enteredId - b.enteredId).reverse());
  }
  return ordered;
}

/** The visit of the Map or Parallel around it: the latest one before it, in the same turn of what is further out. */
function containerOf(
  { iterations }: Visit,
  state: State | undefined,
  latest: ReadonlyMap<string, Visit>,
): Visit | undefined {
  const owner = state?.scope.owner;
  if (owner === undefined) return undefined;
  return latest.get(keyOf(owner.name, owner.type === "Map" ? iterations.slice(0, -1) : iterations));
}

function keyOf(state: string, iterations: Visit["iterations"]): string {
  return JSON.stringify([state, ...iterations.map(({ index }) => index)]);
}

/** Which branch of a Parallel, or which turn of a Map. */
function lane({ state, iterations }: Visit, states: ReadonlyMap<string, State>): number {
  const scope = states.get(state)?.scope;
  return scope?.kind === "processor" ? (iterations.at(-1)?.index ?? 0) : (scope?.index ?? 0);
}
