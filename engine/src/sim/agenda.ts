/**
 * The virtual clock's agenda: a binary heap of events ordered by (time, sequence), so that what was set first happens
 * first among equals. Columns of numbers instead of objects: a pending event costs no allocation, and a save is a copy.
 */
import type { JsonValue } from "../json.ts";
import type { Message } from "./types.ts";

/** Capacity that an empty agenda begins with, events. */
const FIRST_CAPACITY = 1_024;

/** What was taken out last. */
export interface DueEvent {
  timeMs: number;
  node: number;
  kind: number;
  ref: number;
  message: Message | undefined;
  data: JsonValue | undefined;
}

/** An agenda as plain data; messages by number. */
export interface AgendaState {
  readonly sequence: number;
  /** [timeMs, sequence, node, kind, ref, message's number or 0, data or null], in the order in which they fall due. */
  readonly events: readonly (readonly [number, number, number, number, number, number, JsonValue])[];
}

export class Agenda {
  /** The event that `pop` took out: one object, written over by the next. */
  readonly due: DueEvent = { timeMs: 0, node: 0, kind: 0, ref: 0, message: undefined, data: undefined };
  size = 0;
  #sequence = 0;
  /** The heap: positions in the columns, which never move. */
  #heap = new Uint32Array(FIRST_CAPACITY);
  #time = new Float64Array(FIRST_CAPACITY);
  #order = new Float64Array(FIRST_CAPACITY);
  #node = new Uint32Array(FIRST_CAPACITY);
  #kind = new Uint8Array(FIRST_CAPACITY);
  #ref = new Float64Array(FIRST_CAPACITY);
  #message: (Message | undefined)[] = [];
  #data: (JsonValue | undefined)[] = [];
  /** Positions that are free again. */
  #free: number[] = [];

  /** When the next event falls due; Infinity where there is none. */
  get nextMs(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.#time[this.#heap[0] as number] as number);
  }

  push(timeMs: number, node: number, kind: number, ref: number, message?: Message, data?: JsonValue): void {
    this.#sequence += 1;
    this.#insert(timeMs, this.#sequence, node, kind, ref, message, data);
  }

  #insert(
    timeMs: number,
    order: number,
    node: number,
    kind: number,
    ref: number,
    message: Message | undefined,
    data: JsonValue | undefined,
  ): void {
    const at = this.#free.pop() ?? this.size;
    if (at >= this.#time.length) this.#grow();
    this.#time[at] = timeMs;
    this.#order[at] = order;
    this.#node[at] = node;
    this.#kind[at] = kind;
    this.#ref[at] = ref;
    this.#message[at] = message;
    this.#data[at] = data;
    this.#siftUp(this.size, at);
    this.size += 1;
  }

  /** Takes the earliest event out, into `due`. False where there is none. */
  pop(): boolean {
    if (this.size === 0) return false;
    const heap = this.#heap;
    const at = heap[0] as number;
    const { due } = this;
    due.timeMs = this.#time[at] as number;
    due.node = this.#node[at] as number;
    due.kind = this.#kind[at] as number;
    due.ref = this.#ref[at] as number;
    due.message = this.#message[at];
    due.data = this.#data[at];
    this.#message[at] = undefined;
    this.#data[at] = undefined;
    this.#free.push(at);
    this.size -= 1;
    if (this.size > 0) this.#siftDown(heap[this.size] as number);
    return true;
  }

  #before(a: number, b: number): boolean {
    const timeA = this.#time[a] as number;
    const timeB = this.#time[b] as number;
    return timeA < timeB || (timeA === timeB && (this.#order[a] as number) < (this.#order[b] as number));
  }

  #siftUp(from: number, at: number): void {
    const heap = this.#heap;
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above] as number;
      if (!this.#before(at, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = at;
  }

  /** Puts a position where the root was taken from. */
  #siftDown(at: number): void {
    const heap = this.#heap;
    const { size } = this;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#before(heap[child + 1] as number, heap[child] as number)) child += 1;
      if (!this.#before(heap[child] as number, at)) break;
      heap[index] = heap[child] as number;
      index = child;
    }
    heap[index] = at;
  }

  #grow(): void {
    const capacity = this.#time.length * 2;
    const grown = <T extends Uint8Array | Uint32Array | Float64Array>(column: T, larger: T): T => {
      larger.set(column);
      return larger;
    };
    this.#heap = grown(this.#heap, new Uint32Array(capacity));
    this.#time = grown(this.#time, new Float64Array(capacity));
    this.#order = grown(this.#order, new Float64Array(capacity));
    this.#node = grown(this.#node, new Uint32Array(capacity));
    this.#kind = grown(this.#kind, new Uint8Array(capacity));
    this.#ref = grown(this.#ref, new Float64Array(capacity));
  }

  /** Messages that pending events carry are handed to `keep`, which names them. */
  save(keep: (message: Message) => number): AgendaState {
    const due = Array.from(this.#heap.subarray(0, this.size)).sort((a, b) => (this.#before(a, b) ? -1 : 1));
    const events = due.map((at) => {
      const message = this.#message[at];
      return [
        this.#time[at] as number,
        this.#order[at] as number,
        this.#node[at] as number,
        this.#kind[at] as number,
        this.#ref[at] as number,
        message === undefined ? 0 : keep(message),
        this.#data[at] ?? null,
      ] as const;
    });
    return { sequence: this.#sequence, events };
  }

  restore({ sequence, events }: AgendaState, find: (number: number) => Message): void {
    this.size = 0;
    this.#free = [];
    this.#message = [];
    this.#data = [];
    for (const [timeMs, order, node, kind, ref, message, data] of events) {
      this.#insert(timeMs, order, node, kind, ref, message === 0 ? undefined : find(message), data ?? undefined);
    }
    this.#sequence = sequence;
  }
}
