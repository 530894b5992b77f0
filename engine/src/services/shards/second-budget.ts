/**
 * So much a second. Each second of the clock begins with all of it; what a single large call used beyond that is paid
 * back in the seconds that follow, as AWS does after a GetRecords call of 10 MiB.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html
 */

/** As plain data. */
export type SecondBudgetState = readonly [second: number, used: number];

export class SecondBudget {
  readonly #perSecond: number;
  #second = 0;
  #used = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** What is left of this second; 0 or less: nothing. */
  left(nowMs: number): number {
    const second = Math.floor(nowMs / 1_000);
    if (second > this.#second) {
      this.#used = Math.max(0, this.#used - (second - this.#second) * this.#perSecond);
      this.#second = second;
    }
    return this.#perSecond - this.#used;
  }

  /** Whether so much may be used now: what is left is enough, or nothing was used and it is more than a second's. */
  allows(nowMs: number, amount: number): boolean {
    const left = this.left(nowMs);
    return amount <= left || left === this.#perSecond;
  }

  use(amount: number): void {
    this.#used += amount;
  }

  save(): SecondBudgetState {
    return [this.#second, this.#used];
  }

  restore([second, used]: SecondBudgetState): void {
    this.#second = second;
    this.#used = used;
  }
}
