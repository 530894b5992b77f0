/**
 * Drives a simulation for its host, in slices that the host bounds by virtual time, by events or by its own clock, so
 * that it hears messages and cancellations between them.
 */
import type { Simulation } from "./simulation.ts";

/** When a slice is over. Without any bound it lasts until nothing is left to happen. */
export interface SimulationSlice {
  /** Virtual: events up to here happen, and the clock ends here. */
  readonly untilMs?: number;
  /** Ends where nothing is left but polls and measurements. */
  readonly untilQuiet?: boolean;
  readonly maxEvents?: number;
  /** By the host's clock, which the engine does not have. */
  readonly maxMs?: number;
  readonly nowMs?: () => number;
  /** Called after every event; true ends the slice: a breakpoint, or the host was cancelled. */
  readonly afterEvent?: (simulation: Simulation) => boolean;
}

/** "ended": nothing is left to happen, within the bounds of virtual time. "stuck": it goes on for ever at one moment. */
export type SliceResult = "moved" | "ended" | "stuck";

/** So many events happen between two looks at the host's clock. */
const EVENTS_BETWEEN_LOOKS = 256;

/** Runs one slice. A system without JSONata never waits for the event loop. */
export async function runSimulation(simulation: Simulation, slice: SimulationSlice = {}): Promise<SliceResult> {
  const { untilMs = Number.POSITIVE_INFINITY, untilQuiet = false, maxEvents = Number.POSITIVE_INFINITY } = slice;
  const { maxMs, nowMs, afterEvent } = slice;
  const endMs = maxMs === undefined || nowMs === undefined ? undefined : nowMs() + maxMs;
  for (let events = 1; ; events++) {
    if (untilQuiet && simulation.isQuiet) return "ended";
    if (simulation.nextMs > untilMs || simulation.nextMs === Number.POSITIVE_INFINITY) {
      if (untilMs !== Number.POSITIVE_INFINITY) simulation.passTo(untilMs);
      return "ended";
    }
    const stepped = simulation.step();
    if (stepped instanceof Promise) await stepped;
    if (stepped === false) return "stuck";
    if (afterEvent?.(simulation) === true || events >= maxEvents) return "moved";
    if (endMs !== undefined && events % EVENTS_BETWEEN_LOOKS === 0 && nowMs !== undefined && nowMs() >= endMs) {
      return "moved";
    }
  }
}
