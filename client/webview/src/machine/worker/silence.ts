/** How long the worker may stay silent while it owes an answer. */
import type { WorkerRequest } from "./protocol.ts";

/** A step, or the evaluation of what somebody asked. */
export const STEP_SILENCE_MS = 2_000;
/** Reading and drawing a text may take longer: large files are no mistake. */
const LOAD_SILENCE_MS = 15_000;

export function silenceMs({ type }: WorkerRequest): number {
  return type === "load" ? LOAD_SILENCE_MS : STEP_SILENCE_MS;
}
