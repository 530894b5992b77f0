/** What a run leaves on the graph: a status on each state, a mark on each edge that was taken. */
import { edgeKey, type LayoutEdge, type TraceFold } from "@sluice/engine";
import type { ShownStatus } from "./messages.ts";
import { openTasks, type Run } from "./state.ts";

/** A running state is shown as waiting where one of its tasks waits for an answer. */
export function statusOf(fold: TraceFold, waiting: ReadonlySet<string>, state: string): ShownStatus | undefined {
  const status = fold.states.get(state)?.status;
  return status === "running" && waiting.has(state) ? "waiting" : status;
}

/** Tries beyond the first, of all visits of a state. */
export function retriesOf(fold: TraceFold, state: string): number {
  let retries = 0;
  for (const { attempts } of fold.states.get(state)?.visits ?? []) retries += Math.max(0, attempts.length - 1);
  return retries;
}

export function waitingStates(run: Run | undefined): ReadonlySet<string> {
  return new Set(openTasks(run).map(({ call }) => call.stateName));
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
