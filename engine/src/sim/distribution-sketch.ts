/**
 * A distribution in bounded memory, deterministic: buckets that grow by powers of two, each divided evenly, as in
 * HdrHistogram. Percentiles are within 1 % of the value; count, sum, least and greatest are exact.
 * https://hdrhistogram.github.io/HdrHistogram/
 */

/** Divisions of each power of two: 128 keep the error below 1/128. */
const DIVISION_BITS = 7;
const DIVISIONS = 2 ** DIVISION_BITS;
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
  /** As many as were needed. */
  #buckets = new Float64Array(0);

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
    const larger = new Float64Array(Math.max(DIVISIONS, 2 ** Math.ceil(Math.log2(bucket + 1))));
    larger.set(this.#buckets);
    this.#buckets = larger;
  }

  get mean(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }

  /** `shares`, ascending: 0.99 for the 99th percentile. 0 where nothing was added. */
  percentiles(shares: readonly number[]): readonly number[] {
    if (this.count === 0) return shares.map(() => 0);
    let seen = 0;
    let bucket = -1;
    return shares.map((share) => {
      const rank = Math.max(1, Math.ceil(share * this.count));
      while (seen < rank && bucket < this.#buckets.length - 1) {
        bucket += 1;
        seen += this.#buckets[bucket] as number;
      }
      return Math.min(this.greatest, Math.max(this.least, middleOf(bucket)));
    });
  }

  percentile(share: number): number {
    return this.percentiles([share])[0] as number;
  }

  state(): SketchState {
    const { count, sum, greatest } = this;
    const buckets: [number, number][] = [];
    for (let bucket = 0; bucket < this.#buckets.length; bucket++) {
      const inIt = this.#buckets[bucket] as number;
      if (inIt > 0) buckets.push([bucket, inIt]);
    }
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

/** Without a logarithm: the highest bit says which power of two, the seven bits below it which part of that. */
function bucketOf(value: number): number {
  let units = value / UNIT;
  if (units < 1) return Math.floor(units * DIVISIONS);
  let power = 0;
  while (units >= 2 ** 24) {
    units /= 2 ** 16;
    power += 16;
  }
  const scaled = Math.floor(units * DIVISIONS);
  const own = 31 - Math.clz32(scaled) - DIVISION_BITS;
  return DIVISIONS * (power + own) + (scaled >>> own);
}

function middleOf(bucket: number): number {
  if (bucket === 0) return 0;
  const power = Math.floor(bucket / DIVISIONS) - 1;
  const part = (bucket % DIVISIONS) + 0.5;
  return power < 0 ? (UNIT * part) / DIVISIONS : UNIT * 2 ** power * (1 + part / DIVISIONS);
}
