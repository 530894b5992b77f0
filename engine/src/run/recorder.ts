/**
 * Writes the trace, numbers its events as AWS does, and knows when a history is full.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
import type { JsonValue } from "../json.ts";
import { MAX_EXPRESS_EVENTS, MAX_HISTORY_EVENTS } from "../limits.ts";
import type { MachineType } from "../vocabulary.ts";
import { runtimeFailure } from "./errors.ts";
import type { Frame } from "./frame.ts";
import type { TraceDetails, TraceEvent } from "./types.ts";
import { type StateEvent, UnreadEvents } from "./unread-events.ts";

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
  readonly #events: TraceEvent[] = [];
  /** Absent where no history is kept. */
  readonly #unread: UnreadEvents | undefined;
  readonly #maxEvents: number;
  #lastEventId = 0;
  /** Events of hidden executions, by the frame they began with. */
  readonly #hiddenEvents = new Map<number, number>();

  constructor(type: MachineType | undefined, keepsHistory: boolean) {
    this.#unread = keepsHistory ? new UnreadEvents() : undefined;
    this.#maxEvents = type === "EXPRESS" ? MAX_EXPRESS_EVENTS : MAX_HISTORY_EVENTS;
  }

  /**
   * Answers the event's id. The last place is kept for how the execution ends. `kind` is the event's type; of a state that
   * is entered or left, its `StateEvent`, and `details` the payload alone.
   */
  append(
    frame: Frame,
    previousEventId: number,
    timeMs: number,
    kind: StateEvent | string,
    details: JsonValue | TraceDetails,
  ): number {
    if (frame.hidden !== undefined) return this.#hide(frame.hidden.root);
    if (this.#lastEventId >= this.#maxEvents - 1) throw new HistoryFull();
    return this.end(previousEventId, timeMs, kind, details);
  }

  end(previousEventId: number, timeMs: number, kind: StateEvent | string, details: JsonValue | TraceDetails): number {
    this.#unread?.add(previousEventId, timeMs, kind, details);
    return ++this.#lastEventId;
  }

  /** The trace so far: always the same list, which grows. */
  get events(): readonly TraceEvent[] {
    this.#unread?.moveTo(this.#events);
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
