/** What a run leaves on the graph: a status on each state, a mark on each edge that was taken. */
import { edgeKey, type LayoutEdge, type TraceFold } from "@sluice/engine";
import type { ShownStatus } from "./messages.ts";
import { openTasks, type Run } from "./state.ts";

/**
 * A running state is shown as waiting where one of its tasks waits for an answer, and as aborted where the run was
 * stopped from outside: nothing runs any more.
 */
export function statusOf(fold: TraceFold, run: Run | undefined, state: string): ShownStatus | undefined {
  const status = fold.states.get(state)?.status;
  if (status !== "running" || !run || run.cursor < run.length) return status;
  if (run.status === "STOPPED") return "aborted";
  return openTasks(run).some(({ call }) => call.stateName === state) ? "waiting" : status;
}

/** Tries beyond the first, of all visits of a state. */
export function retriesOf(fold: TraceFold, state: string): number {
  let retries = 0;
  for (const { attempts } of fold.states.get(state)?.visits ?? []) retries += Math.max(0, attempts.length - 1);
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
