/** What goes wrong with nodes, and when. Faults that overlap add up. */
import type { Faults, Reason } from "./types.ts";

export const NO_FAULTS: Faults = { outage: false, throttleRate: 0, slowness: 1, duplicateRate: 0 };

/** A fault of one node, from a time on until another. What is left out is as always. */
export interface PlannedFault extends Partial<Faults> {
  /** Logical id, ARN or URL. */
  readonly node: string;
  /** Milliseconds since the simulation began. */
  readonly fromMs: number;
  /** Left out: for ever. */
  readonly untilMs?: number;
}

/** What faults come to that are there at the same time. */
export function combinedFaults(faults: readonly Partial<Faults>[]): Faults {
  return faults.reduce<Faults>((sum, { outage = false, throttleRate = 0, slowness = 1, duplicateRate = 0 }) => {
    return {
      outage: sum.outage || outage,
      throttleRate: Math.max(sum.throttleRate, throttleRate),
      slowness: sum.slowness * slowness,
      duplicateRate: Math.max(sum.duplicateRate, duplicateRate),
    };
  }, NO_FAULTS);
}

/** For the record of its beginning or end. */
export function reasonOfFault({ outage, throttleRate, slowness, duplicateRate }: PlannedFault): Reason {
  return {
    code: "kernel.fault",
    ...(outage === true && { outage: "yes" }),
    ...(throttleRate !== undefined && { throttleRate }),
    ...(slowness !== undefined && { slowness }),
    ...(duplicateRate !== undefined && { duplicateRate }),
  };
}
