/**
 * Drives an execution for its host: step after step, in slices that a host bounds by steps or by its own clock, so that
 * it hears messages and cancellations between them.
 */
import type { Execution, StepResult } from "./types.ts";

/** When a slice is over. Without any bound it lasts until nothing more happens by itself. */
export interface Slice {
  readonly maxSteps?: number;
  /** By the host's clock, which the engine does not have. */
  readonly maxMs?: number;
  readonly nowMs?: () => number;
  /** Called after every step; true ends the slice: the host has seen enough, or was cancelled. */
  readonly afterStep?: (execution: Execution) => boolean;
}

/**
 * Runs one slice. "moved": it is over and the execution can go on, with another slice or never; "blocked": only an
 * answer brings it further; "ended": it is no longer running. A machine without JSONata and without asynchronous tasks
 * never waits for the event loop.
 */
export async function runSlice(execution: Execution, slice: Slice = {}): Promise<StepResult> {
  const { maxSteps = Number.POSITIVE_INFINITY, maxMs, nowMs, afterStep } = slice;
  const endMs = maxMs === undefined || nowMs === undefined ? undefined : nowMs() + maxMs;
  for (let steps = 1; ; steps++) {
    const stepped = execution.step();
    const result = typeof stepped === "string" ? stepped : await stepped;
    const enough = afterStep?.(execution) === true;
    if (result !== "moved" || enough || steps >= maxSteps) return result;
    if (endMs !== undefined && nowMs !== undefined && nowMs() >= endMs) return result;
  }
}
