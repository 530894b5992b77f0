/**
 * Writes the trace, numbers its events as AWS does, and knows when a history is full.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
import { MAX_EXPRESS_EVENTS, MAX_HISTORY_EVENTS } from "../limits.ts";
import { runtimeFailure } from "./errors.ts";
import type { Frame } from "./frame.ts";
import type { MachineType, TraceDetails, TraceEvent } from "./types.ts";

export const HISTORY_FULL = `The execution reached the maximum number of history events (${MAX_HISTORY_EVENTS}).`;

/** Thrown when the history is full: nothing can catch it, the execution ends. */
export class HistoryFull {}

/** What a snapshot keeps of a recorder. */
export interface RecorderState {
  readonly events: readonly TraceEvent[];
  readonly lastEventId: number;
  readonly hiddenEvents: readonly (readonly [root: number, count: number])[];
}

export class Recorder {
  readonly #keepsHistory: boolean;
  readonly #events: TraceEvent[] = [];
  /**
   * Events that nobody has read so far, in columns: 25,000 objects with a number of its own each, which outlive the
   * collector's first rounds, cost as much as all else that an execution does.
   */
  readonly #types: string[] = [];
  readonly #previousEventIds: number[] = [];
  readonly #timesMs: number[] = [];
  readonly #details: TraceDetails[] = [];
  readonly #maxEvents: number;
  #lastEventId = 0;
  /** Events of hidden executions, by the frame they began with. */
  readonly #hiddenEvents = new Map<number, number>();

  constructor(type: MachineType | undefined, keepsHistory: boolean) {
    this.#keepsHistory = keepsHistory;
    this.#maxEvents = type === "EXPRESS" ? MAX_EXPRESS_EVENTS : MAX_HISTORY_EVENTS;
  }

  /** Answers the event's id. The last place is kept for how the execution ends. */
  append(frame: Frame, previousEventId: number, timeMs: number, type: string, details: TraceDetails): number {
    if (frame.hidden !== undefined) return this.#hide(frame.hidden.root);
    if (this.#lastEventId >= this.#maxEvents - 1) throw new HistoryFull();
    return this.end(previousEventId, timeMs, type, details);
  }

  end(previousEventId: number, timeMs: number, type: string, details: TraceDetails): number {
    const id = ++this.#lastEventId;
    if (this.#keepsHistory) {
      this.#types.push(type);
      this.#previousEventIds.push(previousEventId);
      this.#timesMs.push(timeMs);
      this.#details.push(details);
    }
    return id;
  }

  /** The trace so far: always the same list, which grows. */
  get events(): readonly TraceEvent[] {
    const count = this.#types.length;
    for (let index = 0; index < count; index++) {
      this.#events.push({
        id: this.#events.length + 1,
        previousEventId: this.#previousEventIds[index] as number,
        timeMs: this.#timesMs[index] as number,
        type: this.#types[index] as string,
        details: this.#details[index] as TraceDetails,
      });
    }
    for (const column of [this.#types, this.#previousEventIds, this.#timesMs, this.#details]) column.length = 0;
    return this.#events;
  }

  /** How many events there are, whether they are kept or not. */
  get count(): number {
    return this.#lastEventId;
  }

  /** A hidden execution begins with its ExecutionStarted. */
  beginHidden(root: number): void {
    this.#hiddenEvents.set(root, 1);
  }

  #hide(root: number): number {
    const id = (this.#hiddenEvents.get(root) ?? 0) + 1;
    this.#hiddenEvents.set(root, id);
    if (id === this.#maxEvents) throw runtimeFailure(HISTORY_FULL);
    return id;
  }

  state(): RecorderState {
    return { events: [...this.events], lastEventId: this.#lastEventId, hiddenEvents: [...this.#hiddenEvents] };
  }

  restore(state: RecorderState): void {
    for (const event of state.events) this.#events.push(event);
    this.#lastEventId = state.lastEventId;
    for (const [root, count] of state.hiddenEvents) this.#hiddenEvents.set(root, count);
  }
}
