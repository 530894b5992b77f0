/**
 * What is counted while a simulation runs: by node and name, in all and over time, in memory that does not grow with
 * the number of messages. Updated in place; read at the end, or at any moment for a chart.
 */
import { DistributionSketch, type SketchState } from "./distribution-sketch.ts";
import { type SeriesState, TimeSeries } from "./time-series.ts";
import type { Counter, Gauge, Histogram } from "./types.ts";

/** Whoever knows what time it is. */
interface Clock {
  timeMs: number;
}

export interface CounterMetric {
  readonly kind: "counter";
  readonly total: number;
  /** How many in each bucket of time. */
  readonly series: SeriesState;
}

export interface GaugeMetric {
  readonly kind: "gauge";
  /** Now. */
  readonly value: number;
  readonly max: number;
  /** Over time, weighted by how long each value stayed. */
  readonly mean: number;
  /** The greatest value of each bucket of time, and the mean. */
  readonly series: SeriesState;
  readonly means: SeriesState;
}

export interface HistogramMetric {
  readonly kind: "histogram";
  readonly count: number;
  readonly mean: number;
  readonly min: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

export type Metric = CounterMetric | GaugeMetric | HistogramMetric;

/** By node, then by name. */
export type Metrics = Readonly<Record<string, Readonly<Record<string, Metric>>>>;

interface CounterState {
  readonly total: number;
  readonly series: SeriesState;
}

class CounterMeter implements Counter {
  total = 0;
  readonly #series = new TimeSeries("sum");
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(count: number): void {
    this.total += count;
    this.#series.add(this.#clock.timeMs, count);
  }

  metric(): CounterMetric {
    return { kind: "counter", total: this.total, series: this.#series.until(this.#clock.timeMs) };
  }

  save(): { kind: "counter"; state: CounterState } {
    return { kind: "counter", state: { total: this.total, series: this.#series.until(this.#clock.timeMs) } };
  }

  restore({ total, series }: CounterState): void {
    this.total = total;
    this.#series.restore(series);
  }
}

interface GaugeState {
  readonly value: number;
  readonly max: number;
  readonly sinceMs: number;
  readonly area: number;
  readonly series: SeriesState;
  readonly areas: SeriesState;
}

class GaugeMeter implements Gauge {
  value = 0;
  #max = 0;
  /** Since when the value is what it is, and value x milliseconds up to then. */
  #sinceMs = 0;
  #area = 0;
  readonly #series = new TimeSeries("max");
  readonly #areas = new TimeSeries("sum");
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(value: number): void {
    this.#settle();
    this.value = value;
    if (value > this.#max) this.#max = value;
    this.#series.raise(this.#clock.timeMs, value);
  }

  /** Writes down what has been up to now. A value that stayed for many buckets fills each of them. */
  #settle(): void {
    const { timeMs } = this.#clock;
    const { value } = this;
    let from = this.#sinceMs;
    if (timeMs === from) return;
    this.#area += value * (timeMs - from);
    if (value !== 0) {
      this.#series.raise(timeMs, value); // widens the buckets first, if need be
      this.#areas.add(timeMs, 0);
      const { widthMs } = this.#areas;
      while (from < timeMs) {
        const until = Math.min(timeMs, (Math.floor(from / widthMs) + 1) * widthMs);
        this.#areas.add(from, value * (until - from));
        this.#series.raise(from, value);
        from = until;
      }
    }
    this.#sinceMs = timeMs;
  }

  metric(): GaugeMetric {
    this.#settle();
    const { timeMs } = this.#clock;
    const areas = this.#areas.until(timeMs);
    const means = areas.values.map((area, index) => {
      const widthMs = Math.min(areas.widthMs, timeMs - index * areas.widthMs);
      return widthMs === 0 ? this.value : area / widthMs;
    });
    return {
      kind: "gauge",
      value: this.value,
      max: this.#max,
      mean: timeMs === 0 ? this.value : this.#area / timeMs,
      series: this.#series.until(timeMs),
      means: { widthMs: areas.widthMs, values: means },
    };
  }

  save(): { kind: "gauge"; state: GaugeState } {
    const { timeMs } = this.#clock;
    const state = {
      value: this.value,
      max: this.#max,
      sinceMs: this.#sinceMs,
      area: this.#area,
      series: this.#series.until(timeMs),
      areas: this.#areas.until(timeMs),
    };
    return { kind: "gauge", state };
  }

  restore({ value, max, sinceMs, area, series, areas }: GaugeState): void {
    this.value = value;
    this.#max = max;
    this.#sinceMs = sinceMs;
    this.#area = area;
    this.#series.restore(series);
    this.#areas.restore(areas);
  }
}

class HistogramMeter implements Histogram {
  readonly sketch = new DistributionSketch();

  add(value: number, count = 1): void {
    this.sketch.add(value, count);
  }

  metric(): HistogramMetric {
    const { sketch } = this;
    const { count, mean, greatest: max } = sketch;
    const [p50, p90, p99] = [sketch.percentile(0.5), sketch.percentile(0.9), sketch.percentile(0.99)];
    return { kind: "histogram", count, mean, min: count === 0 ? 0 : sketch.least, p50, p90, p99, max };
  }

  save(): { kind: "histogram"; state: SketchState } {
    return { kind: "histogram", state: this.sketch.state() };
  }

  restore(state: SketchState): void {
    this.sketch.restore(state);
  }
}

type Meter = CounterMeter | GaugeMeter | HistogramMeter;

type MeterState =
  | { readonly kind: "counter"; readonly state: CounterState }
  | { readonly kind: "gauge"; readonly state: GaugeState }
  | { readonly kind: "histogram"; readonly state: SketchState };

/** What a checkpoint keeps. */
export type MeterStates = readonly ({ readonly node: string; readonly name: string } & MeterState)[];

/** All meters of a simulation. Who asks twice for the same gets the same. */
export class Meters {
  readonly #clock: Clock;
  readonly #byNode = new Map<string, Map<string, Meter>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  counter(node: string, name: string): Counter {
    return this.#of(node, name, CounterMeter);
  }

  gauge(node: string, name: string): Gauge {
    return this.#of(node, name, GaugeMeter);
  }

  histogram(node: string, name: string): Histogram {
    return this.#of(node, name, HistogramMeter);
  }

  #of<T extends Meter>(node: string, name: string, kind: new (clock: Clock) => T): T {
    const ofNode = this.#byNode.get(node) ?? new Map<string, Meter>();
    this.#byNode.set(node, ofNode);
    const known = ofNode.get(name);
    if (known instanceof kind) return known;
    if (known !== undefined) throw new Error(`${node} has a metric ${name} of another kind`);
    const meter = new kind(this.#clock);
    ofNode.set(name, meter);
    return meter;
  }

  metrics(): Metrics {
    const named = [...this.#byNode].map(([node, meters]) => {
      const metrics = [...meters].map(([name, meter]) => [name, meter.metric()] as const);
      return [node, Object.fromEntries(metrics)] as const;
    });
    return Object.fromEntries(named);
  }

  save(): MeterStates {
    return [...this.#byNode].flatMap(([node, meters]) =>
      [...meters].map(([name, meter]) => ({ node, name, ...meter.save() })),
    );
  }

  restore(states: MeterStates): void {
    for (const saved of states) {
      const { node, name } = saved;
      if (saved.kind === "counter") this.#of(node, name, CounterMeter).restore(saved.state);
      else if (saved.kind === "gauge") this.#of(node, name, GaugeMeter).restore(saved.state);
      else this.#of(node, name, HistogramMeter).restore(saved.state);
    }
  }
}
