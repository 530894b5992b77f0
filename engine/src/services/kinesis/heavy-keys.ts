/**
 * Which partition key has most of a shard's records, in memory that does not grow with the number of keys: Misra and
 * Gries's counters. Whatever has more than a ninth of the records is among them.
 * https://doi.org/10.1016/0167-6423(82)90012-0
 */
import type { JsonValue } from "../../json.ts";

const COUNTERS = 8;

export class HeavyKeys {
  readonly #counts = new Map<string, number>();
  #total = 0;

  add(key: string): void {
    this.#total += 1;
    const count = this.#counts.get(key);
    if (count !== undefined) this.#counts.set(key, count + 1);
    else if (this.#counts.size < COUNTERS) this.#counts.set(key, 1);
    else this.#lower();
  }

  #lower(): void {
    for (const [key, count] of this.#counts) {
      if (count === 1) this.#counts.delete(key);
      else this.#counts.set(key, count - 1);
    }
  }

  /** The key that came most, and at least which share of the records it had. */
  get heaviest(): { readonly key: string; readonly share: number } | undefined {
    let heaviest: { key: string; share: number } | undefined;
    for (const [key, count] of this.#counts) {
      const share = count / this.#total;
      if (heaviest === undefined || share > heaviest.share) heaviest = { key, share };
    }
    return heaviest;
  }

  clear(): void {
    this.#counts.clear();
    this.#total = 0;
  }

  save(): JsonValue {
    return { total: this.#total, counts: [...this.#counts] };
  }

  restore(state: JsonValue): void {
    const { total, counts } = state as unknown as { total: number; counts: readonly (readonly [string, number])[] };
    this.#counts.clear();
    this.#total = total;
    for (const [key, count] of counts) this.#counts.set(key, count);
  }
}
