/**
 * What a mapping of a stream goes by besides what all mappings do.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html
 */
import { isObject, type JsonObject } from "../../json.ts";
import { KAFKA_RETRIES_BEFORE_DESTINATION, KAFKA_WINDOW_MS } from "../../limits.ts";
import { kafkaTopicRead } from "../kafka/completing.ts";
import { numberOf } from "../settings.ts";
import type { StartingPosition } from "../shards/shards-port.ts";
import { type MappingSettings, mappingSettingsOf } from "./mapping-settings.ts";

export interface StreamSettings extends MappingSettings {
  /** Of AT_TIMESTAMP, the time is in epoch milliseconds. */
  readonly start: StartingPosition;
  /** Batches of one shard that may be in hand at the same time. */
  readonly parallelizationFactor: number;
  readonly bisectsBatches: boolean;
  /** How often a batch is tried again; Infinity: until its records expire. */
  readonly maximumRetryAttempts: number;
  readonly maximumRecordAgeMs: number;
  /** Undefined: no windows. */
  readonly tumblingWindowMs: number | undefined;
  readonly onFailureArn: string | undefined;
}

export function streamSettingsOf(properties: JsonObject): StreamSettings {
  const { StartingPosition: start, DestinationConfig: destinations } = properties;
  const onFailure = isObject(destinations) ? destinations.OnFailure : undefined;
  const destination = isObject(onFailure) ? onFailure.Destination : undefined;
  const tumblingSeconds = numberOf(properties.TumblingWindowInSeconds, 0);
  const retries = limitOf(numberOf(properties.MaximumRetryAttempts, -1));
  const topic = kafkaTopicRead(properties);
  const isEndless = topic !== undefined && destination !== undefined && !Number.isFinite(retries);
  return {
    ...mappingSettingsOf(properties),
    ...(topic !== undefined && { sourceArn: topic, windowMs: kafkaWindowMs(properties) }),
    start:
      start === "AT_TIMESTAMP"
        ? { type: start, timeMs: numberOf(properties.StartingPositionTimestamp, 0) * 1_000 }
        : { type: start === "LATEST" ? start : "TRIM_HORIZON" },
    // Windows are of a shard as a whole.
    parallelizationFactor: tumblingSeconds > 0 ? 1 : numberOf(properties.ParallelizationFactor, 1),
    bisectsBatches: String(properties.BisectBatchOnFunctionError) === "true",
    maximumRetryAttempts: isEndless ? KAFKA_RETRIES_BEFORE_DESTINATION : retries,
    maximumRecordAgeMs: limitOf(numberOf(properties.MaximumRecordAgeInSeconds, -1)) * 1_000,
    tumblingWindowMs: tumblingSeconds > 0 ? tumblingSeconds * 1_000 : undefined,
    onFailureArn: typeof destination === "string" ? destination : undefined,
  };
}

/** -1 is no limit. */
function limitOf(value: number): number {
  return value < 0 ? Number.POSITIVE_INFINITY : value;
}

/** Milliseconds; for Kafka there is a window also where none is set. */
function kafkaWindowMs({ MaximumBatchingWindowInSeconds: seconds }: JsonObject): number {
  return seconds === undefined ? KAFKA_WINDOW_MS : numberOf(seconds, 0) * 1_000;
}

export function isStreamArn(arn: string): boolean {
  return /^arn:[^:]*:(kinesis|dynamodb):/.test(arn);
}
