/** What a run leaves on the graph: a status on each state, a mark on each edge that was taken. */
import { edgeKey, type LayoutEdge, type StateFold, type TraceFold } from "@sluice/engine";
import { openTasks, type Run } from "../state.ts";
import type { ShownStatus } from "../words.ts";

export interface Mark {
  readonly status: ShownStatus;
  readonly visits: number;
  /** Tries beyond the first, of all visits. */
  readonly retries: number;
}

/** By state, at the cursor. */
export function marksOf(fold: TraceFold, run: Run | undefined): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  if (!run) return marks;
  const atEnd = run.cursor === run.length;
  const asked = new Set(openTasks(run).map(({ call }) => call.stateName));
  for (const [state, one] of fold.states) {
    const running = one.status === "running" && atEnd;
    // Stopped from outside: nothing runs any more.
    const stopped = running && run.status === "STOPPED";
    const status = stopped ? "aborted" : running && asked.has(state) ? "waiting" : one.status;
    marks.set(state, { status, visits: one.visits.length, retries: retriesOf(one) });
  }
  return marks;
}

function retriesOf({ visits }: StateFold): number {
  let retries = 0;
  for (const { attempts } of visits) retries += Math.max(0, attempts.length - 1);
  return retries;
}

export function isTaken(fold: TraceFold, edge: LayoutEdge): boolean {
  if (edge.kind === "start") return fold.states.has(edge.to);
  if (edge.kind === "end") {
    const status = fold.states.get(edge.from)?.status;
    return status === "succeeded" || status === "caught" || (status === "failed" && edge.to.startsWith("$"));
  }
  const taken = fold.edges.get(edgeKey(edge.from, edge.to));
  if (!taken) return false;
  return edge.kind === "catch" ? taken.caught > 0 : taken.count > taken.caught;
}
