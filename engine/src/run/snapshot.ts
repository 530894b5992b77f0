/** Snapshots: the frames, timers and counters of an execution as plain JSON data, and back. */
import type { JsonObject, JsonValue } from "../json.ts";
import type { RandomState } from "../random.ts";
import type { Frame, OpenTask, Timer } from "./frame.ts";
import type { ExecutionSnapshot, ExecutionStatus, TraceEvent } from "./types.ts";

export interface SnapshotState {
  readonly status: ExecutionStatus;
  readonly timeMs: number;
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  readonly events: readonly TraceEvent[];
  readonly frames: readonly Frame[];
  readonly ready: readonly number[];
  readonly timers: readonly Timer[];
  readonly openTasks: readonly OpenTask[];
  readonly counters: readonly [event: number, frame: number, task: number, token: number, timer: number];
  readonly hiddenEvents: readonly (readonly [root: number, count: number])[];
  readonly invocations: readonly (readonly [state: string, count: number])[];
  readonly random: RandomState;
}

const VERSION = 1;

/** Copies what changes in place; values, events and timers are immutable and shared. */
export function writeSnapshot(state: SnapshotState): ExecutionSnapshot {
  const copy: SnapshotState = {
    ...state,
    events: [...state.events],
    frames: state.frames.map(copyFrame),
    timers: [...state.timers],
    openTasks: [...state.openTasks],
  };
  return { version: VERSION, state: copy as unknown as JsonObject };
}

/** Throws when `snapshot` was not made by this version. */
export function readSnapshot(snapshot: ExecutionSnapshot): SnapshotState {
  if (snapshot.version !== VERSION) throw new Error(`this is no snapshot of version ${VERSION}`);
  const state = snapshot.state as unknown as SnapshotState;
  return { ...state, frames: state.frames.map(copyFrame) };
}

function copyFrame(frame: Frame): Frame {
  const { children } = frame;
  const copy = { ...frame, retries: [...frame.retries] };
  if (children === undefined) return copy;
  const { mapRun } = children;
  const runs = mapRun === undefined ? {} : { mapRun: { ...mapRun, runs: [...mapRun.runs] } };
  return { ...copy, children: { ...children, ...runs, results: [...children.results] } };
}
