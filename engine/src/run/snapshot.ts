/** Snapshots: the frames, timers and counters of an execution as plain JSON data, and back. */
import type { JsonObject, JsonValue } from "../json.ts";
import type { RandomState } from "../random.ts";
import type { AgendaState } from "./agenda.ts";
import type { Frame } from "./frame.ts";
import type { RecorderState } from "./recorder.ts";
import type { DeskState } from "./task-desk.ts";
import type { ExecutionSnapshot, ExecutionStatus } from "./types.ts";

export interface SnapshotState extends RecorderState, AgendaState, DeskState {
  readonly status: ExecutionStatus;
  readonly timeMs: number;
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  readonly frames: readonly Frame[];
  readonly lastFrameId: number;
  readonly lastToken: number;
  readonly random: RandomState;
}

const VERSION = 1;

/** Copies the frames, which change in place; the rest of `state` was copied by who gave it. */
export function writeSnapshot(state: SnapshotState): ExecutionSnapshot {
  const copy: SnapshotState = { ...state, frames: state.frames.map(copyFrame) };
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
