/** What a trace folds into: states with their visits, edges with how often they were taken. Plain, read-only data. */
import type { JsonObject, JsonValue } from "../json.ts";

/** "caught": the state failed and a catcher led on. "aborted": it was still running when something around it ended. */
export type VisitStatus = "running" | "succeeded" | "caught" | "failed" | "aborted";

/** One call of a task: a retry makes another. */
export interface Attempt {
  readonly scheduledId: number;
  readonly timeMs: number;
  readonly parameters?: JsonValue;
  readonly result?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  /** The event that ended it. */
  readonly endedId?: number;
}

/** Which turn of a Map. */
export interface Iteration {
  readonly state: string;
  readonly index: number;
}

/** A state entered once. */
export interface Visit {
  readonly state: string;
  readonly status: VisitStatus;
  readonly enteredId: number;
  readonly enteredMs: number;
  readonly exitedId?: number;
  readonly exitedMs?: number;
  readonly input?: JsonValue;
  readonly output?: JsonValue;
  readonly assigned?: JsonObject;
  readonly error?: string;
  readonly cause?: string;
  /** The Map iterations around it, outermost first. */
  readonly iterations: readonly Iteration[];
  /** The calls of a Task; one entry for each beginning of a Map or Parallel. */
  readonly attempts: readonly Attempt[];
}

export interface StateFold {
  readonly state: string;
  /** "running" while any visit is; else how the latest change left it. */
  readonly status: VisitStatus;
  /** In order of entry. */
  readonly visits: readonly Visit[];
}

export interface TakenEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Times the edge was a catcher's. */
  readonly caught: number;
  /** The latest StateEntered behind it. */
  readonly lastId: number;
}

export interface TraceFold {
  readonly states: ReadonlyMap<string, StateFold>;
  /** By `edgeKey`. */
  readonly edges: ReadonlyMap<string, TakenEdge>;
  /** The state that each event belongs to, by index in the trace; undefined for the execution's own. */
  readonly stateOfEvent: readonly (string | undefined)[];
  /** How many events are folded in. */
  readonly length: number;
}
