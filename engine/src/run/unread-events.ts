/**
 * Events that nobody has read so far, in columns: 25,000 objects with a number and details of their own each, which
 * outlive the collector's first rounds, cost as much as all else that an execution does.
 */
import type { JsonValue } from "../json.ts";
import type { TraceDetails, TraceEvent } from "./types.ts";

export class UnreadEvents {
  readonly #types: string[] = [];
  readonly #previousEventIds: number[] = [];
  readonly #timesMs: number[] = [];
  /** States entered and left, which most events are, by name: beside them stands the payload itself. */
  readonly #stateNames: (string | undefined)[] = [];
  readonly #details: unknown[] = [];

  add(previousEventId: number, timeMs: number, type: string, details: TraceDetails): void {
    this.#add(previousEventId, timeMs, type, undefined, details);
  }

  /** `...StateEntered` with its input, or `...StateExited` with its output. */
  addState(previousEventId: number, timeMs: number, type: string, name: string, payload: JsonValue): void {
    this.#add(previousEventId, timeMs, type, name, payload);
  }

  #add(previousEventId: number, timeMs: number, type: string, name: string | undefined, details: unknown): void {
    this.#types.push(type);
    this.#previousEventIds.push(previousEventId);
    this.#timesMs.push(timeMs);
    this.#stateNames.push(name);
    this.#details.push(details);
  }

  /** Moves all of them behind those of `events`. */
  moveTo(events: TraceEvent[]): void {
    this.#types.forEach((type, index) => {
      events.push({
        id: events.length + 1,
        previousEventId: this.#previousEventIds[index] as number,
        timeMs: this.#timesMs[index] as number,
        type,
        details: this.#detailsAt(index, type),
      });
    });
    for (const column of [this.#types, this.#previousEventIds, this.#timesMs, this.#stateNames, this.#details]) {
      column.length = 0;
    }
  }

  #detailsAt(index: number, type: string): TraceDetails {
    const name = this.#stateNames[index];
    if (name === undefined) return this.#details[index] as TraceDetails;
    const payload = this.#details[index] as JsonValue;
    return type.endsWith("Entered") ? { name, input: payload } : { name, output: payload };
  }
}
