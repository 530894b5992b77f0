/** Finding an event of a trace by its id. Ids rise; mostly they are numbered from 1 without a gap. */
import type { TraceEvent } from "../types.ts";

/** Index of the event with an id, or of the first one behind it. */
export function indexOfEvent(events: readonly TraceEvent[], id: number): number {
  const guess = id - (events[0]?.id ?? 1);
  if (events[guess]?.id === id) return guess;
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.id ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
