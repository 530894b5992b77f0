/** Making, changing and describing streams. */
import type { JsonObject } from "../../../json.ts";
import { isObject } from "../../../json.ts";
import { KINESIS_MAX_RETENTION_HOURS, KINESIS_MIN_RETENTION_HOURS } from "../../../limits.ts";
import { type Answer, number, text } from "../../requests.ts";
import { retentionNotLonger, retentionNotShorter, retentionOutOfRange, streamExists } from "../errors.ts";
import { decimalOf } from "../hash-key.ts";
import { type Shard, shardIdOf } from "../shard.ts";
import type { Stream } from "../stream.ts";
import { type KinesisWorld, streamArnOf } from "./world.ts";

const HOUR_MS = 3_600_000;

export function createStream(world: KinesisWorld, request: JsonObject): Answer {
  const name = text(request, "StreamName") ?? "";
  const known = world.find(name);
  if (known !== undefined) return streamExists(known.name);
  const { ShardCount, StreamModeDetails } = request;
  const properties = {
    Name: name,
    ...(ShardCount !== undefined && { ShardCount }),
    ...(isObject(StreamModeDetails) && { StreamModeDetails }),
  };
  world.add({ id: name, type: "AWS::Kinesis::Stream", arn: streamArnOf(name), properties });
  return {};
}

export function deleteStream(stream: Stream, _request: JsonObject, world: KinesisWorld): Answer {
  world.remove(stream.context.id);
  return {};
}

export function describeStream(stream: Stream, _request: JsonObject, { epochMs, timeMs }: KinesisWorld): Answer {
  return {
    StreamDescription: {
      StreamName: stream.name.name,
      StreamARN: stream.streamArn,
      StreamStatus: stream.reshards.isUpdating ? "UPDATING" : "ACTIVE",
      StreamModeDetails: { StreamMode: stream.settings.mode },
      Shards: stream.shards.map((shard) => shardIn(stream, shard)),
      HasMoreShards: false,
      RetentionPeriodHours: stream.settings.retentionMs / HOUR_MS,
      StreamCreationTimestamp: (epochMs - timeMs) / 1_000,
      EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
      EncryptionType: "NONE",
    },
  };
}

export function listShards(stream: Stream): Answer {
  return { Shards: stream.shards.map((shard) => shardIn(stream, shard)) };
}

function shardIn(stream: Stream, shard: Shard): JsonObject {
  const { start, end } = stream.sequenceNumbersOf(shard);
  const [parent, adjacent] = shard.parents;
  return {
    ShardId: shard.id,
    ...(parent !== undefined && { ParentShardId: shardIdOf(parent) }),
    ...(adjacent !== undefined && { AdjacentParentShardId: shardIdOf(adjacent) }),
    HashKeyRange: { StartingHashKey: decimalOf(shard.range.start), EndingHashKey: decimalOf(shard.range.end) },
    SequenceNumberRange: {
      StartingSequenceNumber: start,
      ...(end !== undefined && { EndingSequenceNumber: end }),
    },
  };
}

export function updateShardCount(stream: Stream, request: JsonObject): Answer {
  const target = number(request, "TargetShardCount") ?? 0;
  const { length: current } = stream.shardMap.open;
  const { name, streamArn } = stream;
  return (
    stream.reshards.resize(target) ?? {
      StreamName: name.name,
      StreamARN: streamArn,
      CurrentShardCount: current,
      TargetShardCount: target,
    }
  );
}

export function changeRetention(stream: Stream, request: JsonObject, direction: "longer" | "shorter"): Answer {
  const hours = number(request, "RetentionPeriodHours") ?? 0;
  const present = stream.settings.retentionMs / HOUR_MS;
  if (hours < KINESIS_MIN_RETENTION_HOURS) return retentionOutOfRange(hours, KINESIS_MIN_RETENTION_HOURS);
  if (hours > KINESIS_MAX_RETENTION_HOURS) return retentionOutOfRange(hours, KINESIS_MAX_RETENTION_HOURS);
  if (direction === "longer" && hours < present) return retentionNotLonger(hours, present, stream.name);
  if (direction === "shorter" && hours > present) return retentionNotShorter(hours, present, stream.name);
  stream.set({ retentionMs: hours * HOUR_MS });
  return {};
}
