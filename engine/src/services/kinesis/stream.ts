/**
 * A Kinesis data stream on the clock of a simulation: takes records into shards by their partition keys, keeps them for
 * the retention period, and gives them to whoever reads.
 * https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { KINESIS_PUT_MAX_BYTES, KINESIS_PUT_MAX_RECORDS } from "../../limits.ts";
import { isRefusal, type Refusal, refusalOf, UNAVAILABLE } from "../../refusals/refusal.ts";
import type {
  Address,
  Finder,
  Keeper,
  Message,
  NodeContext,
  NodeSpec,
  NodeState,
  SimEvent,
  SimNode,
} from "../../sim/types.ts";
import { utf8Length } from "../../text/utf8.ts";
import type { BatchEntry, Delivery, Ports, TargetPort } from "../ports.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import { ShardWaiters } from "../shards/shard-waiters.ts";
import type { ShardReading, ShardsPort, StartingPosition } from "../shards/shards-port.ts";
import { type Resharding, streamBehaviorOf } from "./behavior.ts";
import { noShardToRead, rateExceeded, type StreamName, streamNameOf, tooManyBytes, tooManyRecords } from "./errors.ts";
import { lambdaRecordOf } from "./lambda-record.ts";
import { wantedShards } from "./on-demand.ts";
import { type PutEntry, type PutHost, type PutResult, putRecord } from "./puts.ts";
import { type ReadBudget, readShard } from "./reads.ts";
import { Reshards } from "./reshards.ts";
import { endingSequenceNumberOf, sequenceNumberOf } from "./sequence-number.ts";
import { type SavedShard, type Shard, shardIdOf } from "./shard.ts";
import { ShardMap } from "./shard-map.ts";
import { streamMeters } from "./stream-meters.ts";
import { type StreamSettings, streamSettingsOf } from "./stream-settings.ts";

/** Kinds of events. */
const TRIM = 0;
const RESHARDED = 1;
const RESHARD = 2;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Event source mappings and pipes poll each shard once a second. https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
const POLL_MS = 1_000;

export class Stream implements SimNode, TargetPort, ShardsPort, PutHost {
  readonly ports: Partial<Ports> = { target: this, shards: this, kinesis: this };
  readonly source = "kinesis";
  readonly pushMs = undefined;
  readonly pollMs = POLL_MS;
  readonly streamArn: string;
  readonly name: StreamName;
  readonly context: NodeContext;
  readonly meters;
  readonly shardMap: ShardMap;
  readonly reshards: Reshards;
  settings: StreamSettings;
  readonly #waiters = new ShardWaiters();
  readonly #resharding: readonly Resharding[];
  /** When records expire next; Infinity: nothing is set. */
  #trimMs = Number.POSITIVE_INFINITY;
  /** The minute that the traffic of shards is counted in. */
  #minute = 0;

  constructor(context: NodeContext, { arn, properties, behavior }: NodeSpec) {
    this.context = context;
    this.streamArn = arn;
    this.name = streamNameOf(arn);
    this.settings = streamSettingsOf(properties);
    this.meters = streamMeters(context);
    this.shardMap = new ShardMap(this.settings.shardCount);
    this.reshards = new Reshards(context, this.shardMap, this.name, RESHARDED);
    this.#resharding = streamBehaviorOf(behavior).resharding;
  }

  start(): void {
    this.meters.openShards.set(this.shardMap.open.length);
    for (const [index, { atMs }] of this.#resharding.entries()) this.context.at(atMs, RESHARD, index);
  }

  // --- writing

  put(entry: PutEntry, cause?: Message, from?: string): PutResult | Refusal {
    this.#trim();
    this.#countMinute();
    const result = putRecord(this, entry, cause, from);
    if (isRefusal(result)) return result;
    this.#expireAt(result.record.timeMs + this.settings.retentionMs);
    this.#wake(result.shard);
    return result;
  }

  /** PutRecords: an answer for each, or one refusal for all. */
  putBatch(entries: readonly PutEntry[], from?: string): Refusal | readonly (PutResult | Refusal)[] {
    const refused = refuseBatch(entries);
    return refused ?? entries.map((entry) => this.put(entry, undefined, from));
  }

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    return this.#deliver(entryOf(cause, delivery), cause, delivery.from);
  }

