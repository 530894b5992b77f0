/**
 * A course over time in bounded memory: a fixed number of buckets that begin narrow; when time runs past the last one,
 * neighbours are merged and every bucket becomes twice as wide. However long a simulation, a chart has its points.
 */

/** Buckets of a series; a power of two. */
export const SERIES_BUCKETS = 512;

/** Width of a bucket at first, milliseconds. */
const FIRST_WIDTH_MS = 100;

/** How two neighbours become one. */
export type Merge = "sum" | "max";

export interface SeriesState {
  readonly widthMs: number;
  readonly values: readonly number[];
}

export class TimeSeries {
  widthMs = FIRST_WIDTH_MS;
  readonly values = new Float64Array(SERIES_BUCKETS);
  readonly #merge: Merge;
  /** The bucket that was written last, and the times it is for: mostly the next value belongs there, too. */
  #index = 0;
  #fromMs = 0;
  #untilMs = FIRST_WIDTH_MS;

  constructor(merge: Merge) {
    this.#merge = merge;
  }

  add(timeMs: number, value: number): void {
    const index = this.#at(timeMs);
    this.values[index] = (this.values[index] as number) + value;
  }

  /** Keeps the greatest value of each bucket. */
  raise(timeMs: number, value: number): void {
    const index = this.#at(timeMs);
    if (value > (this.values[index] as number)) this.values[index] = value;
  }

  #at(timeMs: number): number {
    if (timeMs < this.#untilMs && timeMs >= this.#fromMs) return this.#index;
    while (timeMs >= this.widthMs * SERIES_BUCKETS) this.#widen();
    this.#index = Math.floor(timeMs / this.widthMs);
    this.#fromMs = this.#index * this.widthMs;
    this.#untilMs = this.#fromMs + this.widthMs;
    return this.#index;
  }

  #widen(): void {
    const { values } = this;
    for (let index = 0; index < SERIES_BUCKETS / 2; index++) {
      const left = values[2 * index] as number;
      const right = values[2 * index + 1] as number;
      values[index] = this.#merge === "sum" ? left + right : Math.max(left, right);
    }
    values.fill(0, SERIES_BUCKETS / 2);
    this.widthMs *= 2;
  }

  /** The buckets up to a time. */
  until(timeMs: number): SeriesState {
    const count = Math.min(SERIES_BUCKETS, Math.floor(timeMs / this.widthMs) + 1);
    return { widthMs: this.widthMs, values: Array.from(this.values.subarray(0, count)) };
  }

  restore({ widthMs, values }: SeriesState): void {
    this.widthMs = widthMs;
    this.values.fill(0);
    this.values.set(values);
    this.#fromMs = 0;
    this.#untilMs = 0;
  }
}
