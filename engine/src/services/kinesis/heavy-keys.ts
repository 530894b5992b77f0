/**
 * Which partition key has most of a shard's records, in memory that does not grow with the number of keys: Misra and
 * Gries's counters. Whatever has more than a ninth of the records is among them.
 * https://doi.org/10.1016/0167-6423(82)90012-0
 */
import type { JsonValue } from "../../json.ts";

const COUNTERS = 8;

export class HeavyKeys {
  /** Side by side, in the order in which the keys came. */
  #keys: string[] = [];
  #counts: number[] = [];
  #total = 0;

  add(key: string): void {
    this.#total += 1;
    const at = this.#keys.indexOf(key);
    if (at >= 0) this.#counts[at] = (this.#counts[at] as number) + 1;
    else if (this.#keys.length < COUNTERS) {
      this.#keys.push(key);
      this.#counts.push(1);
    } else this.#lower();
  }

  #lower(): void {
    let kept = 0;
    for (let at = 0; at < this.#keys.length; at++) {
      const count = this.#counts[at] as number;
      if (count === 1) continue;
      this.#keys[kept] = this.#keys[at] as string;
      this.#counts[kept] = count - 1;
      kept += 1;
    }
    this.#keys.length = kept;
    this.#counts.length = kept;
  }

  /** The key that came most, and at least which share of the records it had. */
  get heaviest(): { readonly key: string; readonly share: number } | undefined {
    const most = Math.max(0, ...this.#counts);
    const key = this.#keys[this.#counts.indexOf(most)];
    return key === undefined ? undefined : { key, share: most / this.#total };
  }

  clear(): void {
    this.#keys = [];
    this.#counts = [];
    this.#total = 0;
  }

  save(): JsonValue {
    return { total: this.#total, counts: this.#keys.map((key, at) => [key, this.#counts[at] as number]) };
  }

  restore(state: JsonValue): void {
    const { total, counts } = state as unknown as { total: number; counts: readonly (readonly [string, number])[] };
    this.#total = total;
    this.#keys = counts.map(([key]) => key);
    this.#counts = counts.map(([, count]) => count);
  }
}
