/** When messages come: at a constant rate, at random, in bursts, or at the times of a recording. */
import type { JsonValue } from "../../json.ts";
import type { Random } from "../../random.ts";

export type ArrivalPattern =
  /** Evenly spaced. */
  | { readonly constant: { readonly perSecond: number } }
  /** Independent of each other, as many small callers are: exponential gaps. */
  | { readonly poisson: { readonly perSecond: number } }
  /** So many at once, or spread evenly over a while, again and again. */
  | { readonly bursts: { readonly size: number; readonly everyMs: number; readonly spreadMs?: number } }
  /** Recorded times, milliseconds from the beginning, ascending. */
  | { readonly replay: { readonly timesMs: readonly number[] } };

export interface Arrivals {
  /** When the message of this index (from 0) comes, after the one before it; undefined where there is none any more. */
  next(index: number, beforeMs: number, random: Random): number | undefined;
}

/** `pattern`: one in which `arrivalMistake` finds nothing. Times count from `fromMs`. */
export function arrivalsOf(pattern: ArrivalPattern, fromMs: number): Arrivals {
  if ("constant" in pattern) {
    const gapMs = 1_000 / pattern.constant.perSecond;
    return { next: (index) => fromMs + index * gapMs }; // multiplied, not summed: no rounding piles up
  }
  if ("poisson" in pattern) {
    const meanMs = 1_000 / pattern.poisson.perSecond;
    return { next: (_, beforeMs, random) => beforeMs - meanMs * Math.log1p(-random.next()) };
  }
  if ("bursts" in pattern) {
    const { size, everyMs, spreadMs = 0 } = pattern.bursts;
    return { next: (index) => fromMs + Math.floor(index / size) * everyMs + ((index % size) * spreadMs) / size };
  }
  const { timesMs } = pattern.replay;
  return {
    next: (index) => {
      const timeMs = timesMs[index];
      return timeMs === undefined ? undefined : fromMs + timeMs;
    },
  };
}

/** What is wrong with a value that should be a pattern; undefined where it is one. */
export function arrivalMistake(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null || typeof value !== "object" || Array.isArray(value)) {
    return "say when messages come: constant, poisson, bursts or replay";
  }
  const pattern = value as Partial<Record<string, Partial<Record<string, JsonValue>>>>;
  const [kind, ...more] = Object.keys(pattern);
  if (more.length > 0) return "it must have exactly one field: constant, poisson, bursts or replay";
  const positive = (each: JsonValue | undefined): boolean => typeof each === "number" && each > 0;
  if (kind === "constant" || kind === "poisson") {
    return positive(pattern[kind]?.perSecond) ? undefined : `the perSecond of ${kind} must be greater than 0`;
  }
  if (kind === "bursts") {
    const { size, everyMs } = pattern.bursts ?? {};
    if (!positive(size) || !Number.isInteger(size)) return "the size of bursts must be a whole number from 1";
    return positive(everyMs) ? undefined : "the everyMs of bursts must be greater than 0";
  }
  if (kind !== "replay") return `there is no pattern "${kind}", only constant, poisson, bursts and replay`;
  const timesMs = pattern.replay?.timesMs;
  if (!Array.isArray(timesMs)) return "replay needs timesMs, a list of times";
  const falls = timesMs.findIndex((time, index) => index > 0 && (time as number) < (timesMs[index - 1] as number));
  return falls < 0 ? undefined : `the times of replay must ascend: ${timesMs[falls]} comes after ${timesMs[falls - 1]}`;
}
