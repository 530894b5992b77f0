import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../../engine/src/random.ts";
import { DistributionSketch } from "../../../engine/src/sim/distribution-sketch.ts";
import { Meters, type Metrics, metricOf } from "../../../engine/src/sim/metrics.ts";
import { SERIES_BUCKETS } from "../../../engine/src/sim/time-series.ts";

/** A clock that is set by hand, and the meters of one node. */
function metersAt(): { readonly clock: { timeMs: number }; readonly meters: Meters } {
  const clock = { timeMs: 0 };
  return { clock, meters: new Meters(clock) };
}

const copy = (meters: Meters): ReturnType<Meters["save"]> => JSON.parse(JSON.stringify(meters.save())) as never;

const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.nat(9)), { minLength: 1, maxLength: 60 });

describe("counters", () => {
  it("count in all, and in each bucket of time", () => {
    fc.assert(
      fc.property(changes, (steps) => {
        const { clock, meters } = metersAt();
        const counter = meters.counter("n", "c");
        for (const [afterMs, count] of steps) {
          clock.timeMs += afterMs;
          counter.add(count);
        }
        const { total, series } = metricOf(meters.metrics(), "n", "c", "counter") as never as {
          total: number;
          series: { widthMs: number; values: number[] };
        };
        const wanted: number[] = [];
        let timeMs = 0;
        for (const [afterMs, count] of steps) {
          timeMs += afterMs;
          const bucket = Math.floor(timeMs / series.widthMs);
          wanted[bucket] = (wanted[bucket] ?? 0) + count;
        }
        expect(total).toBe(steps.reduce((sum, [, count]) => sum + count, 0));
        expect(series.values.length).toBeLessThanOrEqual(SERIES_BUCKETS);
        for (let bucket = 0; bucket < wanted.length; bucket++)
          expect(series.values[bucket] ?? 0).toBe(wanted[bucket] ?? 0);
      }),
    );
  });
});

describe("gauges and ages", () => {
  it("know mean, maximum and course, weighted by time", () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 40_000 }), (steps, restMs) => {
        const { clock, meters } = metersAt();
        const gauge = meters.gauge("n", "g");
        let area = 0;
        let value = 0;
        for (const [afterMs, next] of steps) {
          clock.timeMs += afterMs;
          area += value * afterMs;
          value = next;
          gauge.set(value);
        }
        clock.timeMs += restMs;
        area += value * restMs;
        const metric = metricOf(meters.metrics(), "n", "g", "gauge");
        expect(metric?.value).toBe(value);
        expect(metric?.max).toBe(Math.max(0, ...steps.map(([, each]) => each)));
        expect(metric?.mean).toBeCloseTo(area / clock.timeMs, 6);
        const { series, means } = metric ?? { series: { widthMs: 1, values: [] }, means: { widthMs: 1, values: [] } };
        for (const [index, mean] of means.values.entries())
          expect(mean).toBeLessThanOrEqual((series.values[index] ?? 0) + 1e-9);
      }),
    );
  });

  it("grow old while something is there", () => {
    const { clock, meters } = metersAt();
    const age = meters.age("n", "a");
    clock.timeMs = 1_000;
    age.since(1_000);
    clock.timeMs = 1_450;
    const metric = (): ReturnType<typeof metricOf<"age">> => metricOf(meters.metrics(), "n", "a", "age");
    expect(metric()).toMatchObject({ value: 450, max: 450 });
    age.since(1_400);
    clock.timeMs = 1_500;
    age.since(undefined);
    clock.timeMs = 9_000;
    expect(metric()).toMatchObject({ value: 0, max: 450 });
    expect(metric()?.series.values).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 200, 300, 400, 450, 100]);
  });
});

describe("all meters", () => {
  it("go on as if nothing had happened after they were saved or looked at", () => {
    fc.assert(
      fc.property(changes, fc.nat(60), (steps, saveAt) => {
        const [one, other] = [metersAt(), metersAt()];
        let { clock, meters } = other;
        for (const [index, [afterMs, value]] of steps.entries()) {
          one.clock.timeMs += afterMs;
          clock.timeMs += afterMs;
          if (index === saveAt) {
            meters.metrics();
            const restored = new Meters(clock);
            restored.restore(copy(meters));
            meters = restored;
          }
          for (const each of [one.meters, meters]) {
            each.counter("n", "c").add(value + 0.1);
            each.gauge("n", "g").set(value + 0.1);
            each.age("n", "a").since(value % 3 === 0 ? undefined : clock.timeMs - value);
            each.histogram("n", "h").add(value + 0.1);
          }
        }
        expect(copy(meters)).toEqual(copy(one.meters));
        expect(JSON.parse(JSON.stringify(meters.metrics()))).toEqual(
          JSON.parse(JSON.stringify(one.meters.metrics())) as Metrics,
        );
      }),
    );
  });

  it("are one for a name, and of one kind", () => {
    const { meters } = metersAt();
    expect(meters.counter("n", "x")).toBe(meters.counter("n", "x"));
    expect(() => meters.gauge("n", "x")).toThrow("another kind");
  });

  it("take no memory that grows with time", () => {
    const { clock, meters } = metersAt();
    for (let day = 0; day < 400; day++) {
      clock.timeMs = day * 86_400_000;
      meters.counter("n", "c").add(1);
      meters.gauge("n", "g").set(day % 5);
      meters.age("n", "a").since(clock.timeMs);
    }
    expect(JSON.stringify(meters.save()).length).toBeLessThan(40_000);
  });
});

describe("the sketch of a distribution", () => {
  it.each([0.05, 1, 60, 5_000, 3e6, 4e12])("knows percentiles within 1 %, values around %d", (scale) => {
    const random = createRandom(1);
    const sketch = new DistributionSketch();
    const values = Array.from({ length: 20_000 }, () => scale * (0.2 + 3 * random.next() ** 4));
    for (const value of values) sketch.add(value);
    values.sort((a, b) => a - b);
    for (const share of [0.001, 0.5, 0.9, 0.99, 0.999]) {
      const exact = values[Math.ceil(share * values.length) - 1] as number;
      expect(Math.abs(sketch.percentile(share) - exact)).toBeLessThan(0.01 * exact);
    }
    expect(sketch.least).toBe(values[0]);
    expect(sketch.greatest).toBe(values.at(-1));
  });

  it("is 0 where nothing was added, and 0 for zeros", () => {
    const sketch = new DistributionSketch();
    expect([sketch.mean, sketch.percentile(0.5), sketch.state().least]).toEqual([0, 0, 0]);
    sketch.add(0, 5);
    expect([sketch.count, sketch.percentile(0.99)]).toEqual([5, 0]);
  });
});
