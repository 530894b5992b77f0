/** Who waits for the next record of which shard. */
import type { JsonValue } from "../../json.ts";
import type { Address } from "../../sim/types.ts";

export class ShardWaiters {
  readonly #byShard = new Map<number, Address[]>();

  add(shard: number, address: Address): void {
    const waiting = this.#byShard.get(shard);
    if (waiting === undefined) this.#byShard.set(shard, [address]);
    else waiting.push(address);
  }

  remove({ node, kind, ref }: Address): void {
    for (const [shard, waiting] of this.#byShard) {
      const left = waiting.filter((each) => each.node !== node || each.kind !== kind || each.ref !== ref);
      if (left.length === 0) this.#byShard.delete(shard);
      else this.#byShard.set(shard, left);
    }
  }

  /** All who wait for a shard: they no longer do. */
  take(shard: number): readonly Address[] {
    const waiting = this.#byShard.get(shard);
    if (waiting === undefined) return NOBODY;
    this.#byShard.delete(shard);
    return waiting;
  }

  save(): JsonValue {
    return [...this.#byShard].map(([shard, waiting]) => [
      shard,
      waiting.map(({ node, kind, ref }) => [node, kind, ref]),
    ]);
  }

  restore(state: JsonValue): void {
    this.#byShard.clear();
    for (const [shard, waiting] of state as unknown as SavedWaiters) {
      this.#byShard.set(
        shard,
        waiting.map(([node, kind, ref]) => ({ node, kind, ref })),
      );
    }
  }
}

const NOBODY: readonly Address[] = [];

type SavedWaiters = readonly (readonly [
  shard: number,
  waiting: readonly (readonly [node: string, kind: number, ref: number])[],
])[];
