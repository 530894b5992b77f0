/** The parts of a fold while it grows: the same shapes as it shows, with what folding needs besides. The journal writes. */
import type { TraceEvent } from "../types.ts";
import type { Journal } from "./journal.ts";
import type { Attempt, Iteration, Lane, StateFold, Visit } from "./types.ts";

export interface LaneNode extends Lane {
  readonly container: VisitNode;
  readonly visits: readonly VisitNode[];
}

export interface VisitNode extends Visit {
  readonly place: Place;
  readonly lane: LaneNode | undefined;
  readonly attempts: readonly Attempt[];
  readonly lanes: readonly LaneNode[];
  /** Its latest try failed, perhaps without an error or a cause; a retry takes it back, a catcher does not. */
  readonly failed: boolean;
}

export interface StateNode extends StateFold {
  readonly visits: readonly VisitNode[];
  /** Visits that have not ended. */
  readonly open: number;
}

/** Where states run: the machine, a branch, an iteration. */
export interface Place {
  readonly lane: LaneNode | undefined;
  readonly iterations: readonly Iteration[];
}

/** What an event leaves behind for those that follow it. */
export interface Context {
  readonly place: Place;
  /** The latest visit in that place. */
  readonly visit: VisitNode | undefined;
  /** Set behind ParallelStateStarted: a state that is entered next begins a branch of it. */
  readonly branches?: VisitNode;
}

/** Of an event, what those keep that end with it. */
export type Moment = Pick<TraceEvent, "id" | "timeMs">;

export type Failure = { error?: string; cause?: string };

/** The visit of the Map or Parallel around a place. */
export function containerOf(place: Place): VisitNode | undefined {
  return place.lane?.container;
}

export function isContainer(visit: VisitNode): boolean {
  return visit.type === "Map" || visit.type === "Parallel";
}

/** In a container, at any depth; with an index, in that iteration of it. */
export function isInside(visit: VisitNode, container: VisitNode, index: number | undefined): boolean {
  for (let { lane } = visit; lane; lane = lane.container.lane) {
    if (lane.container === container) return index === undefined || lane.index === index;
  }
  return false;
}

export function reason({ error, cause }: Failure): Failure {
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}

/** Notes a failure that a retry or a catcher may still mend. */
export function fail(journal: Journal, visit: VisitNode, failure: Failure, attempt: Attempt | undefined): void {
  journal.set(visit, "failed", true);
  journal.assign(visit, reason(failure));
  if (attempt) journal.assign(attempt, reason(failure));
}

export function forgive(journal: Journal, visit: VisitNode): void {
  journal.set(visit, "failed", false);
  journal.unset(visit, "error");
  journal.unset(visit, "cause");
}

export function endAttempt(journal: Journal, attempt: Attempt, { id, timeMs }: Moment): void {
  journal.assign(attempt, { endedId: id, endedMs: timeMs });
}
