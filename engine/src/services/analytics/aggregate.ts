/** Count, sum, average, minimum and maximum of values, one after the other. */

export type AggregateName = "COUNT" | "SUM" | "AVG" | "MIN" | "MAX";

/** What is computed of the rows of a window. */
export interface Aggregate {
  readonly name: AggregateName;
  /** The value of a row that it is of; undefined: of the row itself, as in COUNT(*). */
  readonly of: ((row: Row) => number | undefined) | undefined;
  /** As results call it. */
  readonly as: string;
}

/** A record as queries see it. */
export interface Row {
  /** Event time, epoch milliseconds. */
  readonly timeMs: number;
  /** By the names of columns. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** As plain data. Without values, sum is 0 and the bounds are null. */
export interface Tally {
  count: number;
  sum: number;
  min: number | null;
  max: number | null;
}

export function newTally(): Tally {
  return { count: 0, sum: 0, min: null, max: null };
}

/** What is no number is left out, as SQL leaves out NULL. */
export function addTo(tally: Tally, { of }: Aggregate, row: Row): void {
  const value = of === undefined ? 1 : of(row);
  if (value === undefined) return;
  tally.count += 1;
  tally.sum += value;
  if (tally.min === null || value < tally.min) tally.min = value;
  if (tally.max === null || value > tally.max) tally.max = value;
}

/** Null where there was no value. */
export function resultOf({ count, sum, min, max }: Tally, { name }: Aggregate): number | null {
  if (name === "COUNT") return count;
  if (count === 0) return null;
  if (name === "SUM") return sum;
  if (name === "AVG") return sum / count;
  return name === "MIN" ? min : max;
}
