/** The meters of a simulation, by node and name; what they say, at the end or at any moment for a chart. */
import type { DistributionSketch, SketchState } from "./distribution-sketch.ts";
import {
  AgeMeter,
  type AgeState,
  type Clock,
  CounterMeter,
  type CounterState,
  GaugeMeter,
  type GaugeState,
  HistogramMeter,
} from "./meters.ts";
import type { SeriesState } from "./time-series.ts";

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

/** Milliseconds; 0 while nothing is there. */
export interface AgeMetric {
  readonly kind: "age";
  readonly value: number;
  readonly max: number;
  /** The greatest age of each bucket of time. */
  readonly series: SeriesState;
}

export interface HistogramMetric {
  readonly kind: "histogram";
  readonly count: number;
  readonly mean: number;
  readonly min: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

export type Metric = CounterMetric | GaugeMetric | AgeMetric | HistogramMetric;

/** By node, then by name. */
export type Metrics = Readonly<Record<string, Readonly<Record<string, Metric>>>>;

/** One metric of a kind; undefined where there is none, or it is of another kind. */
export function metricOf<K extends Metric["kind"]>(
  metrics: Metrics,
  node: string,
  name: string,
  kind: K,
): Extract<Metric, { readonly kind: K }> | undefined {
  const metric = metrics[node]?.[name];
  return metric?.kind === kind ? (metric as Extract<Metric, { readonly kind: K }>) : undefined;
}

type Meter = CounterMeter | GaugeMeter | AgeMeter | HistogramMeter;

/** What a checkpoint keeps. */
export type MeterStates = readonly MeterState[];

type MeterState = { readonly node: string; readonly name: string } & (
  | { readonly kind: "counter"; readonly state: CounterState }
  | { readonly kind: "gauge"; readonly state: GaugeState }
  | { readonly kind: "age"; readonly state: AgeState }
  | { readonly kind: "histogram"; readonly state: SketchState }
);

/** All meters of a simulation. Who asks twice for the same gets the same. */
export class Meters {
  readonly #clock: Clock;
  readonly #byNode = new Map<string, Map<string, Meter>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  counter(node: string, name: string): CounterMeter {
    return this.#of(node, name, CounterMeter);
  }

  gauge(node: string, name: string): GaugeMeter {
    return this.#of(node, name, GaugeMeter);
  }

  age(node: string, name: string): AgeMeter {
    return this.#of(node, name, AgeMeter);
  }

  histogram(node: string, name: string): HistogramMeter {
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

  /** What one says now, without its course over time. */
  reading(node: string, name: string): number | undefined {
    const meter = this.#byNode.get(node)?.get(name);
    if (meter instanceof CounterMeter) return meter.total;
    if (meter instanceof GaugeMeter) return meter.value;
    if (meter instanceof AgeMeter) return meter.ageMs;
    return meter?.sketch.count;
  }

  metrics(): Metrics {
    const { timeMs } = this.#clock;
    const named = [...this.#byNode].map(([node, meters]) => {
      const metrics = [...meters].map(([name, meter]) => [name, read(meter, timeMs)] as const);
      return [node, Object.fromEntries(metrics)] as const;
    });
    return Object.fromEntries(named);
  }

  save(): MeterStates {
    return [...this.#byNode].flatMap(([node, meters]) =>
      [...meters].map(([name, meter]): MeterState => {
        if (meter instanceof CounterMeter) return { node, name, kind: "counter", state: meter.state() };
        if (meter instanceof GaugeMeter) return { node, name, kind: "gauge", state: meter.state() };
        if (meter instanceof AgeMeter) return { node, name, kind: "age", state: meter.state() };
        return { node, name, kind: "histogram", state: meter.state() };
      }),
    );
  }

  restore(states: MeterStates): void {
    for (const saved of states) {
      const { node, name } = saved;
      if (saved.kind === "counter") this.counter(node, name).restore(saved.state);
      else if (saved.kind === "gauge") this.gauge(node, name).restore(saved.state);
      else if (saved.kind === "age") this.age(node, name).restore(saved.state);
      else this.histogram(node, name).restore(saved.state);
    }
  }
}

function read(meter: Meter, timeMs: number): Metric {
  if (meter instanceof CounterMeter) {
    const { total, series } = meter.closed();
    return { kind: "counter", total, series };
  }
  if (meter instanceof GaugeMeter) return gaugeMetric(meter.closed(), timeMs);
  if (meter instanceof HistogramMeter) return histogramMetric(meter.sketch);
  const { sinceMs, greatest } = meter.closed();
  return {
    kind: "age",
    value: sinceMs === null ? 0 : timeMs - sinceMs,
    max: Math.max(0, ...greatest.values),
    series: greatest,
  };
}

function gaugeMetric({ value, greatest, areas }: GaugeState, timeMs: number): GaugeMetric {
  const { widthMs } = areas;
  const means = areas.values.map((area, index) => {
    const lastedMs = Math.min(widthMs, timeMs - index * widthMs);
    return lastedMs === 0 ? value : area / lastedMs;
  });
  const area = areas.values.reduce((sum, each) => sum + each, 0);
  return {
    kind: "gauge",
    value,
    max: Math.max(0, ...greatest.values),
    mean: timeMs === 0 ? value : area / timeMs,
    series: greatest,
    means: { widthMs, values: means },
  };
}

function histogramMetric(sketch: DistributionSketch): HistogramMetric {
  const { count, mean, least, greatest } = sketch;
  const [p50 = 0, p90 = 0, p95 = 0, p99 = 0, p999 = 0] = sketch.percentiles([0.5, 0.9, 0.95, 0.99, 0.999]);
  return { kind: "histogram", count, mean, min: count === 0 ? 0 : least, p50, p90, p95, p99, p999, max: greatest };
}
