/**
 * What is counted while a simulation runs, in place, and in memory that does not grow with the number of messages. Each
 * meter has a short way for what happens within one bucket of time, which is nearly everything: that part is "open"
 * until the bucket is over. Looking at a meter changes nothing of it, so that whoever looks changes no rounding.
 */
import { DistributionSketch, type SketchState } from "./distribution-sketch.ts";
import { FIRST_WIDTH_MS, type SeriesState, TimeSeries } from "./time-series.ts";
import type { Age, Counter, Gauge, Histogram } from "./types.ts";

/** Whoever knows what time it is. */
export interface Clock {
  readonly timeMs: number;
}

/** The end of the bucket that a time is in. */
function endOfBucket(timeMs: number, widthMs: number): number {
  return (Math.floor(timeMs / widthMs) + 1) * widthMs;
}

export interface CounterState {
  readonly total: number;
  readonly series: SeriesState;
  readonly open: number;
  readonly sinceMs: number;
}

export class CounterMeter implements Counter {
  total = 0;
  readonly #clock: Clock;
  readonly #series = new TimeSeries("sum");
  /** What was counted since `#sinceMs`, in the bucket that ends at `#untilMs`. */
  #open = 0;
  #sinceMs = 0;
  #untilMs = FIRST_WIDTH_MS;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(count: number): void {
    if (this.#clock.timeMs >= this.#untilMs) this.#turn();
    this.total += count;
    this.#open += count;
  }

  /** Goes on to the bucket of now. */
  #turn(): void {
    if (this.#open > 0) this.#series.add(this.#sinceMs, this.#open);
    this.#open = 0;
    this.#sinceMs = this.#clock.timeMs;
    this.#series.reach(this.#sinceMs);
    this.#untilMs = endOfBucket(this.#sinceMs, this.#series.widthMs);
  }

  state(): CounterState {
    return { total: this.total, series: this.#series.state(), open: this.#open, sinceMs: this.#sinceMs };
  }

  restore({ total, series, open, sinceMs }: CounterState): void {
    this.total = total;
    this.#series.restore(series);
    this.#open = open;
    this.#sinceMs = sinceMs;
    this.#untilMs = endOfBucket(sinceMs, series.widthMs);
  }

  /** With what is open in its series. */
  closed(): CounterState {
    const copy = new CounterMeter(this.#clock);
    copy.restore(this.state());
    copy.#turn();
    return copy.state();
  }
}

export interface GaugeState {
  readonly value: number;
  /** The greatest value of each bucket, and the sum of value x milliseconds in it. */
  readonly greatest: SeriesState;
  readonly areas: SeriesState;
  readonly sinceMs: number;
  readonly openGreatest: number;
  readonly openArea: number;
}

export class GaugeMeter implements Gauge {
  value = 0;
  readonly #clock: Clock;
  readonly #greatest = new TimeSeries("max");
  readonly #areas = new TimeSeries("sum");
  /** Since when the value is what it is, and what came together in this bucket before. */
  #sinceMs = 0;
  #untilMs = FIRST_WIDTH_MS;
  #openArea = 0;
  #openGreatest = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(value: number): void {
    const { timeMs } = this.#clock;
    if (timeMs >= this.#untilMs) this.#turn();
    else if (timeMs !== this.#sinceMs) {
      this.#openArea += this.value * (timeMs - this.#sinceMs);
      this.#sinceMs = timeMs;
    }
    this.value = value;
    if (value > this.#openGreatest) this.#openGreatest = value;
  }

  /** Goes on to the bucket of now. A value that stayed for many buckets fills each of them. */
  #turn(): void {
    const { timeMs } = this.#clock;
    const { value } = this;
    let fromMs = this.#sinceMs;
    if (this.#openGreatest > 0) this.#greatest.raise(fromMs, this.#openGreatest);
    if (this.#openArea > 0) this.#areas.add(fromMs, this.#openArea);
    this.#greatest.reach(timeMs);
    this.#areas.reach(timeMs);
    const { widthMs } = this.#areas;
    while (value !== 0 && fromMs < timeMs) {
      const untilMs = Math.min(timeMs, endOfBucket(fromMs, widthMs));
      this.#areas.add(fromMs, value * (untilMs - fromMs));
      this.#greatest.raise(fromMs, value);
      fromMs = untilMs;
    }
    this.#sinceMs = timeMs;
    this.#untilMs = endOfBucket(timeMs, widthMs);
    this.#openArea = 0;
    this.#openGreatest = value;
  }

  state(): GaugeState {
    return {
      value: this.value,
      greatest: this.#greatest.state(),
      areas: this.#areas.state(),
      sinceMs: this.#sinceMs,
      openGreatest: this.#openGreatest,
      openArea: this.#openArea,
    };
  }

  restore({ value, greatest, areas, sinceMs, openGreatest, openArea }: GaugeState): void {
    this.value = value;
    this.#greatest.restore(greatest);
    this.#areas.restore(areas);
    this.#sinceMs = sinceMs;
    this.#untilMs = endOfBucket(sinceMs, areas.widthMs);
    this.#openGreatest = openGreatest;
    this.#openArea = openArea;
  }

  /** With what is open in its series. */
  closed(): GaugeState {
    const copy = new GaugeMeter(this.#clock);
    copy.restore(this.state());
    copy.#turn();
    copy.#greatest.raise(copy.#sinceMs, copy.value);
    return copy.state();
  }
}

export interface AgeState {
  /** null: nothing is there. */
  readonly sinceMs: number | null;
  readonly greatest: SeriesState;
  readonly writtenMs: number;
}

export class AgeMeter implements Age {
  readonly #clock: Clock;
  readonly #greatest = new TimeSeries("max");
  #since: number | undefined;
  /** Up to when the series is written. */
  #writtenMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Now, milliseconds; 0 while nothing is there. */
  get ageMs(): number {
    return this.#since === undefined ? 0 : this.#clock.timeMs - this.#since;
  }

  since(timeMs: number | undefined): void {
    if (timeMs === this.#since) return;
    this.#write();
    this.#since = timeMs;
  }

  /** In each bucket that has passed, the age was greatest at its end. */
  #write(): void {
    const { timeMs } = this.#clock;
    const since = this.#since;
    this.#greatest.reach(timeMs);
    if (since !== undefined) {
      const { widthMs } = this.#greatest;
      for (let endMs = endOfBucket(this.#writtenMs, widthMs); endMs <= timeMs; endMs += widthMs) {
        this.#greatest.raise(endMs - widthMs, endMs - since);
      }
      if (timeMs > since) this.#greatest.raise(timeMs, timeMs - since);
    }
    this.#writtenMs = timeMs;
  }

  state(): AgeState {
    return { sinceMs: this.#since ?? null, greatest: this.#greatest.state(), writtenMs: this.#writtenMs };
  }

  restore({ sinceMs, greatest, writtenMs }: AgeState): void {
    this.#since = sinceMs ?? undefined;
    this.#greatest.restore(greatest);
    this.#writtenMs = writtenMs;
  }

  /** With what is open in its series. */
  closed(): AgeState {
    const copy = new AgeMeter(this.#clock);
    copy.restore(this.state());
    copy.#write();
    return copy.state();
  }
}

export class HistogramMeter implements Histogram {
  readonly sketch = new DistributionSketch();

  add(value: number, count = 1): void {
    this.sketch.add(value, count);
  }

  state(): SketchState {
    return this.sketch.state();
  }

  restore(state: SketchState): void {
    this.sketch.restore(state);
  }
}
