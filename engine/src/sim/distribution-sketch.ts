/**
 * A distribution in bounded memory, deterministic: buckets that grow by powers of two, each divided evenly, as in
 * HdrHistogram. Percentiles are within 1 % of the value; count, sum, least and greatest are exact.
 * https://hdrhistogram.github.io/HdrHistogram/
 */

/** Divisions of each power of two: 128 keep the error below 1/128. */
const DIVISIONS = 128;
/** Values below this are told apart by 1/DIVISIONS of it. */
const UNIT = 1 / 16;

export interface SketchState {
  readonly count: number;
  readonly sum: number;
  readonly least: number;
  readonly greatest: number;
  /** [bucket, count] of those that are not empty. */
  readonly buckets: readonly (readonly [number, number])[];
}

export class DistributionSketch {
  count = 0;
  sum = 0;
  least = Number.POSITIVE_INFINITY;
  greatest = 0;
  #buckets = new Float64Array(DIVISIONS * 16);

  /** `value`: not negative. */
  add(value: number, count = 1): void {
    this.count += count;
    this.sum += value * count;
    if (value < this.least) this.least = value;
    if (value > this.greatest) this.greatest = value;
    const bucket = bucketOf(value);
    if (bucket >= this.#buckets.length) this.#grow(bucket);
    this.#buckets[bucket] = (this.#buckets[bucket] as number) + count;
  }

  #grow(bucket: number): void {
    const larger = new Float64Array(2 ** Math.ceil(Math.log2(bucket + 1)));
    larger.set(this.#buckets);
    this.#buckets = larger;
  }

  get mean(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }

  /** `share`: 0.99 for the 99th percentile. 0 where nothing was added. */
  percentile(share: number): number {
    if (this.count === 0) return 0;
    const rank = Math.max(1, Math.ceil(share * this.count));
    let seen = 0;
    for (let bucket = 0; bucket < this.#buckets.length; bucket++) {
      seen += this.#buckets[bucket] as number;
      if (seen >= rank) return Math.min(this.greatest, Math.max(this.least, middleOf(bucket)));
    }
    return this.greatest;
  }

  state(): SketchState {
    const { count, sum, greatest } = this;
    const buckets: [number, number][] = [];
    for (const [bucket, inIt] of this.#buckets.entries()) if (inIt > 0) buckets.push([bucket, inIt]);
    // Infinity is no JSON.
    return { count, sum, least: count === 0 ? 0 : this.least, greatest, buckets };
  }

  restore({ count, sum, least, greatest, buckets }: SketchState): void {
    Object.assign(this, { count, sum, greatest, least: count === 0 ? Number.POSITIVE_INFINITY : least });
    this.#buckets.fill(0);
    for (const [bucket, inIt] of buckets) {
      if (bucket >= this.#buckets.length) this.#grow(bucket);
      this.#buckets[bucket] = inIt;
    }
  }
}

function bucketOf(value: number): number {
  const units = value / UNIT;
  if (units < 1) return Math.floor(units * DIVISIONS);
  const power = Math.floor(Math.log2(units));
  return Math.floor(DIVISIONS * (power + units / 2 ** power));
}

function middleOf(bucket: number): number {
  if (bucket === 0) return 0;
  const power = Math.floor(bucket / DIVISIONS) - 1;
  const part = (bucket % DIVISIONS) + 0.5;
  return power < 0 ? (UNIT * part) / DIVISIONS : UNIT * 2 ** power * (1 + part / DIVISIONS);
}
