import { describe, expect, it } from "vitest";
import { createRandom } from "../../../engine/src/random.ts";
import {
  type Distribution,
  distributionMistake,
  inverseNormal,
  samplerOf,
} from "../../../engine/src/sim/distribution.ts";

const DRAWS = 40_000;

function draws(distribution: Distribution): readonly number[] {
  const random = createRandom(7);
  const sample = samplerOf(distribution);
  return Array.from({ length: DRAWS }, () => sample(random)).sort((a, b) => a - b);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const at = (values: readonly number[], share: number): number => values[Math.floor(share * values.length)] as number;

describe("draws", () => {
  const rows: readonly [Distribution, { mean?: number; p50?: number; p99?: number }][] = [
    [120, { mean: 120, p99: 120 }],
    [{ constant: 5 }, { mean: 5, p50: 5 }],
    [{ uniform: { min: 100, max: 300 } }, { mean: 200, p50: 200, p99: 298 }],
    [{ normal: { mean: 100, deviation: 10 } }, { mean: 100, p50: 100, p99: 123.26 }],
    [{ exponential: { mean: 100 } }, { mean: 100, p50: 69.3, p99: 460.5 }],
    [{ lognormal: { median: 100, p99: 900 } }, { p50: 100, p99: 900 }],
    [{ percentiles: { p0: 10, p50: 20, p100: 120 } }, { mean: 42.5, p50: 20, p99: 118 }],
    [{ percentiles: { p50: 20, p99: 400 } }, { p99: 400 }],
  ];
  for (const [distribution, expected] of rows) {
    it(JSON.stringify(distribution), () => {
      const values = draws(distribution);
      const near = (value: number, wanted = value): void => {
        expect(Math.abs(value - wanted)).toBeLessThanOrEqual(0.05 * wanted);
      };
      near(mean(values), expected.mean);
      near(at(values, 0.5), expected.p50);
      near(at(values, 0.99), expected.p99);
      expect(values[0]).toBeGreaterThanOrEqual(0);
    });
  }

  it("takes one number of the generator for each, whatever the distribution", () => {
    for (const [distribution] of rows.slice(2)) {
      const [one, other] = [createRandom(3), createRandom(3)];
      samplerOf(distribution)(one);
      other.next();
      expect(one.state()).toEqual(other.state());
    }
  });

  it("never draws below 0", () => {
    expect(draws({ normal: { mean: 1, deviation: 10 } })[0]).toBe(0);
  });

  it("knows the normal distribution's quantiles", () => {
    const known: readonly [number, number][] = [
      [0.5, 0],
      [0.975, 1.959963985],
      [0.999, 3.090232306],
      [0.001, -3.090232306],
      [0.02, -2.053748911],
    ];
    for (const [share, quantile] of known) expect(inverseNormal(share)).toBeCloseTo(quantile, 7);
    expect(Number.isFinite(inverseNormal(0))).toBe(true);
  });
});

describe("mistakes", () => {
  const rows: readonly [unknown, string | undefined][] = [
    [0, undefined],
    [{ constant: 3 }, undefined],
    [{ uniform: { min: 1, max: 1 } }, undefined],
    [{ percentiles: { p0: 1, p99: 2, "p99.9": 3 } }, undefined],
    [-1, "it is negative"],
    [null, "it is neither a number nor one of uniform, normal, exponential, lognormal, percentiles"],
    [{}, "it must have exactly one field, the kind of distribution"],
    [{ pareto: { mean: 1 } }, 'there is no distribution "pareto"'],
    [{ uniform: { min: 3, max: 1 } }, "min 3 is greater than max 1"],
    [{ uniform: { min: 3 } }, "uniform needs min and max"],
    [{ exponential: { mean: 3, max: 9 } }, "exponential has no max, only mean"],
    [{ exponential: { mean: -3 } }, "exponential must hold numbers that are not negative"],
    [{ lognormal: { median: 0, p99: 9 } }, "the median of a lognormal distribution is greater than 0"],
    [{ percentiles: { p50: 3, p101: 9 } }, '"p101" is no percentile: write p0 to p100'],
    [{ percentiles: { p50: 3 } }, "percentiles need two points or more"],
    [{ percentiles: { p50: 3, p99: 1 } }, "a higher percentile has a lower value"],
  ];
  for (const [value, mistake] of rows) {
    it(`${JSON.stringify(value)}: ${mistake ?? "none"}`, () => {
      expect(distributionMistake(value as never)).toBe(mistake);
    });
  }
});
