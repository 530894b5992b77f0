/** How many messages traffic comes to, and how many simulations a sweep. */
import { DEFAULT_SIMULATION_MS } from "../limits.ts";
import type { ArrivalPattern } from "../services/producers/arrivals.ts";
import type { Scenario, Sweep, Traffic } from "./types.ts";

export interface Amount {
  readonly messages: number;
  /** By chance a few more or fewer. */
  readonly isAbout: boolean;
  /** Virtual milliseconds from the first to the end. */
  readonly overMs: number;
}

/** Of one producer, over the whole of the scenario. A replayed file's messages are not known here: undefined. */
export function amountOf(
  { arrivals, fromMs, untilMs, count, replay }: Traffic,
  scenario: Scenario,
): Amount | undefined {
  if (replay !== undefined) return undefined;
  const endMs = Math.min(untilMs ?? Number.POSITIVE_INFINITY, scenario.durationMs ?? DEFAULT_SIMULATION_MS);
  const overMs = Math.max(0, endMs - fromMs);
  const messages = Math.min(count ?? Number.POSITIVE_INFINITY, arriving(arrivals, overMs));
  return { messages: Math.round(messages), isAbout: "poisson" in arrivals && count === undefined, overMs };
}

function arriving(arrivals: ArrivalPattern, overMs: number): number {
  if ("constant" in arrivals) return Math.ceil((arrivals.constant.perSecond * overMs) / 1_000);
  if ("poisson" in arrivals) return (arrivals.poisson.perSecond * overMs) / 1_000;
  if ("bursts" in arrivals) return arrivals.bursts.size * Math.ceil(overMs / arrivals.bursts.everyMs);
  if ("replay" in arrivals) return arrivals.replay.timesMs.filter((timeMs) => timeMs <= overMs).length;
  const { fromPerSecond, toPerSecond, overMs: rampMs } = arrivals.ramp;
  const rampedMs = Math.min(overMs, rampMs);
  const reached = fromPerSecond + ((toPerSecond - fromPerSecond) * rampedMs) / rampMs;
  return (((fromPerSecond + reached) / 2) * rampedMs + toPerSecond * (overMs - rampedMs)) / 1_000;
}

export interface SweepSize {
  readonly combinations: number;
  readonly seeds: number;
}

export function sizeOf({ vary, seeds }: Sweep): SweepSize {
  return { combinations: vary.reduce((product, { values }) => product * values.length, 1), seeds };
}
