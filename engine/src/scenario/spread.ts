/** What many runs with different seeds come to: mean, percentiles, and how sure the mean is. */

export interface Spread {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly max: number;
  /** Half of the interval around the mean in which the true mean lies with 95 % confidence. */
  readonly plusMinus: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const { length } = sorted;
  if (length === 0) return { mean: 0, p50: 0, p90: 0, max: 0, plusMinus: 0 };
  const mean = sorted.reduce((sum, value) => sum + value, 0) / length;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, length - 1);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * length) - 1)] as number;
  const plusMinus = length < 2 ? 0 : studentT(length - 1) * Math.sqrt(variance / length);
  return { mean, p50: at(0.5), p90: at(0.9), max: sorted[length - 1] as number, plusMinus };
}

/** The 97.5th percentile of Student's t distribution: exact for few degrees of freedom, where it matters. */
const T_975 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131];

function studentT(degrees: number): number {
  return T_975[degrees - 1] ?? 1.96 + 2.4 / degrees;
}
