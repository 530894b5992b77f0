/**
 * An event source mapping of a Kinesis or DynamoDB stream, or of a topic of Kafka: a reader for each shard, parents before
 * children, or partition, that hands batches to the function; what is given up goes to the on-failure destination.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
import type { JsonObject } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { Finder, Keeper, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { topicKey } from "../kafka/completing.ts";
import { isBucketArn } from "../lambda/destinations.ts";
import type { InvocationResult } from "../lambda/invocation.ts";
import { requestIdOf } from "../lambda/names.ts";
import { type Ports, portOf } from "../ports.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import { ShardTail } from "../shards/shard-tail.ts";
import type { ShardsPort, StartingPosition } from "../shards/shards-port.ts";
import { addresseeOf } from "./batch-slots.ts";
import { describedMapping } from "./description.ts";
import { MappedShard, type SavedMappedShard } from "./mapped-shard.ts";
import type { MappedShardHost } from "./mapped-shard-host.ts";
import type { MappingPort } from "./mapping-port.ts";
import type { StreamBatch } from "./stream-batch.ts";
import {
  type FailureCondition,
  type FailureRecord,
  failureKeyOf,
  failureRecordOf,
  type GivenUp,
} from "./stream-failure.ts";
import { streamMappingMeters } from "./stream-meters.ts";
import { type StreamSettings, streamSettingsOf } from "./stream-settings.ts";

/** Kinds of events. */
const TAIL = 0;
const ANSWER = 1;
const RETRY = 2;
const WINDOW = 3;
const TUMBLING = 4;

export class StreamMapping implements SimNode, MappingPort, MappedShardHost {
  readonly ports: Partial<Ports> = { mapping: this };
  readonly tailKind = TAIL;
  readonly retryKind = RETRY;
  readonly windowKind = WINDOW;
  readonly tumblingKind = TUMBLING;
  readonly context: NodeContext;
  readonly meters;
  settings: StreamSettings;
  readonly #failureRecord: FailureRecord;
  #properties: JsonObject;
  readonly #shards = new Map<number, MappedShard>();
  /** Shards that are done with. */
  readonly #ended = new Set<number>();
  #givenUp = 0;
  #lastResult: LastResult = "No records processed";

  constructor(context: NodeContext, { properties }: NodeSpec, failureRecord: FailureRecord = failureRecordOf) {
    this.#failureRecord = failureRecord;
    this.context = context;
    this.#properties = properties;
    this.settings = streamSettingsOf(properties);
    this.meters = streamMappingMeters(context);
  }

  get source(): ShardsPort | undefined {
    return portOf(this.context, this.settings.sourceArn, "shards");
  }

  start(): void {
    if (this.settings.isEnabled) this.#begin();
  }

