/** What a trace folds into: states with their visits, edges with how often they were taken. Plain, read-only data. */
import type { JsonObject, JsonValue } from "../../json.ts";

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
  /** The event that ended it, and when. */
  readonly endedId?: number;
  readonly endedMs?: number;
}

/** Which turn of a Map. */
export interface Iteration {
  readonly state: string;
  readonly index: number;
}

/** A branch of a Parallel or an iteration of a Map, as it ran once. */
export interface Lane {
  /** The event that began it. */
  readonly id: number;
  /** The visit of the Parallel or Map. */
  readonly container: Visit;
  /** Of an iteration: its item. Branches are told apart by the states that they begin with. */
  readonly index?: number;
  readonly status: VisitStatus;
  readonly startedMs: number;
  /** The event that ended it, and when. */
  readonly endedId?: number;
  readonly endedMs?: number;
  /** Of the states right in it, in order of entry. */
  readonly visits: readonly Visit[];
}

/** A state entered once. */
export interface Visit {
  readonly state: string;
  /** Map, Task, ... as the event that entered it says. */
  readonly type: string;
  readonly status: VisitStatus;
  readonly enteredId: number;
  readonly enteredMs: number;
  readonly exitedId?: number;
  readonly exitedMs?: number;
  /** The event with which it was left, failed or was ended from outside, and when that was. */
  readonly endedId?: number;
  readonly endedMs?: number;
  readonly input?: JsonValue;
  readonly output?: JsonValue;
  readonly assigned?: JsonObject;
  readonly error?: string;
  readonly cause?: string;
  /** The Map iterations around it, outermost first. */
  readonly iterations: readonly Iteration[];
  /** The branch or iteration that it is in; undefined: the machine's own states. */
  readonly lane: Lane | undefined;
  /** The calls of a Task; one entry for each beginning of a Map or Parallel. */
  readonly attempts: readonly Attempt[];
  /** The branches or iterations of a Parallel or Map, of all its attempts, in order of their beginning. */
  readonly lanes: readonly Lane[];
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
  /** Of all states, in order of entry. */
  readonly visits: readonly Visit[];
  /** By `edgeKey`. */
  readonly edges: ReadonlyMap<string, TakenEdge>;
  /** The state that each event belongs to, by index in the trace; undefined for the execution's own. */
  readonly stateOfEvent: readonly (string | undefined)[];
  /** How many events are folded in. */
  readonly length: number;
}
