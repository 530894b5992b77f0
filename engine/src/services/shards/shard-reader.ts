/**
 * Reads all shards of a stream, each from where it was when reading began, as Data Firehose and Flink do; not while its host
 * is held up, so that the stream keeps what is not taken.
 * https://docs.aws.amazon.com/firehose/latest/dev/writing-with-kinesis-streams.html
 */
import { KINESIS_READ_MAX_RECORDS } from "../../limits.ts";
import type { NodeContext } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import type { ShardRecord } from "./shard-record.ts";
import { type SavedTail, ShardTail, type TailHost } from "./shard-tail.ts";
import type { ShardsPort } from "./shards-port.ts";

export interface ReaderHost {
  readonly context: NodeContext;
  readonly tailKind: number;
  readonly isHeldUp: boolean;
  took(record: ShardRecord, shard: number): void;
  /** All of a shard has been read. */
  ended?(shard: number): void;
  missed(shard: number, count: number): void;
  refused(shard: number, code: string): void;
}

export class ShardReader implements TailHost {
  readonly context: NodeContext;
  readonly tailKind: number;
  readonly #host: ReaderHost;
  readonly #arn: string;
  readonly #tails = new Map<number, ShardTail>();

  constructor(host: ReaderHost, arn: string) {
    this.context = host.context;
    this.tailKind = host.tailKind;
    this.#host = host;
    this.#arn = arn;
  }

  get source(): ShardsPort | undefined {
    return portOf(this.context, this.#arn, "shards");
  }

  start(): void {
    const { source } = this;
    for (const { index, isClosed } of source?.shards ?? []) {
      if (!isClosed) this.#open(index, source?.positionOf(index, { type: "LATEST" }) ?? 0);
    }
  }

  #open(shard: number, position: number): void {
    const tail = new ShardTail(this, shard, position);
    this.#tails.set(shard, tail);
    this.#run(tail);
  }

  #run(tail: ShardTail): void {
    if (this.#host.isHeldUp) return;
    for (let records = tail.read(KINESIS_READ_MAX_RECORDS); records.length > 0; ) {
      for (const record of records) this.#host.took(record, tail.shard);
      records = this.#host.isHeldUp ? [] : tail.read(KINESIS_READ_MAX_RECORDS);
    }
    if (tail.isEnded) this.#end(tail.shard);
  }

  #end(shard: number): void {
    if (!this.#tails.delete(shard)) return;
    this.#host.ended?.(shard);
    for (const child of this.source?.children(shard) ?? []) if (!this.#tails.has(child)) this.#open(child, 0);
  }

  /** An event of `tailKind`. */
  handle(ref: number): void {
    const tail = this.#tails.get(ShardTail.addresseeOf(ref).shard);
    if (tail?.handle(ref) === true) this.#run(tail);
  }

  /** What was held up goes on. */
  goOn(): void {
    for (const tail of [...this.#tails.values()]) this.#run(tail);
  }

  get isBusy(): boolean {
    return [...this.#tails.values()].some(({ unread }) => unread > 0);
  }

  missed(shard: number, count: number): void {
    this.#host.missed(shard, count);
  }

  refused(shard: number, code: string): void {
    this.#host.refused(shard, code);
  }

  save(): readonly SavedTail[] {
    return Array.from(this.#tails.values(), (tail) => tail.save());
  }

  restore(saved: readonly SavedTail[]): void {
    for (const each of saved) {
      const tail = new ShardTail(this, each.shard, each.position);
      tail.restore(each);
      this.#tails.set(each.shard, tail);
    }
  }
}
