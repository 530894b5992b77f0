/**
 * A trace's time laid out for the eye: proportional where things happen, compressed where nothing does, and with room
 * between events of the same moment, so that their order is seen.
 */
import type { TraceEvent } from "../types.ts";

/** A stretch of time in which nothing happened, drawn shorter than it was. */
export interface TimeGap {
  /** Places of its ends, 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly ms: number;
}

export interface TimeScale {
  /** Where each event stands, by index: from 0 for the first to 1 for the last, never falling. */
  readonly places: Float64Array;
  readonly gaps: readonly TimeGap[];
}

/** A pause is a gap where it is this many times longer than all shorter ones together: nothing else would be seen. */
const GAP_FACTOR = 20;
/** Shares of the whole: for the order of the events, for one gap, for all gaps. */
const ORDER_SHARE = 0.3;
const GAP_SHARE = 0.07;
const MAX_GAPS_SHARE = 0.4;

export function timeScale(events: readonly TraceEvent[]): TimeScale {
  const steps = events.map((event, index) => Math.max(0, event.timeMs - (events[index - 1] ?? event).timeMs));
  const shortestGapMs = gapThreshold(steps);
  const gapWeights = steps.map((ms) => (ms >= shortestGapMs ? 1 + Math.log10(ms / shortestGapMs) : 0));
  const workedMs = sum(steps.filter((ms) => ms < shortestGapMs));
  const weighed = sum(gapWeights);
  const gapsShare = Math.min(MAX_GAPS_SHARE, GAP_SHARE * weighed);
  const orderShare = workedMs === 0 ? 1 - gapsShare : ORDER_SHARE;
  const workShare = 1 - gapsShare - orderShare;
  const places = new Float64Array(events.length);
  const gaps: TimeGap[] = [];
  let place = 0;
  for (let index = 1; index < events.length; index++) {
    const [ms = 0, weight = 0] = [steps[index], gapWeights[index]];
    const from = place;
    place += orderShare / (events.length - 1);
    place += weight > 0 ? (gapsShare * weight) / weighed : workedMs === 0 ? 0 : (workShare * ms) / workedMs;
    places[index] = Math.min(1, place);
    if (weight > 0) gaps.push({ from, to: Math.min(1, place), ms });
  }
  return { places, gaps };
}

/** The shortest pause that is a gap; infinite where none is. */
function gapThreshold(steps: readonly number[]): number {
  let shorter = 0;
  for (const ms of steps.filter((one) => one > 0).sort((a, b) => a - b)) {
    if (shorter > 0 && ms > GAP_FACTOR * shorter) return ms;
    shorter += ms;
  }
  return Number.POSITIVE_INFINITY;
}

/** Index of the last event that stands at or before a place. */
export function eventAtPlace({ places }: TimeScale, place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
