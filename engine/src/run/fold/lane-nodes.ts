/** Branches and iterations of a fold: how they begin, go on and end. */
import type { TraceEvent } from "../types.ts";
import type { Journal } from "./journal.ts";
import type { LaneNode, Moment, Place, VisitNode } from "./nodes.ts";
import type { VisitStatus } from "./types.ts";

const ITERATION_ENDS: Readonly<Record<string, VisitStatus>> = {
  MapIterationSucceeded: "succeeded",
  MapIterationFailed: "failed",
  MapIterationAborted: "aborted",
};

export function beginIteration(journal: Journal, map: VisitNode, index: number, { id, timeMs }: TraceEvent): Place {
  const lane = newLane(journal, { id, container: map, index, startedMs: timeMs });
  return { lane, iterations: [...map.iterations, { state: map.state, index }] };
}

/** No event tells of a branch's beginning but the one that enters its first state. */
export function beginBranch(journal: Journal, parallel: VisitNode, { id, timeMs }: TraceEvent): Place {
  const lane = newLane(journal, { id, container: parallel, startedMs: timeMs });
  return { lane, iterations: parallel.iterations };
}

function newLane(journal: Journal, begun: Pick<LaneNode, "id" | "container" | "index" | "startedMs">): LaneNode {
  const lane: LaneNode = { ...begun, status: "running", visits: [] };
  journal.push(begun.container.lanes, lane);
  return lane;
}

/** The branch that seemed to have ended with one state goes on with another. */
export function runAgain(journal: Journal, lane: LaneNode): void {
  journal.set(lane, "status", "running");
  journal.unset(lane, "endedId");
  journal.unset(lane, "endedMs");
}

export function endIteration(journal: Journal, map: VisitNode, index: number, event: TraceEvent): void {
  const lane = map.lanes.findLast((one) => one.index === index);
  const status = ITERATION_ENDS[event.type];
  if (lane && status) endLane(journal, lane, status, event);
}

/** Ends what still runs of a container's branches or iterations. */
export function abortLanes(journal: Journal, { lanes }: VisitNode, now: Moment): void {
  for (const lane of lanes) if (lane.status === "running") endLane(journal, lane, "aborted", now);
}

export function endLane(journal: Journal, lane: LaneNode, status: VisitStatus, { id, timeMs }: Moment): void {
  journal.assign(lane, { status, endedId: id, endedMs: timeMs });
}
