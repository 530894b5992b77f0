/** Chooses, always the same for a seed. */
import { createRandom, type Random } from "../../../../engine/src/random.ts";

export class Dice {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = createRandom(seed);
  }

  below(count: number): number {
    return Math.floor(this.#random.next() * count);
  }

  /** True once in so many times. */
  oneIn(count: number): boolean {
    return this.below(count) === 0;
  }

  of<T>(...values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}
