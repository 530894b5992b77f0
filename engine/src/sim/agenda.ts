/**
 * The virtual clock's agenda: events ordered by (time, sequence), so that what was set first happens first among equals.
 * A binary heap over columns of numbers: a pending event costs no allocation, and a save is a copy. The heap holds times
 * and slots; what is known of an event stands in its slot and never moves.
 */
import type { JsonValue } from "../json.ts";
import type { Message } from "./types.ts";

/** Capacity that an empty agenda begins with, events. */
const FIRST_CAPACITY = 1_024;

/** What the flags of an event say. */
const IDLE = 1;
const WITH_DATA = 2;

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
  /** In the order in which they fall due. */
  readonly events: readonly SavedEvent[];
}

type SavedEvent = readonly [
  timeMs: number,
  sequence: number,
  node: number,
  kind: number,
  ref: number,
  /** 0: none. */
  message: number,
  /** null: none. */
  data: JsonValue,
  isIdle: 0 | 1,
];

export class Agenda {
  /** The event that `pop` took out: one object, written over by the next. */
  readonly due: DueEvent = { timeMs: 0, node: 0, kind: 0, ref: 0, message: undefined, data: undefined };
  size = 0;
  /** How many of them are idle: they go on whether there are messages or not. */
  idle = 0;
  #sequence = 0;
  /** The heap: when, and which slot. */
  #times = new Float64Array(FIRST_CAPACITY);
  #slots = new Uint32Array(FIRST_CAPACITY);
  /** By slot. */
  #order = new Float64Array(FIRST_CAPACITY);
  #node = new Uint32Array(FIRST_CAPACITY);
  #kind = new Uint8Array(FIRST_CAPACITY);
  #ref = new Float64Array(FIRST_CAPACITY);
  #flags = new Uint8Array(FIRST_CAPACITY);
  #message: (Message | undefined)[] = [];
  /** By slot, too, of the few events that carry any. */
  readonly #data = new Map<number, JsonValue>();
  /** Slots that are free again, and how many of all have ever been used. */
  #free = new Uint32Array(FIRST_CAPACITY);
  #freeCount = 0;
  #used = 0;

  /** When the next event falls due; Infinity where there is none. */
  get nextMs(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.#times[0] as number);
  }

  push(
    timeMs: number,
    node: number,
    kind: number,
    ref: number,
    message?: Message,
    data?: JsonValue,
    isIdle: 0 | 1 = 0,
  ): void {
    this.#sequence += 1;
    const slot = this.#freeSlot();
    this.#order[slot] = this.#sequence;
    this.#node[slot] = node;
    this.#kind[slot] = kind;
    this.#ref[slot] = ref;
    this.#message[slot] = message;
    this.#flags[slot] = data === undefined ? isIdle : isIdle | WITH_DATA;
    if (data !== undefined) this.#data.set(slot, data);
    this.idle += isIdle;
    this.#siftUp(timeMs, slot);
  }

  #freeSlot(): number {
    if (this.#freeCount > 0) {
      this.#freeCount -= 1;
      return this.#free[this.#freeCount] as number;
    }
    if (this.#used === this.#times.length) this.#grow();
    this.#used += 1;
    return this.#used - 1;
  }

