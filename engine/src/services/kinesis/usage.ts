/** What Kinesis Data Streams bills: shard hours and PUT payload units, or stream hours and bytes. https://aws.amazon.com/kinesis/data-streams/pricing/ */
import { isObject } from "../../json.ts";
import { totalOf, type UsageOf } from "../usage.ts";

const GIGABYTE = 1_000_000_000;

export const streamUsage: UsageOf = (metrics, { properties }, hours) => {
  const { StreamModeDetails: mode } = properties;
  if (isObject(mode) && mode.StreamMode === "ON_DEMAND") {
    return { "kinesis.streamHours": hours, "kinesis.onDemandBytes": totalOf(metrics, "incomingBytes") / GIGABYTE };
  }
  const { openShards } = metrics;
  const shards = openShards?.kind === "gauge" ? openShards.mean : 0;
  return { "kinesis.shardHours": shards * hours, "kinesis.putUnits": totalOf(metrics, "payloadUnits") };
};
