/** The rows of a timeline: a line for each visit, below a Map or Parallel a line for each iteration or branch. */
import type { TraceEvent } from "../types.ts";
import { indexOfEvent } from "./event-index.ts";
import type { Lane, TraceFold, Visit, VisitStatus } from "./types.ts";

/** A stretch of a row, by indexes of events. */
export interface TimelineBar {
  readonly kind: "visit" | "attempt" | "lane";
  readonly from: number;
  readonly to: number;
  readonly status: VisitStatus;
}

export interface TimelineRow {
  /** The event that began it: unique. */
  readonly id: number;
  readonly depth: number;
  /** Left out for the row of a lane. */
  readonly visit?: Visit;
  readonly lane?: Lane;
  readonly status: VisitStatus;
  /** The whole first, then what happened in it. */
  readonly bars: readonly TimelineBar[];
  /** Rows that may be shown below it; 0: none. */
  readonly inside: number;
  readonly open: boolean;
}

/** Maps and Parallels with more lanes than this begin closed. */
export const MAX_OPEN_LANES = 12;

/** `toggled`: ids of rows that somebody has opened or closed, against how they begin. */
export function timelineRows(
  fold: TraceFold,
  events: readonly TraceEvent[],
  toggled: ReadonlySet<number>,
): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  const end = Math.max(0, Math.min(fold.length, events.length) - 1);
  const at = (id: number | undefined): number => (id === undefined ? end : Math.min(end, indexOfEvent(events, id)));

  const addVisit = (visit: Visit, depth: number): void => {
    const { enteredId: id, status, lanes } = visit;
    const open = lanes.length > 0 && toggled.has(id) !== lanes.length <= MAX_OPEN_LANES;
    const attempts = lanes.length > 0 ? [] : visit.attempts;
    const bars: TimelineBar[] = [{ kind: "visit", from: at(id), to: at(visit.endedId), status }];
    for (const { scheduledId, endedId, error } of attempts) {
      const ended: VisitStatus = endedId === undefined ? (status === "succeeded" ? "succeeded" : status) : "succeeded";
      const bad = error !== undefined || (endedId !== undefined && endedId === visit.endedId && status === "failed");
      bars.push({ kind: "attempt", from: at(scheduledId), to: at(endedId), status: bad ? "failed" : ended });
    }
    rows.push({ id, depth, visit, status, bars, inside: lanes.length, open });
    if (open) for (const lane of lanes) addLane(lane, depth + 1);
  };
  const addLane = (lane: Lane, depth: number): void => {
    const { id, status, visits } = lane;
    const bars: TimelineBar[] = [{ kind: "lane", from: at(id), to: at(lane.endedId), status }];
    // A branch's id is its first visit's: told apart by the sign.
    const open = !toggled.has(-id);
    rows.push({ id: -id, depth, lane, status, bars, inside: visits.length, open });
    if (open) for (const visit of visits) addVisit(visit, depth + 1);
  };
  for (const visit of fold.visits) if (visit.lane === undefined) addVisit(visit, 0);
  return rows;
}
