/**
 * Shard iterators: opaque to callers, good for five minutes. What they begin with is checked as AWS does it.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html
 */
import type { JsonObject } from "../../../json.ts";
import { KINESIS_ITERATOR_MS } from "../../../limits.ts";
import { isRefusal, type Refusal } from "../../../refusals/refusal.ts";
import { base64Decode, base64Encode } from "../../../text/base64.ts";
import { utf8Decode, utf8Encode } from "../../../text/utf8.ts";
import { number, text } from "../../requests.ts";
import {
  iteratorExpired,
  iteratorInvalid,
  noShard,
  noShardToRead,
  type StreamName,
  sequenceNumberInvalid,
  sequenceNumberMissing,
  sequenceNumberNotWanted,
  sequenceNumberOfOtherShard,
  sequenceNumberOfOtherStream,
  timestampInFuture,
  timestampMissing,
} from "../errors.ts";
import { readSequenceNumber } from "../sequence-number.ts";
import { type Shard, shardIdOf, shardIndexOf } from "../shard.ts";
import type { Stream } from "../stream.ts";

/** Where a reader is. */
export interface Iterator {
  readonly stream: string;
  readonly shard: number;
  readonly position: number;
}

const MARK = "sluice-shard-iterator";

/** `serial`: none is given out twice. */
export function iteratorText({ stream, shard, position }: Iterator, madeMs: number, serial: number): string {
  return base64Encode(utf8Encode([MARK, stream, shard, position, madeMs, serial].join("/")));
}

export function iteratorOf(written: string, nowMs: number): Iterator | Refusal {
  const bytes = base64Decode(written);
  const [mark, stream, shard, position, madeMs] = bytes === undefined ? [] : utf8Decode(bytes).split("/");
  if (mark !== MARK || stream === undefined) return iteratorInvalid();
  const made = Number(madeMs);
  if (nowMs - made > KINESIS_ITERATOR_MS) return iteratorExpired(made, nowMs, KINESIS_ITERATOR_MS);
  return { stream, shard: Number(shard), position: Number(position) };
}

/** The shard that a reader names: its id is read before the stream is looked for. */
export function shardToRead(shardId: string, stream: Stream | undefined, name: StreamName): Shard | Refusal {
  const index = shardIndexOf(shardId);
  if (index === undefined) return noShard(shardId, name);
  return stream?.shards.find((shard) => shard.index === index) ?? noShardToRead(shardIdOf(index), name);
}

/** Seconds since 1970, or as SDKs write times. */
function timestampOf(request: JsonObject): number | undefined {
  const given = number(request, "Timestamp");
  if (given !== undefined) return given * 1_000;
  const written = text(request, "Timestamp");
  return written === undefined || Number.isNaN(Date.parse(written)) ? undefined : Date.parse(written);
}

/** Names of the fields: those of a request for an iterator, or of a StartingPosition. */
export interface StartFields {
  readonly type: "ShardIteratorType" | "Type";
  readonly sequenceNumber: "StartingSequenceNumber" | "SequenceNumber";
}

/** The position that a request begins at. `epochMs`: virtual now. */
export function positionOf(
  stream: Stream,
  shard: Shard,
  request: JsonObject,
  fields: StartFields,
  { epochMs, timeMs }: { readonly epochMs: number; readonly timeMs: number },
): number | Refusal {
  const type = text(request, fields.type) ?? "";
  const sequenceNumber = text(request, fields.sequenceNumber);
  switch (type) {
    case "TRIM_HORIZON":
    case "LATEST":
      return sequenceNumber === undefined ? stream.positionOf(shard.index, { type }) : sequenceNumberNotWanted(type);
    case "AT_TIMESTAMP": {
      const timestamp = timestampOf(request);
      if (timestamp === undefined) return timestampMissing();
      if (timestamp > epochMs)
        return timestampInFuture(new Date(timestamp).toISOString(), new Date(epochMs).toISOString());
      return stream.positionOf(shard.index, { type, timeMs: timestamp - epochMs + timeMs });
    }
    default: {
      if (sequenceNumber === undefined) return sequenceNumberMissing(type);
      const position = positionOfSequence(stream, shard, sequenceNumber);
      if (isRefusal(position)) return position;
      return type === "AFTER_SEQUENCE_NUMBER" ? position + 1 : position;
    }
  }
}

function positionOfSequence(stream: Stream, shard: Shard, sequenceNumber: string): number | Refusal {
  const { name } = stream;
  const read = readSequenceNumber(sequenceNumber);
  if (read === undefined) return sequenceNumberInvalid(sequenceNumber, shard.id, name);
  if (read.shard !== shard.index) return sequenceNumberOfOtherShard(shardIdOf(read.shard), shard.id);
  const own = readSequenceNumber(stream.sequenceNumbersOf(shard).start);
  if (read.version !== own?.version || read.shardSeconds !== own.shardSeconds) {
    return sequenceNumberOfOtherStream(read.decimal, shard.id, name);
  }
  // The end of a closed shard lies behind all of its records.
  return Math.min(Number(read.position), shard.next);
}