  /** The shards that are there at the beginning; of those that are closed, only where older records are wanted. */
  #begin(): void {
    const { source } = this;
    const { start } = this.settings;
    const listed = source?.shards ?? [];
    const there = new Set(listed.map(({ index }) => index));
    for (const { index, parents, isClosed } of listed) {
      const isFirst = start.type === "LATEST" ? !isClosed : !parents.some((parent) => there.has(parent));
      if (isFirst) this.#open(index, this.#startOf(start));
      else if (start.type === "LATEST") this.#ended.add(index);
    }
  }

  /** In virtual time. */
  #startOf(start: StartingPosition): StartingPosition {
    if (start.type !== "AT_TIMESTAMP") return start;
    const { epochMs, timeMs } = this.context;
    return { ...start, timeMs: start.timeMs - epochMs + timeMs };
  }

  #open(index: number, start: StartingPosition): void {
    const shard = new MappedShard(this, index, this.source?.positionOf(index, start) ?? 0);
    this.#shards.set(index, shard);
    shard.run();
  }

  update(properties: JsonObject): void {
    const { isEnabled } = this.settings;
    this.#properties = { ...this.#properties, ...properties };
    this.settings = streamSettingsOf(this.#properties);
    const isFirst = this.#shards.size === 0 && this.#ended.size === 0;
    if (this.settings.isEnabled && !isEnabled) {
      if (isFirst) this.#begin();
      else for (const shard of [...this.#shards.values()]) shard.startAgain();
    }
    if (!this.settings.isEnabled) for (const shard of this.#shards.values()) shard.stop();
  }

  describe(): JsonObject {
    return { ...describedMapping(this.#properties), LastProcessingResult: this.#lastResult };
  }

  // --- for its shards

  passes(shard: number, record: ShardRecord): boolean {
    const { filters } = this.settings;
    return filters === undefined || this.source === undefined || filters(this.source.eventOf(shard, record));
  }

  invoke(shard: number, batch: StreamBatch, ref: number, window: JsonObject | undefined): Refusal | undefined {
    const { records, attempts } = batch;
    const of = portOf(this.context, this.settings.functionName, "function");
    if (of === undefined) return NO_FUNCTION;
    return of.invoke(
      {
        messages: records.map(({ message }) => message),
        ...(attempts > 0 && { receiveCounts: records.map(() => attempts + 1) }),
        event: () => this.#eventOf(shard, records, window),
      },
      { node: this.context.id, kind: ANSWER, ref },
    );
  }

  #eventOf(shard: number, records: readonly ShardRecord[], window: JsonObject | undefined): JsonObject {
    const { source } = this;
    const events = records.map((record) => source?.eventOf(shard, record) ?? {});
    const event = source?.envelopeOf?.(shard, events) ?? { Records: events };
    if (window === undefined) return event;
    return { ...event, ...window, shardId: source?.shard(shard)?.id ?? "", eventSourceARN: source?.streamArn ?? "" };
  }

  giveUp(shard: number, batch: StreamBatch, condition: FailureCondition, result: InvocationResult | undefined): void {
    const { context, meters, settings } = this;
    const { onFailureArn } = settings;
    const refused = onFailureArn === undefined ? undefined : this.#tellDestination(shard, batch, condition, result);
    const isKept = onFailureArn !== undefined && refused === undefined;
    if (refused !== undefined) meters.destinationErrors.add(1);
    meters[isKept ? "deadLettered" : "discarded"].add(batch.records.length);
    const why = { code: "mapping.gave-up", condition, attempts: batch.attempts, refusal: refused?.code };
    for (const { message } of batch.records) {
      context.tell(isKept ? "deadLettered" : "lost", message, why, isKept ? onFailureArn : undefined);
    }
  }

  #tellDestination(
    index: number,
    { records, attempts }: StreamBatch,
    condition: FailureCondition,
    result: InvocationResult | undefined,
  ): Refusal | undefined {
    const { context, settings, source } = this;
    const { onFailureArn = "", functionName } = settings;
    const [first, last] = [records[0], records.at(-1)] as [ShardRecord, ShardRecord];
    const startMs = context.epochMs - context.timeMs;
    this.#givenUp += 1;
    const givenUp: GivenUp = {
      condition,
      source: source?.source ?? "kinesis",
      requestId: requestIdOf(context.id, this.#givenUp),
      functionArn: portOf(context, functionName, "function")?.arn ?? functionName,
      attempts,
      result,
      shardId: source?.shard(index)?.id ?? "",
      streamArn: source?.streamArn ?? "",
      sequenceNumbers: [source?.sequenceNumberOf(index, first) ?? "", source?.sequenceNumberOf(index, last) ?? ""],
      arrivedEpochMs: [startMs + first.timeMs, startMs + last.timeMs],
      batchSize: records.length,
      epochMs: context.epochMs,
    };
    const topic = /^kafka:\/\/(.+)$/.exec(onFailureArn)?.[1];
    if (topic !== undefined) return this.#tellTopic(topicKey(givenUp.streamArn, topic), records);
    const record = this.#failureRecord(givenUp);
    const { message } = first;
    if (isBucketArn(onFailureArn)) {
      const body = JSON.stringify({ ...record, payload: JSON.stringify(this.#eventOf(index, records, undefined)) });
      const key = failureKeyOf(givenUp, context.id);
      const causes = records.map((each) => each.message);
      const bucket = portOf(context, onFailureArn, "bucket");
      return bucket === undefined ? NOT_THERE : bucket.putObject({ key, body, causes, from: context.id });
    }
    const target = portOf(context, onFailureArn, "target");
    if (target === undefined) return NOT_THERE;
    return target.deliver(message, { body: JSON.stringify(record), from: context.id });
  }

  /** A topic of the same cluster gets the records themselves. https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure-destination.html */
  #tellTopic(key: string, records: readonly ShardRecord[]): Refusal | undefined {
    const target = portOf(this.context, key, "target");
    if (target === undefined) return NOT_THERE;
    for (const { message, partitionKey } of records) {
      const refused = target.deliver(message, { from: this.context.id, ...(partitionKey !== "" && { partitionKey }) });
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  missed(shard: number, count: number): void {
    this.meters.lost.add(count);
    this.context.tell("lost", undefined, { code: "shards.missed", shard, count });
  }

  refused(shard: number, code: string): void {
    this.meters.refused.add(1);
    this.context.tell("pollRefused", undefined, { code: "shards.read-refused", shard, refusal: code });
  }

  ended(index: number): void {
    const { source } = this;
    if (!this.#shards.delete(index)) return;
    this.#ended.add(index);
    const there = new Set((source?.shards ?? []).map((each) => each.index));
    for (const child of source?.children(index) ?? []) {
      const parents = source?.shard(child)?.parents ?? [];
      const isReady = parents.every((parent) => this.#ended.has(parent) || !there.has(parent));
      if (isReady && !this.#shards.has(child) && !this.#ended.has(child)) this.#open(child, { type: "TRIM_HORIZON" });
    }
  }

  progressed(): void {
    const { source, meters } = this;
    let [oldestMs, blockedMs]: (number | undefined)[] = [];
    let [blocked, inHand] = [0, 0];
    for (const shard of this.#shards.values()) {
      oldestMs = earlier(oldestMs, source?.arrivedMs(shard.index, shard.checkpoint));
      const since = shard.blockedMs;
      if (since !== undefined) blocked += 1;
      blockedMs = earlier(blockedMs, since);
      inHand += shard.inHand;
    }
    meters.iteratorAgeMs.since(oldestMs);
    meters.blockedShards.set(blocked);
    meters.blockedMs.since(blockedMs);
    meters.inHand.set(inHand);
  }

  // --- for the kernel

  handle({ kind, ref, data }: SimEvent): void {
    if (kind === TAIL) this.#shards.get(ShardTail.addresseeOf(ref).shard)?.handleTail(ref);
    else if (kind === ANSWER || kind === RETRY) {
      const mapped = this.#shards.get(addresseeOf(ref).shard);
      if (kind === RETRY) mapped?.handleRetry(ref);
      else {
        const result = data as unknown as InvocationResult;
        this.#lastResult = result.error === null ? "OK" : "PROBLEM: Function call failed";
        mapped?.handleAnswer(ref, result);
      }
    } else this.#shards.get(ref)?.run();
  }

  isBusy(): boolean {
    return this.settings.isEnabled && [...this.#shards.values()].some(({ isBusy }) => isBusy);
  }

  view(): JsonObject {
    const shards = Array.from(this.#shards, ([index, shard]) => {
      return {
        shard: index,
        checkpoint: shard.checkpoint,
        pending: shard.pending,
        isBlocked: shard.blockedMs !== undefined,
      };
    });
    const state = this.settings.isEnabled ? "Enabled" : "Disabled";
    return { state, lastProcessingResult: this.#lastResult, shards };
  }

  save(keeper: Keeper): SavedStreamMapping {
    return {
      properties: this.#properties,
      shards: [...this.#shards.values()].map((shard) => shard.save(keeper)),
      ended: [...this.#ended],
      givenUp: this.#givenUp,
      lastResult: this.#lastResult,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { properties, shards, ended, givenUp, lastResult } = saved as SavedStreamMapping;
    this.#properties = properties;
    this.settings = streamSettingsOf(properties);
    for (const each of shards) {
      const shard = new MappedShard(this, each.index, each.checkpoint);
      shard.restore(each, finder);
      this.#shards.set(each.index, shard);
    }
    for (const index of ended) this.#ended.add(index);
    this.#givenUp = givenUp;
    this.#lastResult = lastResult;
  }
}

/** LastProcessingResult, as GetEventSourceMapping has it. */
type LastResult = "No records processed" | "OK" | "PROBLEM: Function call failed";

interface SavedStreamMapping {
  readonly properties: JsonObject;
  readonly shards: readonly SavedMappedShard[];
  readonly ended: readonly number[];
  readonly givenUp: number;
  readonly lastResult: LastResult;
}

const NO_FUNCTION: Refusal = refusal("ResourceNotFoundException", "The function of the mapping is not there.");
const NOT_THERE: Refusal = refusal("ResourceNotFoundException", "The on-failure destination is not there.");

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
