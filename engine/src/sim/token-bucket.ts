/** So many calls a second: a bucket that fills evenly and holds what may be used at once. */

/** As plain data. */
export type TokenBucketState = readonly [tokens: number, atMs: number];

export class TokenBucket {
  readonly #perMs: number;
  readonly #burst: number;
  #tokens: number;
  #atMs = 0;

  constructor(perSecond: number, burst = perSecond) {
    this.#perMs = perSecond / 1_000;
    this.#burst = burst;
    this.#tokens = burst;
  }

  /** False: there is not enough; nothing is taken. */
  take(nowMs: number, tokens = 1): boolean {
    const filled = this.#tokens + (nowMs - this.#atMs) * this.#perMs;
    this.#tokens = Math.min(filled, this.#burst);
    this.#atMs = nowMs;
    // Rounding must not cost a token: a thousand gaps of 1/300 s are a hair less than they should be.
    if (this.#tokens + 1e-9 < tokens) return false;
    this.#tokens -= tokens;
    return true;
  }

  save(): TokenBucketState {
    return [this.#tokens, this.#atMs];
  }

  restore([tokens, atMs]: TokenBucketState): void {
    this.#tokens = tokens;
    this.#atMs = atMs;
  }
}
