/** Putting and getting records. */
import type { JsonObject } from "../../../json.ts";
import { KINESIS_READ_MAX_RECORDS } from "../../../limits.ts";
import { isRefusal, type Refusal } from "../../../refusals/refusal.ts";
import { type Answer, number, objects, text } from "../../requests.ts";
import type { ShardRecord } from "../../shards/shard-record.ts";
import { bodyOfData, dataOf } from "../data.ts";
import { hashKeyOutOfRange, noShardToRead, sequenceNumberForOrdering, streamNameOf } from "../errors.ts";
import { hashKeyOfDecimal } from "../hash-key.ts";
import type { PutEntry, PutResult } from "../puts.ts";
import { readSequenceNumber } from "../sequence-number.ts";
import { shardIdOf } from "../shard.ts";
import type { Stream } from "../stream.ts";
import { iteratorOf, iteratorText, positionOf, shardToRead } from "./iterators.ts";
import { type KinesisWorld, streamArnOf } from "./world.ts";

/** What a record is put as; Data that is no base64 has been refused by whoever sent it. */
function entryOf(request: JsonObject): PutEntry {
  const explicitHashKey = text(request, "ExplicitHashKey");
  return {
    ...(bodyOfData(text(request, "Data") ?? "") ?? { body: "" }),
    partitionKey: text(request, "PartitionKey") ?? "",
    ...(explicitHashKey !== undefined && { explicitHashKey }),
  };
}

function responseOf(stream: Stream, { shard, record }: PutResult): JsonObject {
  return { ShardId: shard.id, SequenceNumber: stream.sequenceNumberOf(shard.index, record) };
}

export function putRecord(stream: Stream, request: JsonObject, { epochMs }: KinesisWorld): Answer {
  const after = text(request, "SequenceNumberForOrdering");
  const read = after === undefined ? undefined : readSequenceNumber(after);
  const isBad = after !== undefined && (read === undefined || read.seconds * 1_000 > epochMs);
  if (isBad) return sequenceNumberForOrdering(after, stream.name);
  const result = stream.put(entryOf(request));
  return isRefusal(result) ? result : responseOf(stream, result);
}

/** What is wrong with one record for good fails the request; what a shard has no room for fails alone. */
export function putRecords(stream: Stream, request: JsonObject): Answer {
  const entries = objects(request, "Records").map(entryOf);
  const bad = entries.find((entry) => entry.explicitHashKey !== undefined && !hashKeyOfDecimal(entry.explicitHashKey));
  if (bad !== undefined) return hashKeyOutOfRange(bad.explicitHashKey ?? "");
  const results = stream.putBatch(entries);
  if (isRefusal(results)) return results;
  const refused = results.find((result): result is Refusal => isRefusal(result) && result.retryable !== true);
  if (refused !== undefined) return refused;
  return {
    FailedRecordCount: results.filter(isRefusal).length,
    Records: results.map((result) => {
      return isRefusal(result) ? { ErrorCode: result.code, ErrorMessage: result.message } : responseOf(stream, result);
    }),
  };
}

/** `serial`: tells iterators of the same position apart. */
export function getShardIterator(world: KinesisWorld, request: JsonObject, serial: number): Answer {
  const name = streamNameOf(streamArnOf(text(request, "StreamARN") ?? text(request, "StreamName") ?? ""));
  const stream = world.find(name.name);
  const shard = shardToRead(text(request, "ShardId") ?? "", stream, name);
  if (isRefusal(shard)) return shard;
  if (stream === undefined) return noShardToRead(shard.id, name);
  const fields = { type: "ShardIteratorType", sequenceNumber: "StartingSequenceNumber" } as const;
  const position = positionOf(stream, shard, request, fields, world);
  if (isRefusal(position)) return position;
  return {
    ShardIterator: iteratorText({ stream: name.name, shard: shard.index, position }, world.epochMs, serial),
  };
}

export function getRecords(world: KinesisWorld, request: JsonObject, serial: number): Answer {
  const { epochMs, timeMs } = world;
  const at = iteratorOf(text(request, "ShardIterator") ?? "", epochMs);
  if (isRefusal(at)) return at;
  const stream = world.find(at.stream);
  if (stream === undefined) return noShardToRead(shardIdOf(at.shard), streamNameOf(streamArnOf(at.stream)));
  const reading = stream.read(at.shard, at.position, number(request, "Limit") ?? KINESIS_READ_MAX_RECORDS);
  if (isRefusal(reading)) return reading;
  const { records, position, isEnd } = reading;
  const next = stream.shardMap.get(at.shard)?.log.at(position);
  return {
    Records: records.map((record) => recordIn(stream, at.shard, record, epochMs - timeMs)),
    MillisBehindLatest: next === undefined ? 0 : timeMs - next.timeMs,
    ...(isEnd
      ? { ChildShards: stream.children(at.shard).map((index) => ({ ShardId: shardIdOf(index) })) }
      : { NextShardIterator: iteratorText({ ...at, position }, epochMs, serial) }),
  };
}

/** `startMs`: epoch milliseconds of virtual time 0. */
export function recordIn(stream: Stream, shard: number, record: ShardRecord, startMs: number): JsonObject {
  return {
    SequenceNumber: stream.sequenceNumberOf(shard, record),
    ApproximateArrivalTimestamp: (startMs + record.timeMs) / 1_000,
    Data: dataOf(record.message),
    PartitionKey: record.partitionKey,
  };
}
