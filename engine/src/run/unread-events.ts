/**
 * Events that nobody has read so far, in columns: 25,000 objects with a number and details of their own each, which
 * outlive the collector's first rounds, cost as much as all else that an execution does.
 */
import type { JsonValue } from "../json.ts";
import type { TraceDetails, TraceEvent } from "./types.ts";

/** What all events have in common that enter one state, or leave it; most of a history is made of them. */
export interface StateEvent {
  readonly type: string;
  readonly name: string;
  /** What the payload is, in the event's details. */
  readonly payload: "input" | "output";
}

const FIRST_CAPACITY = 32;
const MAX_CAPACITY = 1_024;

/**
 * So many events, one after the other. Columns that grew would be copied again and again, and soon lie where the
 * collector seldom comes: to put anything young into them costs it a note each time.
 */
class Chunk {
  count = 0;
  readonly capacity: number;
  readonly kinds: (StateEvent | string)[];
  readonly details: (JsonValue | TraceDetails)[];
  readonly previousEventIds: number[];
  readonly timesMs: number[];

  constructor(capacity: number) {
    this.capacity = capacity;
    this.kinds = new Array(capacity);
    this.details = new Array(capacity);
    this.previousEventIds = new Array(capacity);
    this.timesMs = new Array(capacity);
  }
}

export class UnreadEvents {
  #full: Chunk[] = [];
  #last = new Chunk(FIRST_CAPACITY);

  /** `kind`: the event's type; for a state that is entered or left what it has besides its payload, the `details`. */
  add(previousEventId: number, timeMs: number, kind: StateEvent | string, details: JsonValue | TraceDetails): void {
    if (this.#last.count === this.#last.capacity) {
      this.#full.push(this.#last);
      this.#last = new Chunk(Math.min(2 * this.#last.capacity, MAX_CAPACITY));
    }
    const last = this.#last;
    const at = last.count++;
    last.kinds[at] = kind;
    last.details[at] = details;
    last.previousEventIds[at] = previousEventId;
    last.timesMs[at] = timeMs;
  }

  /** Moves all of them behind those of `events`. */
  moveTo(events: TraceEvent[]): void {
    if (this.#last.count === 0) return;
    for (const chunk of [...this.#full, this.#last]) {
      for (let at = 0; at < chunk.count; at++) events.push(eventAt(chunk, at, events.length + 1));
    }
    this.#full = [];
    this.#last = new Chunk(FIRST_CAPACITY);
  }
}

function eventAt({ kinds, details, previousEventIds, timesMs }: Chunk, at: number, id: number): TraceEvent {
  const [previousEventId, timeMs] = [previousEventIds[at] as number, timesMs[at] as number];
  const kind = kinds[at] as StateEvent | string;
  if (typeof kind === "string")
    return { id, previousEventId, timeMs, type: kind, details: details[at] as TraceDetails };
  const { type, name, payload } = kind;
  const value = details[at] as JsonValue;
  const shown = payload === "input" ? { name, input: value } : { name, output: value };
  return { id, previousEventId, timeMs, type, details: shown };
}
