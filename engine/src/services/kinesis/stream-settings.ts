/**
 * What a stream goes by.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html
 */
import { isObject, type JsonObject } from "../../json.ts";
import { KINESIS_MAX_RECORD_BYTES, KINESIS_MIN_RETENTION_HOURS, KINESIS_ON_DEMAND_SHARDS } from "../../limits.ts";
import { numberOf } from "../settings.ts";

const HOUR_MS = 3_600_000;

export interface StreamSettings {
  readonly mode: "PROVISIONED" | "ON_DEMAND";
  /** At the beginning. */
  readonly shardCount: number;
  readonly retentionMs: number;
  /** Data and partition key. */
  readonly maxRecordBytes: number;
}

export function streamSettingsOf(properties: JsonObject): StreamSettings {
  const { StreamModeDetails: details, ShardCount, WarmThroughputMiBps } = properties;
  const given = isObject(details) ? details.StreamMode : undefined;
  // Without a number of shards a stream is on-demand, whatever is said of its mode.
  const isOnDemand = given === "ON_DEMAND" || (given === undefined && ShardCount === undefined);
  const warm = Math.max(KINESIS_ON_DEMAND_SHARDS, numberOf(WarmThroughputMiBps, 0));
  return {
    mode: isOnDemand ? "ON_DEMAND" : "PROVISIONED",
    shardCount: isOnDemand ? warm : numberOf(ShardCount, 1),
    retentionMs: numberOf(properties.RetentionPeriodHours, KINESIS_MIN_RETENTION_HOURS) * HOUR_MS,
    maxRecordBytes: numberOf(properties.MaxRecordSizeInKiB, KINESIS_MAX_RECORD_BYTES / 1_024) * 1_024,
  };
}
