/**
 * Takes records in: which shard, whether that has room for it, and why not.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html
 */
import { type Refusal, UNAVAILABLE } from "../../refusals/refusal.ts";
import type { Attributes, Message, NodeContext } from "../../sim/types.ts";
import { utf8Length } from "../../text/utf8.ts";
import { refuseLoop } from "../loops.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import { hashKeyOutOfRange, rateExceeded, recordTooLarge, type StreamName } from "./errors.ts";
import { hashKeyOfDecimal } from "./hash-key.ts";
import type { Shard } from "./shard.ts";
import type { ShardMap } from "./shard-map.ts";
import type { StreamMeters } from "./stream-meters.ts";
import type { StreamSettings } from "./stream-settings.ts";

export interface PutEntry {
  readonly body: string;
  readonly attributes?: Attributes;
  /** Left out: one of its own for each record, which spreads them evenly. */
  readonly partitionKey?: string;
  /** In decimal. */
  readonly explicitHashKey?: string;
  /** Of the data, where that is not the length of the body in UTF-8. */
  readonly bytes?: number;
}

export interface PutResult {
  readonly shard: Shard;
  readonly record: ShardRecord;
}

/** Bytes of one PUT payload unit. https://aws.amazon.com/kinesis/data-streams/pricing/ */
const PAYLOAD_UNIT_BYTES = 25_600;

/** Above this share of its shard's records of the last minute a partition key is called hot. */
const HOT_SHARE = 0.5;

export interface PutHost {
  readonly context: NodeContext;
  readonly meters: StreamMeters;
  readonly settings: StreamSettings;
  readonly shardMap: ShardMap;
  readonly name: StreamName;
}

export function putRecord(host: PutHost, entry: PutEntry, cause?: Message, from?: string): PutResult | Refusal {
  const { context, meters, settings, shardMap } = host;
  const { faults, timeMs } = context;
  if (faults.outage) return UNAVAILABLE;
  const looped = refuseLoop(context, cause);
  if (looped !== undefined) return looped;
  const { body, attributes, explicitHashKey } = entry;
  const { partitionKey, bytes: keyBytes, shard: usual } = shardMap.ofKey(entry.partitionKey ?? context.random.uuid());
  const shard = explicitHashKey === undefined ? usual : ofHashKey(shardMap, explicitHashKey);
  if (shard === undefined) return hashKeyOutOfRange(explicitHashKey ?? "");
  const bytes = (entry.bytes ?? utf8Length(body)) + keyBytes;
  if (bytes > settings.maxRecordBytes) return recordTooLarge(bytes, settings.maxRecordBytes);
  shard.heavyKeys.add(partitionKey);
  shard.incomingRecords += 1;
  shard.incomingBytes += bytes;
  const isThrottled = faults.throttleRate > 0 && context.random.next() < faults.throttleRate;
  if (isThrottled || !shard.writeRecords.allows(timeMs, 1) || !shard.writeBytes.allows(timeMs, bytes)) {
    return throttled(host, shard, cause);
  }
  shard.writeRecords.use(1);
  shard.writeBytes.use(bytes);
  const message = context.newMessage(body, attributes, cause);
  const record = shard.log.add(message, partitionKey, timeMs, bytes);
  context.entered(1);
  meters.incomingRecords.add(1);
  meters.incomingBytes.add(bytes);
  meters.payloadUnits.add(Math.ceil(bytes / PAYLOAD_UNIT_BYTES));
  context.tell("arrived", message, shard.arrival, from);
  return { shard, record };
}

function ofHashKey(shardMap: ShardMap, decimal: string): Shard | undefined {
  const hashKey = hashKeyOfDecimal(decimal);
  return hashKey === undefined ? undefined : shardMap.of(hashKey);
}

function throttled({ context, meters, name }: PutHost, shard: Shard, cause: Message | undefined): Refusal {
  meters.writeThrottled.add(1);
  const { heaviest } = shard.heavyKeys;
  const hot = heaviest !== undefined && heaviest.share >= HOT_SHARE ? heaviest : {};
  context.tell("throttled", cause, { code: "kinesis.write-throttled", shard: shard.id, ...hot });
  return rateExceeded(shard.id, name);
}
