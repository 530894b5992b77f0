/**
 * The stream of a table: a shard for each partition, which is closed and followed by another every few hours; records are
 * kept for a day.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import {
  DYNAMODB_STREAM_READ_MAX_BYTES,
  DYNAMODB_STREAM_READ_MAX_RECORDS,
  DYNAMODB_STREAM_RETENTION_MS,
} from "../../limits.ts";
import { parsedJson } from "../../patterns/events.ts";
import { type Refusal, refusal, THROTTLED, UNAVAILABLE } from "../../refusals/refusal.ts";
import type { Address, Finder, Keeper, Message, NodeContext } from "../../sim/types.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import { ShardWaiters } from "../shards/shard-waiters.ts";
import type { ShardReading, ShardsPort, StartingPosition } from "../shards/shards-port.ts";
import { type SavedTableShard, TableShard } from "./table-shard.ts";

/** A shard takes records for so long; then another follows it. AWS says "up to". */
const SHARD_MS = 4 * 3_600_000;

/** Event source mappings and pipes poll each shard four times a second. https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
const POLL_MS = 250;

export class TableStream implements ShardsPort {
  readonly source = "dynamodb";
  readonly pushMs = undefined;
  readonly pollMs = POLL_MS;
  readonly streamArn: string;
  readonly #context: NodeContext;
  readonly #trimKind: number;
  readonly #meters;
  readonly #waiters = new ShardWaiters();
  #all: (TableShard | undefined)[] = [];
  /** By partition. */
  #open: TableShard[] = [];
  #trimMs = Number.POSITIVE_INFINITY;

  /** `trimKind`: of the events at which records expire. */
  constructor(context: NodeContext, streamArn: string, partitions: number, trimKind: number) {
    this.#context = context;
    this.streamArn = streamArn;
    this.#trimKind = trimKind;
    this.#meters = {
      records: context.counter("streamRecords"),
      reads: context.counter("reads"),
      readAgeMs: context.histogram("readAgeMs"),
      trimmed: context.counter("trimmed"),
    };
    for (let partition = 0; partition < partitions; partition++) this.#open.push(this.#add(partition, []));
  }

  #add(partition: number, parents: readonly number[]): TableShard {
    const shard = new TableShard(this.#all.length, partition, parents, this.#context.timeMs);
    this.#all.push(shard);
    return shard;
  }

  get partitions(): number {
    return this.#open.length;
  }

  // --- writing

  add(partition: number, message: Message, key: string, bytes: number): void {
    this.trim();
    const { timeMs } = this.#context;
    const shard = this.#current(partition);
    shard.log.add(message, key, timeMs, bytes);
    this.#meters.records.add(1);
    this.#context.entered(1);
    this.#expireAt(timeMs + DYNAMODB_STREAM_RETENTION_MS);
    this.#wake(shard.index);
  }

  #current(partition: number): TableShard {
    const shard = this.#open[partition] as TableShard;
    const { timeMs } = this.#context;
    if (timeMs - shard.createdMs < SHARD_MS) return shard;
    shard.closedMs = timeMs;
    const next = this.#add(partition, [shard.index]);
    this.#open[partition] = next;
    this.#wake(shard.index);
    return next;
  }

  #wake(shard: number): void {
    for (const address of this.#waiters.take(shard)) this.#context.send(address);
  }

  // --- reading

  get shards(): readonly TableShard[] {
    this.trim();
    return this.#all.filter((shard) => shard !== undefined);
  }

  shard(index: number): TableShard | undefined {
    return this.#all[index];
  }

  children(index: number): readonly number[] {
    return this.shards.filter(({ parents }) => parents.includes(index)).map((shard) => shard.index);
  }

  read(index: number, position: number, max: number): ShardReading | Refusal {
    this.trim();
    const { faults, random, timeMs } = this.#context;
    this.#meters.reads.add(1);
    if (faults.outage) return UNAVAILABLE;
    if (faults.throttleRate > 0 && random.next() < faults.throttleRate) return THROTTLED;
    const shard = this.#all[index];
    if (shard === undefined)
      return refusal("ResourceNotFoundException", `Requested resource not found: Shard ${index}`);
    const { log } = shard;
    const from = Math.max(position, log.first);
    const records: ShardRecord[] = [];
    let bytes = 0;
    for (let record = log.at(from); record !== undefined; record = log.at(from + records.length)) {
      bytes += record.bytes;
      const isFull = records.length >= Math.min(max, DYNAMODB_STREAM_READ_MAX_RECORDS);
      if (isFull || (bytes > DYNAMODB_STREAM_READ_MAX_BYTES && records.length > 0)) break;
      records.push(record);
    }
    const last = records.at(-1);
    if (last !== undefined) this.#meters.readAgeMs.add(timeMs - last.timeMs);
    const next = from + records.length;
    return { records, position: next, missed: from - position, isEnd: shard.isClosed && next >= log.next };
  }

  wait(shard: number, address: Address): void {
    this.#waiters.add(shard, address);
  }

  stopWaiting(address: Address): void {
    this.#waiters.remove(address);
  }

  positionOf(index: number, start: StartingPosition): number {
    this.trim();
    const log = this.#all[index]?.log;
    if (log === undefined) return 0;
    if (start.type === "AT_TIMESTAMP") return log.positionAt(start.timeMs);
    return start.type === "LATEST" ? log.next : log.first;
  }

  arrivedMs(index: number, position: number): number | undefined {
    const log = this.#all[index]?.log;
    return log?.timeAt(Math.max(position, log.first));
  }

  /** AWS promises 21 to 40 digits that ascend within a shard. */
  sequenceNumberOf(shard: number, { position }: ShardRecord): string {
    return String(BigInt(shard + 1) * 10n ** 21n + BigInt(position) + 1n);
  }

  eventOf(shard: number, record: ShardRecord): JsonObject {
    const body = parsedJson(record.message.body) as JsonValue | undefined;
    const change = objectOf(body);
    const dynamodb = objectOf(change.dynamodb);
    return {
      ...change,
      awsRegion: this.streamArn.split(":")[3] ?? "",
      dynamodb: { ...dynamodb, SequenceNumber: this.sequenceNumberOf(shard, record) },
      eventSourceARN: this.streamArn,
    };
  }

  // --- retention

  #expireAt(timeMs: number): void {
    if (timeMs >= this.#trimMs) return;
    this.#trimMs = timeMs;
    this.#context.atIdle(timeMs, this.#trimKind);
  }

  /** Lets go of what has expired by now. */
  trim(): void {
    const { timeMs } = this.#context;
    if (timeMs < this.#trimMs) return;
    const untilMs = timeMs - DYNAMODB_STREAM_RETENTION_MS;
    let nextMs = Number.POSITIVE_INFINITY;
    for (const shard of this.#all) {
      if (shard === undefined) continue;
      for (let record = shard.log.trim(untilMs); record !== undefined; record = shard.log.trim(untilMs)) {
        this.#context.left(1);
        this.#meters.trimmed.add(1);
        this.#context.tell("trimmed", record.message, { code: "dynamodb.trimmed" });
      }
      const leavesMs = shard.log.oldestMs ?? shard.closedMs ?? Number.POSITIVE_INFINITY;
      if (leavesMs <= untilMs) this.#all[shard.index] = undefined;
      else nextMs = Math.min(nextMs, leavesMs + DYNAMODB_STREAM_RETENTION_MS);
    }
    this.#trimMs = Number.POSITIVE_INFINITY;
    if (nextMs !== Number.POSITIVE_INFINITY) this.#expireAt(nextMs);
  }

  get size(): number {
    return this.#all.reduce((sum, shard) => sum + (shard?.log.size ?? 0), 0);
  }

  save(keeper: Keeper): SavedTableStream {
    return {
      shards: Array.from(this.#all, (shard) => shard?.save(keeper) ?? null),
      open: this.#open.map(({ index }) => index),
      waiters: this.#waiters.save(),
      trimMs: Number.isFinite(this.#trimMs) ? this.#trimMs : null,
    };
  }

  restore({ shards, open, waiters, trimMs }: SavedTableStream, finder: Finder): void {
    this.#all = shards.map((shard) => (shard === null ? undefined : TableShard.restored(shard, finder)));
    this.#open = open.map((index) => this.#all[index] as TableShard);
    this.#waiters.restore(waiters);
    this.#trimMs = trimMs ?? Number.POSITIVE_INFINITY;
  }
}

export interface SavedTableStream {
  readonly shards: readonly (SavedTableShard | null)[];
  readonly open: readonly number[];
  readonly waiters: JsonValue;
  readonly trimMs: number | null;
}
