/** What a state's behaviour may do to the execution that runs it. */
import type { JsonObject, JsonValue } from "../json.ts";
import type { Random } from "../random.ts";
import type { Frame, MapItem, Signal } from "./frame.ts";
import type { DatasetReader } from "./item-reader/dataset.ts";
import type { ChildContext } from "./map-run.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import type { ObjectStore } from "./object-store.ts";
import type { SavedFrame } from "./redrive/saved-frame.ts";
import type { DataStage, TaskCall, TraceDetails } from "./types.ts";

export interface Run {
  /** Virtual now, epoch milliseconds. */
  readonly timeMs: number;
  readonly random: Random;
  /** AWS region of the execution. */
  readonly region: string;
  /** `$$.Execution` and `$$.StateMachine`. */
  readonly executionContext: JsonObject;
  readonly machineContext: JsonObject;
  /** S3 and what reads datasets from it, where the execution was given them. */
  readonly objects?: ObjectStore | undefined;
  readonly datasets?: DatasetReader | undefined;
  /** Whether a frame is part of an Express execution; absent where that does not matter. */
  isExpress?(frame: Frame): boolean;
  /** `$$.Execution` and `$$.StateMachine` of the child execution of a Map run that a frame lies in. */
  childContext?(frame: Frame): ChildContext | undefined;
  /** A whole context object in the place of what the execution would show: TestState takes one. */
  readonly givenContext?: JsonObject;
  /** Told what each stage of a state's data flow gives; absent where nobody listens. */
  readonly observe?: ((frame: Frame, stage: DataStage, value: JsonValue) => void) | undefined;
  /** Looks a variable up from a frame outwards. */
  variable(frame: Frame, name: string): JsonValue | undefined;
  /** The innermost iteration that a frame lies in. */
  mapItem(frame: Frame): MapItem | undefined;
  /** Records an event that the frame's next one follows. */
  record(frame: Frame, type: string, details: TraceDetails): void;
  /** Records an event that leads nowhere: AWS chains the next one past it. */
  note(frame: Frame, type: string, details: TraceDetails): void;
  /** Records events that follow each other, but that the frame's next one does not follow. */
  noteChain(frame: Frame, types: readonly string[]): void;
  /** Records StateExited, stores the variables and goes to `next`, or ends the frame's scope. */
  exit(frame: Frame, output: JsonValue, assigned: JsonObject | undefined, next: string | undefined): MaybePromise<void>;
  /** Ends the frame's scope without an exit event, as Fail does. */
  fail(frame: Frame, error: string | undefined, cause: string | undefined): MaybePromise<void>;
  /** Lets the frame wait: timers set before are void from here on. */
  wait(frame: Frame): void;
  /** Wakes the waiting frame with `signal` at a virtual time. */
  wakeAt(frame: Frame, timeMs: number, signal: Signal): void;
  /** Asks the world; the frame is woken with the outcome. */
  callTask(frame: Frame, call: Omit<TaskCall, "invocation" | "mapIndex" | "timeMs">): MaybePromise<void>;
  /** A new task token, the same in every run. */
  newTaskToken(): string;
  /** Starts a child scope of a Parallel or Map behind `lastEventId`. */
  spawn(parent: Frame, scope: number, index: number, input: JsonValue, lastEventId: number, item?: MapItem): void;
  /** Starts a child scope again where it was before a redrive. */
  respawn?(parent: Frame, scope: number, saved: SavedFrame, input: JsonValue, item?: MapItem): void;
  /** The ARN of the Map run that a Distributed Map starts; `label` is its Label. */
  mapRunArn(frame: Frame, label: string | undefined): string;
  /** Records that a state in a branch did not get to its end, where AWS has an event for its type. */
  noteAborted(frame: Frame): void;
  /** Ends what still runs inside a Parallel or Map that has failed. */
  abortChildren(parent: Frame): void;
}
