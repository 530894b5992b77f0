/**
 * What an execution takes and gives. A trace event is one entry of AWS's execution history with its payloads kept as
 * values; `run/history.ts` turns a trace into the shape of GetExecutionHistory and back, so that a history downloaded
 * from AWS opens in the same views.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
import type { JsonObject, JsonValue } from "../json.ts";
import type { MachineType } from "../vocabulary.ts";
import type { DatasetReader } from "./item-reader/dataset.ts";
import type { ObjectStore } from "./object-store.ts";

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

export interface TraceEvent {
  /** As AWS numbers them, from 1. */
  readonly id: number;
  /** The event that led to this one in the same branch or iteration; 0 for the first two. */
  readonly previousEventId: number;
  /** Virtual time, epoch milliseconds. */
  readonly timeMs: number;
  /** HistoryEventType of the AWS API: "TaskStateEntered", "MapIterationStarted", ... */
  readonly type: string;
  readonly details: TraceDetails;
}

/** The union of what AWS's `...EventDetails` hold; payloads are values here, JSON text in AWS's history. */
export interface TraceDetails {
  /** State name; for MapIteration* the Map's name. */
  readonly name?: string;
  readonly input?: JsonValue;
  readonly output?: JsonValue;
  readonly assignedVariables?: JsonObject;
  readonly error?: string;
  readonly cause?: string;
  /** EvaluationFailed: where (`Output/x`) and in which state. */
  readonly location?: string;
  readonly state?: string;
  readonly index?: number;
  readonly length?: number;
  readonly resource?: string;
  readonly resourceType?: string;
  readonly region?: string;
  readonly parameters?: JsonValue;
  readonly timeoutInSeconds?: number;
  readonly heartbeatInSeconds?: number;
  readonly taskCredentials?: JsonObject;
  readonly roleArn?: string;
  readonly workerName?: string;
  readonly mapRunArn?: string;
  /** ExecutionRedriven, MapRunRedriven: how often by now. */
  readonly redriveCount?: number;
}

/** What a Task state asks of the world. */
export interface TaskCall {
  readonly stateName: string;
  /** `Resource` as written: a Lambda ARN, `arn:aws:states:::sqs:sendMessage`, an activity ARN, ... */
  readonly resource: string;
  /** Parameters (JSONPath) or Arguments (JSONata) after evaluation; the effective input where there are none. */
  readonly arguments: JsonValue;
  /** 0 for the first try, 1 for the first retry, ... */
  readonly attempt: number;
  /** How many times this state has called before in this execution, in all iterations; mocks count with it. */
  readonly invocation: number;
  /** For `.waitForTaskToken`, and for `.sync`, which whoever has the token can end early. */
  readonly taskToken?: string;
  /** Index of the innermost Map iteration. */
  readonly mapIndex?: number;
  /** Virtual time of the call, epoch milliseconds. The interpreter always tells it. */
  readonly timeMs?: number;
}

/** The world's answer. An error without a name is one that SendTaskFailure sent without one. */
export type TaskOutcome = (
  | { readonly result: JsonValue }
  | { readonly error: string | undefined; readonly cause?: string | undefined }
) & {
  /** Virtual: how long the task took (0 when left out). */
  readonly afterMs?: number;
  /** What the service answered at once to a `.sync` or `.waitForTaskToken` call. */
  readonly submitted?: JsonValue;
};

/** Answers tasks; `undefined` leaves the task open until `Execution.answer` is called. */
export type TaskHandler = (call: TaskCall) => TaskOutcome | undefined | Promise<TaskOutcome | undefined>;

/** A task that waits for an answer from outside. */
export interface PendingTask {
  readonly id: number;
  readonly call: TaskCall;
}

/** What a state makes of its data on the way from input to output, in the order of AWS's InspectionData. */
export type DataStage =
  | "afterInputPath"
  | "afterParameters"
  | "afterArguments"
  | "afterItemsPath"
  | "afterItemSelector"
  | "afterItemBatcher"
  | "maxConcurrency"
  | "toleratedFailureCount"
  | "toleratedFailurePercentage"
  | "result"
  | "afterResultSelector"
  | "afterResultPath";

