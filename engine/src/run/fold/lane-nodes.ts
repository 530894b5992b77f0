/** Branches and iterations of a fold: how they begin, go on and end. */
import type { TraceEvent } from "../types.ts";
import type { LaneNode, Moment, Place, VisitNode } from "./nodes.ts";
import type { VisitStatus } from "./types.ts";

const ITERATION_ENDS: Readonly<Record<string, VisitStatus>> = {
  MapIterationSucceeded: "succeeded",
  MapIterationFailed: "failed",
  MapIterationAborted: "aborted",
};

export function beginIteration(map: VisitNode, index: number, { id, timeMs }: TraceEvent): Place {
  const lane = newLane({ id, container: map, index, startedMs: timeMs });
  return { lane, iterations: [...map.iterations, { state: map.state, index }] };
}

/** No event tells of a branch's beginning but the one that enters its first state. */
export function beginBranch(parallel: VisitNode, { id, timeMs }: TraceEvent): Place {
  return { lane: newLane({ id, container: parallel, startedMs: timeMs }), iterations: parallel.iterations };
}

function newLane(begun: Pick<LaneNode, "id" | "container" | "index" | "startedMs">): LaneNode {
  const lane: LaneNode = { ...begun, status: "running", visits: [] };
  begun.container.lanes.push(lane);
  return lane;
}

/** The branch that seemed to have ended with one state goes on with another. */
export function runAgain(lane: LaneNode): void {
  lane.status = "running";
  delete lane.endedId;
  delete lane.endedMs;
}

export function endIteration(map: VisitNode, index: number, event: TraceEvent): void {
  const lane = map.lanes.findLast((one) => one.index === index);
  const status = ITERATION_ENDS[event.type];
  if (lane && status) endLane(lane, status, event);
}

/** Ends what still runs of a container's branches or iterations. */
export function abortLanes({ lanes }: VisitNode, now: Moment): void {
  for (const lane of lanes) if (lane.status === "running") endLane(lane, "aborted", now);
}

export function endLane(lane: LaneNode, status: VisitStatus, { id, timeMs }: Moment): void {
  lane.status = status;
  lane.endedId = id;
  lane.endedMs = timeMs;
}
