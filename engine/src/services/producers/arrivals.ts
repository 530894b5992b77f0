/** When messages come: at a constant rate, at random, in bursts, at a rising or falling rate, or at recorded times. */
import type { JsonValue } from "../../json.ts";
import type { Random } from "../../random.ts";

export type ArrivalPattern =
  /** Evenly spaced. */
  | { readonly constant: { readonly perSecond: number } }
  /** Independent of each other, as many small callers are: exponential gaps. */
  | { readonly poisson: { readonly perSecond: number } }
  /** So many at once, or spread evenly over a while, again and again. */
  | { readonly bursts: { readonly size: number; readonly everyMs: number; readonly spreadMs?: number } }
  /** From one rate to another in so much time, evenly; then the last rate stays. */
  | { readonly ramp: { readonly fromPerSecond: number; readonly toPerSecond: number; readonly overMs: number } }
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
  if ("ramp" in pattern) {
    const { fromPerSecond, toPerSecond, overMs } = pattern.ramp;
    return { next: (index) => fromMs + rampTime(index, fromPerSecond / 1_000, toPerSecond / 1_000, overMs) };
  }
  const { timesMs } = pattern.replay;
  return {
    next: (index) => {
      const timeMs = timesMs[index];
      return timeMs === undefined ? undefined : fromMs + timeMs;
    },
  };
}

/**
 * When so many messages have come at a rate that goes from one to the other: the rate's integral, solved for the time.
 * Rates per millisecond.
 */
function rampTime(count: number, from: number, to: number, overMs: number): number {
  const during = ((from + to) / 2) * overMs;
  if (count > during) return overMs + (count - during) / to;
  const slope = (to - from) / overMs;
  // count = from t + slope t^2 / 2; in the form that stays exact where the slope is near 0.
  const root = Math.sqrt(Math.max(0, from * from + 2 * slope * count));
  return count === 0 ? 0 : (2 * count) / (from + root);
}

/** What is wrong with a value that should be a pattern; undefined where it is one. */
export function arrivalMistake(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null || typeof value !== "object" || Array.isArray(value)) return WHEN;
  const pattern = value as Partial<Record<string, Partial<Record<string, JsonValue>>>>;
  const [kind = "", ...more] = Object.keys(pattern);
  if (more.length > 0) return `it must have exactly one field: ${KINDS.join(", ")}`;
  if (!KINDS.includes(kind)) return `there is no pattern "${kind}": ${WHEN}`;
  const { perSecond, size, everyMs, fromPerSecond, toPerSecond, overMs, timesMs } = pattern[kind] ?? {};
  switch (kind) {
    case "bursts":
      if (!isPositive(size) || !Number.isInteger(size)) return "the size of bursts must be a whole number from 1";
      return isPositive(everyMs) ? undefined : "the everyMs of bursts must be greater than 0";
    case "ramp":
      if (!isPositive(toPerSecond)) return "the rate at the end of a ramp must be greater than 0";
      if (!isPositive(fromPerSecond) && fromPerSecond !== 0)
        return "the rate at the beginning of a ramp must not be negative";
      return isPositive(overMs) ? undefined : "a ramp must take some time";
    case "replay":
      return replayMistake(timesMs);
    default:
      return isPositive(perSecond) ? undefined : `the perSecond of ${kind} must be greater than 0`;
  }
}

const KINDS = ["constant", "poisson", "bursts", "ramp", "replay"];
const WHEN = `say when messages come: ${KINDS.join(", ")}`;

function isPositive(value: JsonValue | undefined): boolean {
  return typeof value === "number" && value > 0;
}

function replayMistake(timesMs: JsonValue | undefined): string | undefined {
  if (!Array.isArray(timesMs)) return "replay needs timesMs, a list of times";
  const falls = timesMs.findIndex((time, index) => index > 0 && (time as number) < (timesMs[index - 1] as number));
  return falls < 0 ? undefined : `the times of replay must ascend: ${timesMs[falls]} comes after ${timesMs[falls - 1]}`;
}