  #deliver(entry: PutEntry, cause: Message | undefined, from: string): Refusal | undefined {
    return refusalOf(this.put(entry, cause, from));
  }

  deliverBatch(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[] {
    const puts = entries.map(({ cause, delivery }) => entryOf(cause, delivery));
    const refused = refuseBatch(puts);
    return entries.map(({ cause, delivery }, index) => {
      return refused ?? this.#deliver(puts[index] as PutEntry, cause, delivery.from);
    });
  }

  #wake(shard: Shard): void {
    for (const address of this.#waiters.take(shard.index)) this.context.send(address);
  }

  /** A minute has begun: the traffic of the one before is what an on-demand stream grows by. */
  #countMinute(): void {
    const minute = Math.floor(this.context.timeMs / MINUTE_MS);
    if (minute === this.#minute) return;
    this.#minute = minute;
    const { open } = this.shardMap;
    const traffic = { records: 0, bytes: 0 };
    for (const shard of open) {
      traffic.records += shard.incomingRecords;
      traffic.bytes += shard.incomingBytes;
      shard.clearMinute();
    }
    const wanted = this.settings.mode === "ON_DEMAND" ? wantedShards(open.length, traffic) : undefined;
    if (wanted !== undefined && !this.reshards.isUpdating) this.reshards.resize(wanted.count, wanted.why);
  }

  // --- reading

  get shards(): readonly Shard[] {
    this.#trim();
    return this.shardMap.listed;
  }

  shard(index: number): Shard | undefined {
    return this.shardMap.get(index);
  }

  children(shard: number): readonly number[] {
    return this.shardMap.children(shard);
  }

  read(index: number, position: number, max: number): ShardReading | Refusal {
    const shard = this.shardMap.get(index);
    return this.readAs(index, position, max, shard && { calls: shard.readCalls, bytes: shard.readBytes });
  }

  /** The same for a reader that has a budget of its own. */
  readAs(index: number, position: number, max: number, budget: ReadBudget | undefined): ShardReading | Refusal {
    this.#trim();
    const { context, meters } = this;
    const { faults, timeMs } = context;
    meters.reads.add(1);
    if (faults.outage) return UNAVAILABLE;
    const shard = this.shardMap.get(index);
    if (shard === undefined || budget === undefined) return noShardToRead(shardIdOf(index), this.name);
    const isThrottled = faults.throttleRate > 0 && context.random.next() < faults.throttleRate;
    const reading = isThrottled ? undefined : readShard(shard, position, max, budget, timeMs);
    if (reading === undefined) {
      meters.readThrottled.add(1);
      return rateExceeded(shard.id, this.name);
    }
    const last = reading.records.at(-1);
    if (last !== undefined) {
      meters.outgoingRecords.add(reading.records.length);
      meters.readAgeMs.add(timeMs - last.timeMs);
    }
    return reading;
  }

  wait(shard: number, address: Address): void {
    this.#waiters.add(shard, address);
  }

  stopWaiting(address: Address): void {
    this.#waiters.remove(address);
  }

  positionOf(index: number, start: StartingPosition): number {
    this.#trim();
    const log = this.shardMap.get(index)?.log;
    if (log === undefined) return 0;
    if (start.type === "AT_TIMESTAMP") return log.positionAt(start.timeMs);
    return start.type === "LATEST" ? log.next : log.first;
  }

  arrivedMs(index: number, position: number): number | undefined {
    const log = this.shardMap.get(index)?.log;
    return log?.timeAt(Math.max(position, log.first));
  }

  // --- sequence numbers

  sequenceNumberOf(index: number, { position, timeMs }: Pick<ShardRecord, "position" | "timeMs">): string {
    const shard = this.shardMap.get(index);
    const shardSeconds = this.#seconds(shard?.createdMs ?? 0);
    return sequenceNumberOf({
      shardSeconds,
      shard: index,
      position,
      seconds: Math.max(shardSeconds, this.#seconds(timeMs)),
    });
  }

  /** SequenceNumberRange of a shard. */
  sequenceNumbersOf({ index, createdMs, closedMs }: Shard): { readonly start: string; readonly end?: string } {
    const shardSeconds = this.#seconds(createdMs);
    const start = this.sequenceNumberOf(index, { position: 0, timeMs: createdMs });
    if (closedMs === undefined) return { start };
    return { start, end: endingSequenceNumberOf({ shardSeconds, shard: index, seconds: this.#seconds(closedMs) }) };
  }

  /** Since 1970, of a time since the simulation began. */
  #seconds(timeMs: number): number {
    return Math.floor((this.context.epochMs - this.context.timeMs + timeMs) / 1_000);
  }

  eventOf(index: number, record: ShardRecord): JsonObject {
    return lambdaRecordOf(record, {
      streamArn: this.streamArn,
      shardId: shardIdOf(index),
      sequenceNumber: this.sequenceNumberOf(index, record),
      arrivedEpochMs: this.context.epochMs - this.context.timeMs + record.timeMs,
    });
  }

  // --- retention

  /** Increase- and DecreaseStreamRetentionPeriod; UpdateStreamMode. */
  set(settings: Partial<StreamSettings>): void {
    this.settings = { ...this.settings, ...settings };
    this.#trimMs = 0;
    this.#trim();
  }

  #expireAt(timeMs: number): void {
    if (timeMs >= this.#trimMs) return;
    this.#trimMs = timeMs;
    this.context.atIdle(timeMs, TRIM);
  }

  /** Lets go of what has expired by now, and of closed shards that have. */
  #trim(): void {
    const { context, meters, shardMap } = this;
    const { retentionMs } = this.settings;
    if (context.timeMs < this.#trimMs) return;
    const untilMs = context.timeMs - retentionMs;
    let nextMs = Number.POSITIVE_INFINITY;
    for (const shard of shardMap.listed) {
      for (let record = shard.log.trim(untilMs); record !== undefined; record = shard.log.trim(untilMs)) {
        context.left(1);
        meters.trimmed.add(1);
        context.tell("trimmed", record.message, { code: "kinesis.trimmed", hours: retentionMs / HOUR_MS });
      }
      const leavesMs = shard.log.oldestMs ?? shard.closedMs ?? Number.POSITIVE_INFINITY;
      if (leavesMs <= untilMs) shardMap.forget(shard);
      else nextMs = Math.min(nextMs, leavesMs + retentionMs);
    }
    this.#trimMs = Number.POSITIVE_INFINITY;
    if (nextMs !== Number.POSITIVE_INFINITY) this.#expireAt(nextMs);
  }

  // --- for the kernel

  handle({ kind, ref }: SimEvent): void {
    this.#trim();
    if (kind === RESHARD) this.reshards.ask(this.#resharding[ref] as Resharding);
    else if (kind === RESHARDED) {
      const closed = this.reshards.end();
      this.meters.openShards.set(this.shardMap.open.length);
      for (const shard of closed) {
        this.#expireAt((shard.closedMs ?? 0) + this.settings.retentionMs);
        // Whoever has read all of it goes on with its children.
        this.#wake(shard);
      }
    }
  }

  inside(): number {
    return this.shardMap.listed.reduce((sum, { log }) => sum + log.size, 0);
  }

  audit(): readonly string[] {
    return this.shardMap.audit();
  }

  view(): JsonObject {
    const shards = this.shardMap.listed.map(({ id, isClosed, log, heavyKeys: { heaviest } }) => {
      return {
        id,
        closed: isClosed,
        records: log.size,
        ...(heaviest !== undefined && { heaviestKey: { ...heaviest } }),
      };
    });
    return { status: this.reshards.isUpdating ? "UPDATING" : "ACTIVE", openShards: this.shardMap.open.length, shards };
  }

  save(keeper: Keeper): SavedStream {
    return {
      settings: this.settings,
      shards: this.shardMap.save(keeper),
      change: this.reshards.save(),
      waiters: this.#waiters.save(),
      trimMs: Number.isFinite(this.#trimMs) ? this.#trimMs : null,
      minute: this.#minute,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { settings, shards, change, waiters, trimMs, minute } = saved as SavedStream;
    this.settings = settings;
    this.shardMap.restore(shards, finder);
    this.reshards.restore(change);
    this.#waiters.restore(waiters);
    this.#trimMs = trimMs ?? Number.POSITIVE_INFINITY;
    this.#minute = minute;
  }
}

interface SavedStream {
  readonly settings: StreamSettings;
  readonly shards: readonly (SavedShard | null)[];
  readonly change: JsonValue;
  readonly waiters: JsonValue;
  readonly trimMs: number | null;
  readonly minute: number;
}

function entryOf(cause: Message | undefined, delivery: Delivery): PutEntry {
  if (delivery.body !== undefined) return delivery as Delivery & { readonly body: string };
  const { body = cause?.body ?? "", partitionKey } = delivery;
  const attributes = delivery.attributes ?? cause?.attributes;
  const plain = partitionKey === undefined ? { body } : { body, partitionKey };
  return attributes === undefined ? plain : { ...plain, attributes };
}

/** What holds for the request as a whole. */
function refuseBatch(entries: readonly PutEntry[]): Refusal | undefined {
  if (entries.length > KINESIS_PUT_MAX_RECORDS) return tooManyRecords(KINESIS_PUT_MAX_RECORDS);
  const length = entries.reduce((sum, { body, partitionKey = "" }) => sum + body.length + partitionKey.length, 0);
  if (length * MAX_BYTES_OF_UNIT <= KINESIS_PUT_MAX_BYTES) return undefined;
  const bytes = entries.reduce((sum, each) => sum + utf8Length(each.body) + utf8Length(each.partitionKey ?? ""), 0);
  return bytes > KINESIS_PUT_MAX_BYTES ? tooManyBytes() : undefined;
}

/** What one UTF-16 unit of a text takes in UTF-8 at most. */
const MAX_BYTES_OF_UNIT = 3;
