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

/** By state, at the cursor. Looked up and not gathered: of a large machine few states are in sight. */
export interface Marks {
  get(state: string): Mark | undefined;
  statusOf(state: string): ShownStatus | undefined;
}

export function marksOf(fold: TraceFold, run: Run | undefined): Marks {
  const atEnd = run?.cursor === run?.length;
  const asked = new Set(openTasks(run).map(({ call }) => call.stateName));
  const shown = ({ state, status }: StateFold): ShownStatus => {
    if (status !== "running" || !atEnd) return status;
    // Stopped from outside: nothing runs any more.
    if (run?.status === "STOPPED") return "aborted";
    return asked.has(state) ? "waiting" : "running";
  };
  return {
    get(state) {
      const one = fold.states.get(state);
      return one && { status: shown(one), visits: one.visits.length, retries: retriesOf(one) };
    },
    statusOf(state) {
      const one = fold.states.get(state);
      return one && shown(one);
    },
  };
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
