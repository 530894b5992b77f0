/**
 * The leases of a consumer group: one for each shard, with who works on it and how far that is. Workers take them from
 * each other by the rules of the Kinesis Client Library.
 * https://docs.aws.amazon.com/streams/latest/dev/shared-throughput-kcl-consumers.html
 * https://github.com/awslabs/amazon-kinesis-client (LeaseTaker)
 */
import type { Random } from "../../random.ts";

export interface Lease {
  readonly shard: number;
  /** The number of a worker; undefined: nobody. */
  owner: number | undefined;
  /** Goes up with each owner: whoever had it before cannot write to it any more. */
  counter: number;
  renewedMs: number;
  /** Position of the first record that is not done. */
  checkpoint: number;
  /** All of the shard is done. */
  isEnded: boolean;
}

export type SavedLease = Omit<Lease, "owner"> & { readonly owner: number | null };

export class LeaseTable {
  readonly #byShard = new Map<number, Lease>();
  readonly #failoverMs: number;

  constructor(failoverMs: number) {
    this.#failoverMs = failoverMs;
  }

  get all(): readonly Lease[] {
    return [...this.#byShard.values()];
  }

  get(shard: number): Lease | undefined {
    return this.#byShard.get(shard);
  }

  /** A lease that nobody has yet. */
  add(shard: number, checkpoint: number): void {
    this.#byShard.set(shard, {
      shard,
      owner: undefined,
      counter: 0,
      renewedMs: Number.NEGATIVE_INFINITY,
      checkpoint,
      isEnded: false,
    });
  }

  remove(shard: number): void {
    this.#byShard.delete(shard);
  }

  ownedBy(worker: number): readonly Lease[] {
    return this.all.filter(({ owner, isEnded }) => owner === worker && !isEnded);
  }

  renew(worker: number, nowMs: number): void {
    for (const lease of this.ownedBy(worker)) lease.renewedMs = nowMs;
  }

  /**
   * What a worker takes now: leases that nobody renews, up to its share of all; where there are none, one from the worker
   * that has most, if that has more than its share.
   */
  take(
    worker: number,
    nowMs: number,
    random: Random,
  ): { readonly taken: readonly Lease[]; readonly isStolen: boolean } {
    const open = this.all.filter(({ isEnded }) => !isEnded);
    const expired = open.filter(({ owner, renewedMs }) => owner === undefined || renewedMs + this.#failoverMs < nowMs);
    const counts = new Map<number, number>([[worker, 0]]);
    for (const lease of open) {
      if (lease.owner === undefined || expired.includes(lease)) continue;
      counts.set(lease.owner, (counts.get(lease.owner) ?? 0) + 1);
    }
    const share = counts.size >= open.length ? 1 : Math.ceil(open.length / counts.size);
    const missing = share - (counts.get(worker) ?? 0);
    if (missing <= 0) return { taken: [], isStolen: false };
    const isStolen = expired.length === 0;
    const taken = isStolen
      ? this.#toSteal(counts, share, missing, random)
      : shuffled(expired, random).slice(0, missing);
    for (const lease of taken) {
      lease.owner = worker;
      lease.counter += 1;
      lease.renewedMs = nowMs;
    }
    return { taken, isStolen };
  }

  /** One at a time: what the most loaded worker has too much, or, of two that are missing, one all the same. */
  #toSteal(counts: ReadonlyMap<number, number>, share: number, missing: number, random: Random): readonly Lease[] {
    const [most, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    return count > share || missing > 1 ? shuffled(this.ownedBy(most), random).slice(0, 1) : [];
  }

  /** Whether an owner may still write: undefined where another has it. */
  held(shard: number, worker: number, counter: number): Lease | undefined {
    const lease = this.#byShard.get(shard);
    return lease?.owner === worker && lease.counter === counter ? lease : undefined;
  }

  save(): readonly SavedLease[] {
    return this.all.map((lease) => ({
      ...lease,
      owner: lease.owner ?? null,
      renewedMs: Number.isFinite(lease.renewedMs) ? lease.renewedMs : -Number.MAX_VALUE,
    }));
  }

  restore(saved: readonly SavedLease[]): void {
    this.#byShard.clear();
    for (const lease of saved) this.#byShard.set(lease.shard, { ...lease, owner: lease.owner ?? undefined });
  }
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const left = [...items];
  for (let index = left.length - 1; index > 0; index--) {
    const other = Math.floor(random.next() * (index + 1));
    [left[index], left[other]] = [left[other] as T, left[index] as T];
  }
  return left;
}
