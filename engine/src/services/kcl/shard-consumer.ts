/**
 * One worker's work on one shard: it reads, processes record by record, and writes down how far it is. Where another worker
 * has taken the lease meanwhile, it cannot write any more, and stops.
 */
import type { Refusal } from "../../refusals/refusal.ts";
import type { Finder, Keeper, NodeContext, Reason } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import { restoreRecord, type SavedRecord, saveRecord } from "../shards/saved-record.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import { type SavedTail, ShardTail, type TailHost } from "../shards/shard-tail.ts";
import type { GroupMeters } from "./group-meters.ts";
import type { GroupSettings } from "./group-settings.ts";
import type { Lease } from "./lease-table.ts";

/** What a consumer needs of its group. */
export interface ConsumerHost extends TailHost {
  readonly context: NodeContext;
  readonly settings: GroupSettings;
  readonly meters: GroupMeters;
  /** The kind of the event that ends the work on a record. */
  readonly doneKind: number;
  /** Its lease, if it still has it. */
  leaseOf(consumer: ShardConsumer): Lease | undefined;
  /** Whether a record is processed for the first time. */
  isFirst(shard: number, position: number): boolean;
  /** A checkpoint was written, or the shard was ended. */
  progressed(consumer: ShardConsumer): void;
  /** It has lost its lease, or ended its shard. */
  stopped(consumer: ShardConsumer): void;
}

/** The pause before a record is tried again, milliseconds. */
const RETRY_MS = 1_000;

export interface SavedShardConsumer {
  readonly worker: number;
  readonly counter: number;
  readonly life: number;
  readonly attempts: number;
  readonly checkpointedMs: number;
  readonly tail: SavedTail;
  readonly batch: readonly SavedRecord[];
  readonly at: number;
}

const LIVES = 2 ** 20;

export class ShardConsumer {
  readonly worker: number;
  readonly shard: number;
  /** The lease's, when it began. */
  readonly counter: number;
  readonly #host: ConsumerHost;
  readonly #tail: ShardTail;
  #life = 0;
  #batch: readonly ShardRecord[] = [];
  /** The one of the batch that is worked on. */
  #at = 0;
  #attempts = 0;
  #checkpointedMs: number;

  constructor(host: ConsumerHost, worker: number, { shard, counter, checkpoint }: Lease) {
    this.#host = host;
    this.worker = worker;
    this.shard = shard;
    this.counter = counter;
    this.#tail = new ShardTail(host, shard, checkpoint, worker);
    this.#checkpointedMs = host.context.timeMs;
  }

  /** Position of the first record that is not done. */
  get position(): number {
    return this.#batch[this.#at]?.position ?? this.#tail.position;
  }

  get isBusy(): boolean {
    return this.#batch.length > 0 || this.#tail.unread > 0;
  }

  /** The message in hand. */
  get message(): number | undefined {
    return this.#batch[this.#at]?.message.number;
  }

