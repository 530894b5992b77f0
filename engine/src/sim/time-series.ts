/**
 * A course over time in bounded memory: a fixed number of buckets that begin narrow; when time runs past the last one,
 * neighbours are merged and every bucket becomes twice as wide. However long a simulation, a chart has its points.
 */

/** Buckets of a series at most; a power of two. */
export const SERIES_BUCKETS = 512;

/** Width of a bucket at first, milliseconds. */
export const FIRST_WIDTH_MS = 100;

/** How two neighbours become one. */
export type Merge = "sum" | "max";

/** As plain data: buckets from time 0 on, without those at the end in which nothing was. */
export interface SeriesState {
  readonly widthMs: number;
  readonly values: readonly number[];
}

export class TimeSeries {
  widthMs = FIRST_WIDTH_MS;
  /** As many as have been written to. A plain list: thousands of series are short, and each is one object less away. */
  #values: number[] = [];
  readonly #merge: Merge;

  constructor(merge: Merge) {
    this.#merge = merge;
  }

  add(timeMs: number, value: number): void {
    const index = this.#at(timeMs);
    this.#values[index] = (this.#values[index] as number) + value;
  }

  /** Keeps the greatest value of each bucket. */
  raise(timeMs: number, value: number): void {
    const index = this.#at(timeMs);
    if (value > (this.#values[index] as number)) this.#values[index] = value;
  }

  /** Makes buckets wide enough to reach a time. */
  reach(timeMs: number): void {
    while (timeMs >= this.widthMs * SERIES_BUCKETS) this.#widen();
  }

  #at(timeMs: number): number {
    this.reach(timeMs);
    const index = Math.floor(timeMs / this.widthMs);
    while (this.#values.length <= index) this.#values.push(0);
    return index;
  }

  #widen(): void {
    const values = this.#values;
    const half = Math.ceil(values.length / 2);
    for (let index = 0; index < half; index++) {
      const left = values[2 * index] as number;
      const right = values[2 * index + 1] ?? 0;
      values[index] = this.#merge === "sum" ? left + right : Math.max(left, right);
    }
    values.length = half;
    this.widthMs *= 2;
  }

  state(): SeriesState {
    let { length } = this.#values;
    while (length > 0 && this.#values[length - 1] === 0) length -= 1;
    const values: number[] = [];
    for (let index = 0; index < length; index++) values.push(this.#values[index] as number);
    return { widthMs: this.widthMs, values };
  }

  restore({ widthMs, values }: SeriesState): void {
    this.widthMs = widthMs;
    this.#values = [...values];
  }
}