/** One stage of one visit of a state. Values are the execution's own: not to be changed. */
export interface DataObservation {
  readonly stateName: string;
  /** The StateEntered event of the visit. */
  readonly enteredEventId: number;
  readonly stage: DataStage;
  readonly value: JsonValue;
}

export interface ExecutionOptions {
  readonly input: JsonValue;
  readonly type?: MachineType;
  /** Values of the context object that the caller decides; the rest is made up, always the same. */
  readonly context?: {
    readonly executionArn?: string;
    readonly executionName?: string;
    readonly stateMachineArn?: string;
    readonly stateMachineName?: string;
    readonly roleArn?: string;
    /** How often the execution was redriven, and when it was last (virtual, epoch milliseconds). */
    readonly redriveCount?: number;
    readonly redriveTimeMs?: number;
  };
  /** Left out: every task stays open until `Execution.answer`. */
  readonly tasks?: TaskHandler;
  /** S3: what item readers read and result writers write. Left out: readers ask `tasks`, writers write nothing. */
  readonly objects?: ObjectStore;
  /** Reads the datasets in `objects`: `datasetReader()`, which `run` takes by itself. Left out: readers ask `tasks`. */
  readonly datasets?: DatasetReader;
  /** For jitter, UUID, MathRandom, $random. Default 1. */
  readonly seed?: number;
  /** Virtual start, epoch milliseconds. Default 2026-01-01T00:00:00Z. */
  readonly startTimeMs?: number;
  /** false drops the trace (the fast path). Default true. */
  readonly history?: boolean;
  /**
   * Whose clock it goes by. "own" (default): where nothing else is left to do, the next timer's time has come. "host": time
   * is what `passTo` says, also while tasks are open; what lies in the future waits for it.
   */
  readonly clock?: "own" | "host";
  /** Makes the token of a task; `number` counts them from 1. Default: made of the execution's name. */
  readonly newTaskToken?: (number: number) => string;
  /** Told every stage of every state's data flow; costs nothing when left out. */
  readonly observe?: (observation: DataObservation) => void;
}

/**
 * A running execution. `step` is the only thing that moves it; nothing happens between calls. Steps are atomic: a
 * snapshot taken between two of them, restored later or elsewhere, goes on with the identical trace.
 */
export interface Execution {
  readonly status: ExecutionStatus;
  readonly output?: JsonValue | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  /** Virtual now, epoch milliseconds. */
  readonly timeMs: number;
  /** The trace so far: always the same list, which grows. Made when it is read: while a run goes on, ask `eventCount`. */
  readonly events: readonly TraceEvent[];
  /** Events so far, kept or not. */
  readonly eventCount: number;
  readonly pending: readonly PendingTask[];
  /** The state that the next step is about, where that is known: which one to name when a step never comes back. */
  readonly nextState: string | undefined;
  /**
   * Does the next thing: one state entered, left or failed, one task begun or finished, one timer fired.
   * "moved": something happened; "blocked": only an `answer` can bring it further, or, with the host's clock, time;
   * "ended": status is no longer RUNNING.
   */
  step(): StepResult | Promise<StepResult>;
  /** When it goes on by itself, virtual: now where there is work, else with the next timer; Infinity where there is none. */
  readonly nextMs: number;
  /** With the host's clock: it is this time now. Throws where something would have happened before. */
  passTo(timeMs: number): void;
  /** Answers an open task. Throws if `id` is not pending. */
  answer(id: number, outcome: TaskOutcome): void;
  /** Ends the execution as StopExecution does. */
  abort(error?: string, cause?: string): void;
  /** Plain JSON data, independent of this object. */
  snapshot(): ExecutionSnapshot;
}

export type StepResult = "moved" | "blocked" | "ended";

/** Opaque plain data: survives JSON.stringify, structuredClone and a change of process. */
export type ExecutionSnapshot = JsonObject;

/** What AWS calls an error: a name and, mostly, a cause. */
export interface StateError {
  readonly error: string | undefined;
  readonly cause: string | undefined;
  /** A States.Timeout for want of heartbeats: States.HeartbeatTimeout matches it, too. */
  readonly missedHeartbeat?: boolean;
}