  /** Reads on, as long as there is something. */
  run(): void {
    const { settings, meters } = this.#host;
    this.#batch = this.#tail.read(settings.maxRecords);
    this.#at = 0;
    if (this.#batch.length > 0) {
      meters.batchSize.add(this.#batch.length);
      this.#work();
    } else if (this.#tail.isEnded) this.#end();
  }

  handleTail(ref: number): void {
    if (this.#tail.handle(ref)) this.run();
    this.#host.progressed(this);
  }

  get #ref(): number {
    return (this.shard * 1_000 + this.worker) * LIVES + this.#life;
  }

  /** The worker and the shard that an event of `doneKind` is for. */
  static addresseeOf(ref: number): { readonly worker: number; readonly shard: number } {
    const rest = Math.floor(ref / LIVES);
    return { worker: rest % 1_000, shard: Math.floor(rest / 1_000) };
  }

  #work(): void {
    const { context, settings, meters, doneKind } = this.#host;
    const { message } = this.#batch[this.#at] as ShardRecord;
    const durationMs = settings.handler.durationMs(context.random) * context.faults.slowness;
    meters.durationMs.add(durationMs);
    context.tell("started", message, { code: "kcl.started", durationMs, worker: this.worker + 1 });
    context.at(context.timeMs + durationMs, doneKind, this.#ref);
  }

  /** The record in hand is done, well or not. */
  handleDone(ref: number): void {
    if (ref !== this.#ref) return;
    const { context, settings, meters } = this.#host;
    const record = this.#batch[this.#at] as ShardRecord;
    this.#attempts += 1;
    const failure = settings.handler.failure(record.message, this.#attempts, context.random) ?? this.#passOn(record);
    if (failure === undefined) this.#succeeded(record);
    else {
      meters.failed.add(1);
      context.tell("failed", record.message, failure);
      if (!settings.skipsErrors) {
        context.at(context.timeMs + RETRY_MS, this.#host.doneKind, this.#ref);
        return;
      }
      meters.lost.add(1);
      context.tell("lost", record.message, { code: "kcl.skipped" });
    }
    this.#next();
  }

  #passOn({ message }: ShardRecord): Reason | undefined {
    const { context, settings } = this.#host;
    for (const arn of settings.targetArns) {
      const refused: Refusal | undefined = portOf(context, arn, "target")?.deliver(message, { from: context.id });
      if (refused !== undefined) return { code: "worker.target-refused", refusal: refused.code };
    }
    return undefined;
  }

  #succeeded({ message, position }: ShardRecord): void {
    const { context, meters } = this.#host;
    if (this.#host.isFirst(this.shard, position)) {
      meters.processed.add(1);
      meters.endToEndMs.add(context.timeMs - message.originMs);
      context.tell("processed", message);
    } else {
      meters.duplicates.add(1);
      context.tell("processedTwice", message, { code: "kcl.processed-again" });
    }
  }

  #next(): void {
    this.#attempts = 0;
    this.#at += 1;
    this.#life = (this.#life + 1) % LIVES;
    if (this.#at < this.#batch.length) {
      this.#work();
      return;
    }
    const { context, settings } = this.#host;
    const { checkpointMs = 0 } = settings;
    if (context.timeMs - this.#checkpointedMs >= checkpointMs && !this.#checkpoint()) return;
    this.run();
    this.#host.progressed(this);
  }

  /** False: the lease is another's. */
  #checkpoint(): boolean {
    const { context, meters } = this.#host;
    const lease = this.#host.leaseOf(this);
    if (lease === undefined) {
      this.lose();
      return false;
    }
    const { position } = this.#tail;
    if (position < lease.checkpoint) {
      context.violated(
        "checkpoints",
        `the checkpoint of shard ${this.shard} goes back from ${lease.checkpoint} to ${position}`,
      );
    }
    lease.checkpoint = position;
    this.#checkpointedMs = context.timeMs;
    meters.checkpoints.add(1);
    return true;
  }

  #end(): void {
    if (!this.#checkpoint()) return;
    const lease = this.#host.leaseOf(this);
    if (lease !== undefined) lease.isEnded = true;
    this.#host.stopped(this);
  }

  /** Another worker has its lease: what is in hand is left to that one. */
  lose(): void {
    this.stop({ code: "kcl.lease-lost", worker: this.worker + 1 });
    this.#host.stopped(this);
  }

  /** It is there no more. */
  stop(reason: Reason): void {
    const { context, meters } = this.#host;
    const left = this.#batch.slice(this.#at);
    meters.abandoned.add(left.length);
    for (const { message } of left) context.tell("abandoned", message, reason);
    this.#batch = [];
    this.#life = (this.#life + 1) % LIVES;
    this.#tail.stop();
  }

  save(keeper: Keeper): SavedShardConsumer {
    return {
      worker: this.worker,
      counter: this.counter,
      life: this.#life,
      attempts: this.#attempts,
      checkpointedMs: this.#checkpointedMs,
      tail: this.#tail.save(),
      batch: this.#batch.map((record) => saveRecord(record, keeper)),
      at: this.#at,
    };
  }

  restore({ life, attempts, checkpointedMs, tail, batch, at }: SavedShardConsumer, finder: Finder): void {
    this.#life = life;
    this.#attempts = attempts;
    this.#checkpointedMs = checkpointedMs;
    this.#tail.restore(tail);
    this.#batch = batch.map((record) => restoreRecord(record, finder));
    this.#at = at;
  }
}
