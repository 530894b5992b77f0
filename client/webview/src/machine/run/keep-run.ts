/** A run over a restart of the window: what of it is small enough to be written down, and how it comes back. */
import type { KeptRun } from "../kept.ts";
import type { Run } from "../state.ts";

/** As JSON text. VS Code keeps it with the window's other state. */
const MAX_KEPT_CHARACTERS = 400_000;
/** Longer traces are not even tried: to measure them takes time. */
const MAX_KEPT_EVENTS = 5_000;

/** Undefined where it would be too large. */
export function keptRun(run: Run): KeptRun | undefined {
  if (run.length > MAX_KEPT_EVENTS) return undefined;
  const kept: KeptRun = {
    events: run.events,
    stages: [...run.stages.values()].flat(),
    cursor: run.cursor,
    key: run.key,
    type: run.type,
    ...(run.mock && { mock: run.mock }),
    ...(run.history && { history: run.history.name }),
  };
  return JSON.stringify(kept).length <= MAX_KEPT_CHARACTERS ? kept : undefined;
}
