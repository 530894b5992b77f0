/** One partition of a topic: its log, its replicas, what its producers still hold, and who waits for more. */
import { SERVERLESS_PARTITION_IN_BYTES } from "../../limits.ts";
import { Fifo } from "../../sim/fifo.ts";
import { TokenBucket, type TokenBucketState } from "../../sim/token-bucket.ts";
import type { Address, Finder, Keeper } from "../../sim/types.ts";
import type { ClusterSettings } from "./cluster-settings.ts";
import {
  type LogRecord,
  PartitionLog,
  restoreRecord,
  type SavedLog,
  type SavedRecord,
  saveRecord,
} from "./partition-log.ts";
import { Replicas, type SavedReplicas } from "./replicas.ts";

interface Waiter {
  readonly offset: number;
  readonly address: Address;
}

export class Partition {
  readonly number: number;
  readonly log = new PartitionLog();
  readonly replicas: Replicas;
  /** Records that could not be appended yet, in their order: producers keep them, and none may overtake another. */
  readonly pending = new Fifo<LogRecord>();
  readonly ingress: TokenBucket | undefined;
  #waiters: Waiter[] = [];

  constructor(number: number, replicas: number, lagMs: number, { brokers, isServerless }: ClusterSettings) {
    this.number = number;
    // Leaders go round the brokers, and each one's followers are the next ones.
    const numbers = Array.from({ length: replicas }, (_, index) => ((number + index) % brokers) + 1);
    this.replicas = new Replicas(numbers, this.log, lagMs);
    this.ingress = isServerless ? new TokenBucket(SERVERLESS_PARTITION_IN_BYTES) : undefined;
  }

  /** Puts records back in front of those that are held: they were not acknowledged, and are sent again. */
  holdAgain(records: readonly LogRecord[]): void {
    const after = [...this.pending];
    this.pending.clear();
    for (const record of [...records, ...after]) this.pending.push(record);
  }

  // --- who waits

  get waiting(): number {
    return this.#waiters.length;
  }

  addWaiter(offset: number, address: Address): void {
    this.#waiters.push({ offset, address });
  }

  removeWaiter({ node, kind, ref }: Address): void {
    this.#waiters = this.#waiters.filter(({ address }) => {
      return address.node !== node || address.kind !== kind || address.ref !== ref;
    });
  }

  /** Those for whom there is something by now; they wait no longer. */
  takeWaiters(readable: number): readonly Address[] {
    const ready = this.#waiters.filter(({ offset }) => offset !== readable);
    if (ready.length > 0) this.#waiters = this.#waiters.filter(({ offset }) => offset === readable);
    return ready.map(({ address }) => address);
  }

  save(keeper: Keeper): SavedPartition {
    return {
      log: this.log.save(keeper),
      replicas: this.replicas.save(),
      pending: [...this.pending].map((record) => saveRecord(record, keeper)),
      ingress: this.ingress?.save() ?? null,
      waiters: this.#waiters.map(({ offset, address: { node, kind, ref } }) => [offset, node, kind, ref]),
    };
  }

  restore({ log, replicas, pending, ingress, waiters }: SavedPartition, finder: Finder): void {
    this.log.restore(log, finder);
    this.replicas.restore(replicas);
    for (const record of pending) this.pending.push(restoreRecord(record, finder));
    if (ingress !== null) this.ingress?.restore(ingress);
    this.#waiters = waiters.map(([offset, node, kind, ref]) => ({ offset, address: { node, kind, ref } }));
  }
}

export interface SavedPartition {
  readonly log: SavedLog;
  readonly replicas: SavedReplicas;
  readonly pending: readonly SavedRecord[];
  readonly ingress: TokenBucketState | null;
  readonly waiters: readonly (readonly [offset: number, node: string, kind: number, ref: number])[];
}
