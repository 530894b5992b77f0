/**
 * Deadlines of one node's own things: the earliest first, among equals the one of the lowest rank, so that nothing hangs
 * on when they were set. Mostly they are set in the order in which they fall due (every message is hidden for the same
 * 30 s), so those stand in a line; only what is earlier than the end of the line goes into a heap. Things that no longer
 * wait for their deadline stay until it comes, or until they are the greater part: then they are thrown out together, so
 * that memory follows what really waits.
 */
import type { JsonValue } from "../json.ts";

/** Timers as plain data, in the order in which they will be taken. */
export type TimersState<S> = readonly (readonly [time: number, item: S])[];

interface Timer<T> {
  readonly time: number;
  /** Breaks ties. */
  readonly rank: number;
  readonly item: T;
}

/** Below this it is not worth while to throw stale ones out. */
const MIN_STALE = 512;

export class TimerHeap<T> {
  readonly #isStale: (item: T, time: number) => boolean;
  readonly #rankOf: (item: T) => number;
  /** The line, from `#head` on. */
  #lineTimes: number[] = [];
  #lineRanks: number[] = [];
  #lineItems: (T | undefined)[] = [];
  #head = 0;
  #lastTime = Number.NEGATIVE_INFINITY;
  #lastRank = 0;
  #heap: Timer<T>[] = [];
  /** When this many are there, stale ones are looked for. */
  #cleanAt = MIN_STALE;

  /** `isStale`: whether an item no longer waits for the deadline that it was set for. `rankOf`: its own number. */
  constructor(isStale: (item: T, time: number) => boolean, rankOf: (item: T) => number) {
    this.#isStale = isStale;
    this.#rankOf = rankOf;
  }

  get #size(): number {
    return this.#lineTimes.length - this.#head + this.#heap.length;
  }

  set(time: number, item: T): void {
    if (this.#size >= this.#cleanAt) this.#makeRoom();
    this.#put(time, this.#rankOf(item), item);
  }

  #put(time: number, rank: number, item: T): void {
    if (time < this.#lastTime || (time === this.#lastTime && rank < this.#lastRank)) {
      this.#push({ time, rank, item });
      return;
    }
    this.#lastTime = time;
    this.#lastRank = rank;
    this.#lineTimes.push(time);
    this.#lineRanks.push(rank);
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
      (fromHeap === fromLine && (this.#heap[0] as Timer<T>).rank < (this.#lineRanks[this.#head] as number));
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
    this.#lineRanks = this.#lineRanks.slice(this.#head);
    this.#lineItems = this.#lineItems.slice(this.#head);
    this.#head = 0;
    if (this.#lineTimes.length === 0) this.#lastTime = Number.NEGATIVE_INFINITY;
  }

  clear(): void {
    this.#head = this.#lineTimes.length;
    this.#cutLine();
    this.#heap = [];
  }

  /** Mostly what is stale stands in front, and goes without much ado. */
  #makeRoom(): void {
    this.#lineTime();
    this.#heapTime();
    if (this.#size * 2 > this.#cleanAt) this.#clean();
  }

  /** In place: both stay in their order. */
  #clean(): void {
    let kept = 0;
    for (let at = this.#head; at < this.#lineItems.length; at++) {
      const time = this.#lineTimes[at] as number;
      const item = this.#lineItems[at] as T;
      if (this.#isStale(item, time)) continue;
      this.#lineTimes[kept] = time;
      this.#lineRanks[kept] = this.#lineRanks[at] as number;
      this.#lineItems[kept] = item;
      kept += 1;
    }
    this.#lineTimes.length = kept;
    this.#lineRanks.length = kept;
    this.#lineItems.length = kept;
    this.#head = 0;
    if (kept === 0) this.#lastTime = Number.NEGATIVE_INFINITY;
    // Sorted, a heap is a heap still.
    this.#heap = this.#heap.filter(({ item, time }) => !this.#isStale(item, time)).sort(byTimeAndRank);
    this.#cleanAt = Math.max(MIN_STALE, 2 * this.#size);
  }

  /** Those that are not stale, in the order in which they will be taken; once each, also if a deadline was set again. */
  #waiting(): readonly Timer<T>[] {
    const line = this.#lineTimes.slice(this.#head).map((time, index): Timer<T> => {
      const at = this.#head + index;
      return { time, rank: this.#lineRanks[at] as number, item: this.#lineItems[at] as T };
    });
    const waiting = [...line, ...this.#heap].filter(({ item, time }) => !this.#isStale(item, time));
    waiting.sort(byTimeAndRank);
    return waiting.filter(({ item }, index) => item !== waiting[index - 1]?.item);
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

  /** What still waits. */
  save<S extends JsonValue>(write: (item: T) => S): TimersState<S> {
    return this.#waiting().map(({ time, item }) => [time, write(item)]);
  }

  restore<S>(timers: TimersState<S>, read: (item: S) => T): void {
    this.clear();
    for (const [time, saved] of timers) {
      const item = read(saved);
      this.#put(time, this.#rankOf(item), item);
    }
    this.#cleanAt = Math.max(MIN_STALE, 2 * timers.length);
  }
}

function isBefore<T>(a: Timer<T>, b: Timer<T>): boolean {
  return a.time < b.time || (a.time === b.time && a.rank < b.rank);
}

function byTimeAndRank<T>(a: Timer<T>, b: Timer<T>): number {
  return a.time - b.time || a.rank - b.rank;
}
