/**
 * Events that nobody has read so far, in columns: 25,000 objects with a number and details of their own each, which
 * outlive the collector's first rounds, cost as much as all else that an execution does.
 */
import type { JsonValue } from "../json.ts";
import type { TraceDetails, TraceEvent } from "./types.ts";

/** Events of a chunk. Lists that grew with the history would be copied again and again, each time to memory never used. */
const CHUNK = 256;

class Chunk {
  readonly types: string[] = [];
  readonly previousEventIds: number[] = [];
  readonly timesMs: number[] = [];
  /** States entered and left, which most events are, by name: beside them stands the payload itself. */
  readonly stateNames: (string | undefined)[] = [];
  readonly details: unknown[] = [];
}

export class UnreadEvents {
  #chunks: Chunk[] = [];
  #last = new Chunk();

  add(previousEventId: number, timeMs: number, type: string, details: TraceDetails): void {
    this.#add(previousEventId, timeMs, type, undefined, details);
  }

  /** `...StateEntered` with its input, or `...StateExited` with its output. */
  addState(previousEventId: number, timeMs: number, type: string, name: string, payload: JsonValue): void {
    this.#add(previousEventId, timeMs, type, name, payload);
  }

  #add(previousEventId: number, timeMs: number, type: string, name: string | undefined, details: unknown): void {
    const chunk = this.#last;
    chunk.types.push(type);
    chunk.previousEventIds.push(previousEventId);
    chunk.timesMs.push(timeMs);
    chunk.stateNames.push(name);
    chunk.details.push(details);
    if (chunk.types.length === CHUNK) {
      this.#chunks.push(chunk);
      this.#last = new Chunk();
    }
  }

  /** Moves all of them behind those of `events`. */
  moveTo(events: TraceEvent[]): void {
    for (const { types, previousEventIds, timesMs, stateNames, details } of [...this.#chunks, this.#last]) {
      types.forEach((type, index) => {
        events.push({
          id: events.length + 1,
          previousEventId: previousEventIds[index] as number,
          timeMs: timesMs[index] as number,
          type,
          details: detailsOf(type, stateNames[index], details[index]),
        });
      });
    }
    this.#chunks = [];
    this.#last = new Chunk();
  }
}

function detailsOf(type: string, stateName: string | undefined, details: unknown): TraceDetails {
  if (stateName === undefined) return details as TraceDetails;
  const payload = details as JsonValue;
  return type.endsWith("Entered") ? { name: stateName, input: payload } : { name: stateName, output: payload };
}