  /** What is new comes after everything of the same time: its sequence is the highest. */
  #siftUp(timeMs: number, slot: number): void {
    const times = this.#times;
    const slots = this.#slots;
    let index = this.size;
    this.size += 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const time = times[above] as number;
      if (time <= timeMs) break;
      times[index] = time;
      slots[index] = slots[above] as number;
      index = above;
    }
    times[index] = timeMs;
    slots[index] = slot;
  }

  /** Takes the earliest event out, into `due`. False where there is none. */
  pop(): boolean {
    if (this.size === 0) return false;
    const slot = this.#slots[0] as number;
    const { due } = this;
    due.timeMs = this.#times[0] as number;
    due.node = this.#node[slot] as number;
    due.kind = this.#kind[slot] as number;
    due.ref = this.#ref[slot] as number;
    due.message = this.#message[slot];
    due.data = undefined;
    this.#message[slot] = undefined;
    const flags = this.#flags[slot] as number;
    if (flags !== 0) this.#takeFlags(slot, flags);
    this.#free[this.#freeCount] = slot;
    this.#freeCount += 1;
    this.size -= 1;
    if (this.size > 0) this.#siftDown();
    return true;
  }

  #takeFlags(slot: number, flags: number): void {
    if ((flags & IDLE) !== 0) this.idle -= 1;
    if ((flags & WITH_DATA) === 0) return;
    this.due.data = this.#data.get(slot);
    this.#data.delete(slot);
  }

  /** Puts the last of the heap where the first was taken from. */
  #siftDown(): void {
    const times = this.#times;
    const slots = this.#slots;
    const order = this.#order;
    const { size } = this;
    const timeMs = times[size] as number;
    const slot = slots[size] as number;
    const sequence = order[slot] as number;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      let time = times[child] as number;
      if (child + 1 < size) {
        const other = times[child + 1] as number;
        if (other < time || (other === time && this.#isFirst(child + 1, child))) {
          child += 1;
          time = other;
        }
      }
      if (time > timeMs || (time === timeMs && (order[slots[child] as number] as number) > sequence)) break;
      times[index] = time;
      slots[index] = slots[child] as number;
      index = child;
    }
    times[index] = timeMs;
    slots[index] = slot;
  }

  /** Of two of the same time, by places in the heap: whether the first was set first. */
  #isFirst(a: number, b: number): boolean {
    return (this.#order[this.#slots[a] as number] as number) < (this.#order[this.#slots[b] as number] as number);
  }

  #grow(): void {
    const capacity = this.#times.length * 2;
    const floats = (column: Float64Array): Float64Array<ArrayBuffer> => copied(column, new Float64Array(capacity));
    const integers = (column: Uint32Array): Uint32Array<ArrayBuffer> => copied(column, new Uint32Array(capacity));
    const bytes = (column: Uint8Array): Uint8Array<ArrayBuffer> => copied(column, new Uint8Array(capacity));
    this.#times = floats(this.#times);
    this.#slots = integers(this.#slots);
    this.#order = floats(this.#order);
    this.#node = integers(this.#node);
    this.#kind = bytes(this.#kind);
    this.#ref = floats(this.#ref);
    this.#flags = bytes(this.#flags);
    this.#free = integers(this.#free);
  }

  /** Messages that pending events carry are handed to `keep`, which names them. */
  save(keep: (message: Message) => number): AgendaState {
    const places = Array.from({ length: this.size }, (_, place) => place);
    places.sort((a, b) => {
      const between = (this.#times[a] as number) - (this.#times[b] as number);
      return between === 0 ? (this.#isFirst(a, b) ? -1 : 1) : between;
    });
    const events = places.map((place): SavedEvent => {
      const slot = this.#slots[place] as number;
      const message = this.#message[slot];
      return [
        this.#times[place] as number,
        this.#order[slot] as number,
        this.#node[slot] as number,
        this.#kind[slot] as number,
        this.#ref[slot] as number,
        message === undefined ? 0 : keep(message),
        this.#data.get(slot) ?? null,
        ((this.#flags[slot] as number) & IDLE) === 0 ? 0 : 1,
      ];
    });
    return { sequence: this.#sequence, events };
  }

  restore({ sequence, events }: AgendaState, find: (number: number) => Message): void {
    this.size = 0;
    this.idle = 0;
    this.#freeCount = 0;
    this.#used = 0;
    this.#message = [];
    this.#data.clear();
    for (const [timeMs, order, node, kind, ref, message, data, isIdle] of events) {
      this.#sequence = order - 1;
      this.push(timeMs, node, kind, ref, message === 0 ? undefined : find(message), data ?? undefined, isIdle);
    }
    this.#sequence = sequence;
  }
}

function copied<T extends Uint8Array | Uint32Array | Float64Array>(
  column: Uint8Array | Uint32Array | Float64Array,
  larger: T,
): T {
  larger.set(column);
  return larger;
}
