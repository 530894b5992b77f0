/**
 * The plain data of a running execution: one frame for each scope that is running (the machine, a branch, an iteration).
 * Everything in here survives JSON, so that a snapshot is a copy of it.
 */
import type { JsonObject, JsonValue } from "../json.ts";
import type { SavedChildren } from "./redrive/saved-frame.ts";
import type { TaskCall, TaskOutcome } from "./types.ts";

/** Where a frame stands in its state. */
export type Phase =
  /** The next state is to be entered. */
  | "enter"
  /** Entered; its work is to be begun (or begun again by a retry). */
  | "start"
  /** Something has happened that it waited for: `signal`. */
  | "resume"
  /** Waits for a timer, a task or its children. */
  | "waiting"
  /** The scope has ended. */
  | "done";

export type Signal =
  | { readonly kind: "timer" }
  | { readonly kind: "retry" }
  | { readonly kind: "timeout"; readonly heartbeat: boolean }
  | { readonly kind: "outcome"; readonly outcome: TaskOutcome }
  /** With `result`: what a Map or Parallel gives in the place of its children's results. */
  | { readonly kind: "children"; readonly result?: JsonValue };

/** `$$.Map.Item` of an iteration. */
export interface MapItem {
  readonly Index: number;
  readonly Value: JsonValue;
  readonly Key?: string;
  readonly Source?: string;
}

/** The children of a Parallel or a Map while they run. */
export interface Children {
  readonly total: number;
  /** More than the children where these get their items in batches; absent for a Parallel. */
  readonly totalItems?: number;
  /** Index of the next child to start. */
  next: number;
  running: number;
  finished: number;
  failed: number;
  /** In item order; undefined (as JSON: null) until the child ends. */
  readonly results: JsonValue[];
  /** Inputs of children still to start; kept only while needed. */
  readonly items: readonly JsonValue[];
  readonly keys?: readonly string[];
  /** Items that each child stands for, where they come in batches. */
  readonly counts?: readonly number[];
  /** `$$.Map.Item.Source`: of all, or of each. */
  readonly source?: string | readonly string[];
  /** The items are the children's inputs as they are: ItemSelector has been applied. */
  readonly selected?: boolean;
  /** Of a Distributed Map: its Map run, and how its child executions went, by index. */
  readonly mapRun?: MapRun;
  readonly maxConcurrency: number;
  /** Failures a Map bears before it fails. */
  readonly toleratedCount: number;
  readonly toleratedPercentage: number;
  /** Event behind which the next child of a full house starts. */
  lastEventId: number;
  /** The error that ended it. */
  failure?: { readonly error?: string; readonly cause?: string };
}

/** What a Distributed Map starts. */
export interface MapRun {
  readonly arn: string;
  /** ExecutionType of the child executions. */
  readonly express: boolean;
  /** Those that have been started. */
  readonly runs: ChildRun[];
}

export interface ChildRun {
  readonly input: JsonValue;
  readonly startTimeMs: number;
  readonly status: "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED";
  readonly stopTimeMs?: number;
  readonly error?: string;
  readonly cause?: string;
}

export interface Frame {
  readonly id: number;
  readonly scope: number;
  /** 0 for the machine itself. */
  readonly parent: number;
  /** Index among the parent's children. */
  readonly index: number;
  /** Of an iteration. */
  item?: MapItem;
  phase: Phase;
  /** Name of the state; the next one while the phase is "enter". */
  state: string;
  /** Raw input of the state. */
  input: JsonValue;
  /** Variables assigned in this scope. */
  variables: JsonObject;
  /** The event that the next one of this frame follows. */
  lastEventId: number;
  enteredEventId: number;
  /** What `lastEventId` was before the state was entered: AWS chains early evaluation failures to it. */
  beforeEntryEventId: number;
  enteredTimeMs: number;
  /** Retries so far, by retrier; empty until the first. */
  retries: number[];
  /** `$$.State.RetryCount`; undefined in states that cannot be retried, where AWS leaves it out. */
  retryCount?: number;
  /** Raised whenever the frame starts or stops waiting: timers of an older epoch are stale. */
  epoch: number;
  signal?: Signal;
  /** `$$.Task.Token` while a `.waitForTaskToken` task runs. */
  taskToken?: string;
  /** What the service answered at once to the call of a task that goes on: a timeout does not take it back. */
  submitted?: JsonValue;
  children?: Children;
  /** Of a Parallel or Map that a redrive begins again: what its branches or iterations go on with. */
  saved?: SavedChildren;
  /** For a child of a Distributed Map and all below it: its own count of events, which the history does not show. */
  hidden?: HiddenHistory;
}

/** Shared by all frames of one hidden execution. */
export interface HiddenHistory {
  readonly root: number;
  /** The Map run that it belongs to, and its index there: they give it its name. */
  readonly mapRunArn: string;
  readonly express: boolean;
  readonly index: number;
  readonly input: JsonValue;
  readonly startTimeMs: number;
}

/** A timer on the virtual clock. */
export interface Timer {
  readonly timeMs: number;
  readonly sequence: number;
  /** 0: the execution itself. */
  readonly frame: number;
  readonly epoch: number;
  readonly signal: Signal;
}

/** A task that was asked for and not answered. */
export interface OpenTask {
  readonly id: number;
  readonly frame: number;
  readonly epoch: number;
  readonly call: TaskCall;
}
