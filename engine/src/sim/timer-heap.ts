/**
 * Deadlines of one node's own things: the earliest first, first set first among equals. Mostly they are set in the order
 * in which they fall due (every message is hidden for the same 30 s), so those stand in a line; only what is earlier than
 * the end of the line goes into a heap. Things that no longer wait for their deadline stay until it comes, or until they
 * are the greater part: then they are thrown out together, so that memory follows what really waits.
 */
import type { JsonValue } from "../json.ts";

/** Timers as plain data: [time, order, item]. */
export interface TimersState<S> {
  readonly order: number;
  readonly timers: readonly (readonly [number, number, S])[];
}

interface Timer<T> {
  readonly time: number;
  /** Breaks ties. */
  readonly order: number;
  readonly item: T;
}

/** Below this it is not worth while to throw stale ones out. */
const MIN_STALE = 256;

export class TimerHeap<T> {
  readonly #isStale: (item: T, time: number) => boolean;
  /** The line: times and items, from `#head` on; its orders follow from its end. */
  #lineTimes: number[] = [];
  #lineOrders: number[] = [];
  #lineItems: (T | undefined)[] = [];
  #head = 0;
  #lastTime = Number.NEGATIVE_INFINITY;
  #heap: Timer<T>[] = [];
  #order = 0;
  /** When this many are there, stale ones are looked for. */
  #cleanAt = MIN_STALE;

  /** `isStale`: whether an item no longer waits for the deadline that it was set for. */
  constructor(isStale: (item: T, time: number) => boolean) {
    this.#isStale = isStale;
  }

  get #size(): number {
    return this.#lineTimes.length - this.#head + this.#heap.length;
  }

  set(time: number, item: T): void {
    if (this.#size >= this.#cleanAt) this.#clean();
    this.#order += 1;
    this.#put(time, this.#order, item);
  }

  #put(time: number, order: number, item: T): void {
    if (time < this.#lastTime) {
      this.#push({ time, order, item });
      return;
    }
    this.#lastTime = time;
    this.#lineTimes.push(time);
    this.#lineOrders.push(order);
    this.#lineItems.push(item);
  }

  /** The earliest deadline that something waits for; Infinity where nothing does. */
  get nextMs(): number {
    const fromHeap = this.#heapTime();
    const fromLine = this.#lineTime();
    return Math.min(fromLine, fromHeap);
  }

  /** Takes the earliest one out whose deadline has come. */
  take(now: number): T | undefined {
    const fromHeap = this.#heapTime();
    const fromLine = this.#lineTime();
    if (fromLine > now && fromHeap > now) return undefined;
    const isHeapFirst =
      fromHeap < fromLine ||
      (fromHeap === fromLine && (this.#heap[0] as Timer<T>).order < (this.#lineOrders[this.#head] as number));
    return isHeapFirst ? this.#pop() : this.#shift();
  }

  /** Drops stale ones from the front of the line. */
  #lineTime(): number {
    while (this.#head < this.#lineItems.length) {
      const time = this.#lineTimes[this.#head] as number;
      if (!this.#isStale(this.#lineItems[this.#head] as T, time)) return time;
      this.#shift();
    }
    return Number.POSITIVE_INFINITY;
  }

  #heapTime(): number {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined) return Number.POSITIVE_INFINITY;
      if (!this.#isStale(first.item, first.time)) return first.time;
      this.#pop();
    }
  }

  #shift(): T {
    const item = this.#lineItems[this.#head] as T;
    this.#lineItems[this.#head] = undefined;
    this.#head += 1;
    if (this.#head === this.#lineItems.length) this.#cutLine();
    else if (this.#head >= 1_024 && this.#head * 2 >= this.#lineItems.length) this.#cutLine();
    return item;
  }

  /** Lets go of what has been taken from the line. */
  #cutLine(): void {
    this.#lineTimes = this.#lineTimes.slice(this.#head);
    this.#lineOrders = this.#lineOrders.slice(this.#head);
    this.#lineItems = this.#lineItems.slice(this.#head);
    this.#head = 0;
    if (this.#lineTimes.length === 0) this.#lastTime = Number.NEGATIVE_INFINITY;
  }

  clear(): void {
    this.#head = this.#lineTimes.length;
    this.#cutLine();
    this.#heap = [];
  }

  #clean(): void {
    const kept = this.#waiting();
    this.clear();
    for (const { time, order, item } of kept) this.#put(time, order, item);
    this.#cleanAt = Math.max(MIN_STALE, 2 * kept.length);
  }

  /** Those that are not stale, in the order in which they will be taken. */
  #waiting(): readonly Timer<T>[] {
    const line = this.#lineTimes.slice(this.#head).map((time, index): Timer<T> => {
      const at = this.#head + index;
      return { time, order: this.#lineOrders[at] as number, item: this.#lineItems[at] as T };
    });
    const waiting = [...line, ...this.#heap].filter(({ item, time }) => !this.#isStale(item, time));
    return waiting.sort((a, b) => a.time - b.time || a.order - b.order);
  }

  #push(timer: Timer<T>): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(timer);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as Timer<T>;
      if (isBefore(parent, timer)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = timer;
  }

  #pop(): T {
    const heap = this.#heap;
    const { item } = heap[0] as Timer<T>;
    const last = heap.pop() as Timer<T>;
    const { length } = heap;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && isBefore(heap[child + 1] as Timer<T>, heap[child] as Timer<T>)) child += 1;
      if (isBefore(last, heap[child] as Timer<T>)) break;
      heap[at] = heap[child] as Timer<T>;
      at = child;
    }
    if (length > 0) heap[at] = last;
    return item;
  }

  /** What still waits, in the order in which it will be taken. */
  save<S extends JsonValue>(write: (item: T) => S): TimersState<S> {
    return { order: this.#order, timers: this.#waiting().map(({ time, order, item }) => [time, order, write(item)]) };
  }

  restore<S>({ order, timers }: TimersState<S>, read: (item: S) => T): void {
    this.clear();
    for (const [time, each, item] of timers) this.#put(time, each, read(item));
    this.#order = order;
    this.#cleanAt = Math.max(MIN_STALE, 2 * timers.length);
  }
}

function isBefore<T>(a: Timer<T>, b: Timer<T>): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order);
}
