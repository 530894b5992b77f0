/**
 * Deadlines of one node's own things: the earliest first, first set first among equals. Things that no longer wait for
 * their deadline stay until it comes, or until they are the greater part: then they are thrown out together, so that
 * memory follows what really waits.
 */
import type { JsonValue } from "../json.ts";

/** Timers as plain data: [time, order, item]. */
export interface TimersState<S> {
  readonly order: number;
  readonly timers: readonly (readonly [number, number, S])[];
}

/** Below this it is not worth while to throw stale ones out. */
const MIN_STALE = 256;

export class TimerHeap<T> {
  readonly #isStale: (item: T, timeMs: number) => boolean;
  #times: number[] = [];
  #items: T[] = [];
  /** Breaks ties. */
  #orders: number[] = [];
  #order = 0;
  /** When this many are there, stale ones are looked for. */
  #cleanAt = MIN_STALE;

  /** `isStale`: whether an item no longer waits for the deadline that it was set for. */
  constructor(isStale: (item: T, timeMs: number) => boolean) {
    this.#isStale = isStale;
  }

  set(timeMs: number, item: T): void {
    if (this.#times.length >= this.#cleanAt) this.#clean();
    this.#order += 1;
    this.#push(timeMs, this.#order, item);
  }

  /** The earliest deadline that something waits for; Infinity where nothing does. */
  get nextMs(): number {
    for (;;) {
      const time = this.#times[0];
      if (time === undefined) return Number.POSITIVE_INFINITY;
      if (!this.#isStale(this.#items[0] as T, time)) return time;
      this.#pop();
    }
  }

  /** Takes the earliest one out whose deadline has come. */
  take(nowMs: number): T | undefined {
    if (this.nextMs > nowMs) return undefined;
    const item = this.#items[0];
    this.#pop();
    return item;
  }

  clear(): void {
    this.#times = [];
    this.#items = [];
    this.#orders = [];
  }

  #clean(): void {
    const kept = this.#times.flatMap((time, index) => {
      const item = this.#items[index] as T;
      return this.#isStale(item, time) ? [] : [{ time, order: this.#orders[index] as number, item }];
    });
    this.clear();
    for (const { time, order, item } of kept) this.#push(time, order, item);
    this.#cleanAt = Math.max(MIN_STALE, 2 * kept.length);
  }

  #push(time: number, order: number, item: T): void {
    const { length } = this.#times;
    let at = length;
    this.#times.push(time);
    this.#orders.push(order);
    this.#items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(time, order, above)) break;
      this.#copy(above, at);
      at = above;
    }
    this.#put(at, time, order, item);
  }

  #pop(): void {
    const time = this.#times.pop() as number;
    const order = this.#orders.pop() as number;
    const item = this.#items.pop() as T;
    const { length } = this.#times;
    if (length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (
        child + 1 < length &&
        this.#isBefore(this.#times[child + 1] as number, this.#orders[child + 1] as number, child)
      )
        child += 1;
      if (this.#isBefore(time, order, child)) break;
      this.#copy(child, at);
      at = child;
    }
    this.#put(at, time, order, item);
  }

  #isBefore(time: number, order: number, index: number): boolean {
    const other = this.#times[index] as number;
    return time < other || (time === other && order < (this.#orders[index] as number));
  }

  #copy(from: number, to: number): void {
    this.#put(to, this.#times[from] as number, this.#orders[from] as number, this.#items[from] as T);
  }

  #put(at: number, time: number, order: number, item: T): void {
    this.#times[at] = time;
    this.#orders[at] = order;
    this.#items[at] = item;
  }

  /** What still waits, in the order in which it will be taken. */
  save<S extends JsonValue>(write: (item: T) => S): TimersState<S> {
    const timers = this.#times
      .map((time, index) => ({ time, order: this.#orders[index] as number, item: this.#items[index] as T }))
      .filter(({ time, item }) => !this.#isStale(item, time))
      .sort((a, b) => a.time - b.time || a.order - b.order);
    return { order: this.#order, timers: timers.map(({ time, order, item }) => [time, order, write(item)] as const) };
  }

  restore<S>({ order, timers }: TimersState<S>, read: (item: S) => T): void {
    this.clear();
    for (const [time, each, item] of timers) this.#push(time, each, read(item));
    this.#order = order;
  }
}
