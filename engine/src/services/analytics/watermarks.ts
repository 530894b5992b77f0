/**
 * How far event time is: of each shard, the latest time that has come less what may still come out of order; of all, the
 * shard that is furthest behind. A shard from which nothing comes is not waited for after a while.
 * https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/event-time/generating_watermarks/
 */

/** As plain data. */
export type SavedWatermarks = readonly (readonly [shard: number, latestMs: number, seenMs: number])[];

export class Watermarks {
  readonly #outOfOrderMs: number;
  readonly #idleMs: number;
  readonly #shards = new Map<number, { latestMs: number; seenMs: number }>();

  constructor(outOfOrderMs: number, idleMs: number) {
    this.#outOfOrderMs = outOfOrderMs;
    this.#idleMs = idleMs;
  }

  /** A record with this event time, epoch milliseconds, has come out of a shard at this moment. */
  see(shard: number, timeMs: number, nowMs: number): void {
    const known = this.#shards.get(shard);
    if (known === undefined) this.#shards.set(shard, { latestMs: timeMs, seenMs: nowMs });
    else {
      known.latestMs = Math.max(known.latestMs, timeMs);
      known.seenMs = nowMs;
    }
  }

  /** A shard has ended: nothing of it is waited for. */
  forget(shard: number): void {
    this.#shards.delete(shard);
  }

  /** Every row before it is taken for having come; -Infinity: nothing has. */
  at(nowMs: number): number {
    const shards = [...this.#shards.values()];
    const active = shards.filter(({ seenMs }) => nowMs - seenMs < this.#idleMs);
    // Where all are idle, event time stands where the one stands that is furthest on.
    const latest = active.map(({ latestMs }) => latestMs);
    const last = shards.map(({ latestMs }) => latestMs);
    const timeMs = latest.length > 0 ? Math.min(...latest) : Math.max(...last);
    return Number.isFinite(timeMs) ? timeMs - this.#outOfOrderMs : Number.NEGATIVE_INFINITY;
  }

  save(): SavedWatermarks {
    return Array.from(this.#shards, ([shard, { latestMs, seenMs }]) => [shard, latestMs, seenMs]);
  }

  restore(saved: SavedWatermarks): void {
    for (const [shard, latestMs, seenMs] of saved) this.#shards.set(shard, { latestMs, seenMs });
  }
}
