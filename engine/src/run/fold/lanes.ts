/** Branches and iterations, for those who look at many: how many ran at once, and which went how. */
import type { Lane, VisitStatus } from "./types.ts";

/** The most lanes that were under way at the same time. A lane that ends makes room for one that begins then. */
export function mostAtOnce(lanes: readonly Lane[]): number {
  const changes = lanes.flatMap(({ startedMs, endedMs, id, endedId = Number.POSITIVE_INFINITY }) => [
    { timeMs: startedMs, id, by: 1 },
    ...(endedMs === undefined ? [] : [{ timeMs: endedMs, id: endedId, by: -1 }]),
  ]);
  changes.sort((a, b) => a.timeMs - b.timeMs || a.id - b.id);
  let [now, most] = [0, 0];
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}

/** How many lanes went how. */
export function countLanes(lanes: readonly Lane[]): ReadonlyMap<VisitStatus, number> {
  const counts = new Map<VisitStatus, number>();
  for (const { status } of lanes) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

/** The error that made a lane fail: that of its last visit. */
export function laneError({ status, visits }: Lane): string | undefined {
  return status === "failed" ? visits.findLast(({ error }) => error !== undefined)?.error : undefined;
}
