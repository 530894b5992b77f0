/**
 * What a topic is set to: its own configuration, else its cluster's, else Kafka's defaults.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-topic.html
 */
import type { JsonObject } from "../../json.ts";
import {
  KAFKA_RETENTION_MS,
  KAFKA_SEGMENT_BYTES,
  KAFKA_SEGMENT_MS,
  MAX_KAFKA_MESSAGE_BYTES,
  MAX_SERVERLESS_MESSAGE_BYTES,
} from "../../limits.ts";
import { javaProperties } from "../../text/java-properties.ts";
import type { ClusterSettings } from "./cluster-settings.ts";
import { flagIn, numberIn } from "./config.ts";

export interface TopicSettings {
  readonly name: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
  /** Infinity: without limit. */
  readonly retentionMs: number;
  /** Of each partition. */
  readonly retentionBytes: number;
  readonly segmentBytes: number;
  readonly segmentMs: number;
  readonly maxMessageBytes: number;
  /** Whether a replica that lacks records may lead when no other is there. */
  readonly isUncleanElection: boolean;
}

export function topicSettingsOf(properties: JsonObject, cluster: ClusterSettings): TopicSettings {
  const own = javaProperties(properties.Configs);
  const { config, brokers, zones, isServerless } = cluster;
  const usualReplicas = isServerless ? 3 : Math.min(zones, 3);
  const replicas = Number(
    properties.ReplicationFactor ?? numberIn(config, usualReplicas, "default.replication.factor"),
  );
  const replicationFactor = Math.max(1, Math.min(replicas, brokers));
  const both = { ...config, ...own };
  return {
    name: String(properties.TopicName ?? ""),
    partitions: Math.max(1, Number(properties.PartitionCount ?? numberIn(config, 1, "num.partitions"))),
    replicationFactor,
    minInsyncReplicas: numberIn(both, replicationFactor >= 3 ? 2 : 1, "min.insync.replicas"),
    retentionMs: numberIn(both, hours(config), "retention.ms", "log.retention.ms"),
    retentionBytes: numberIn(both, Number.POSITIVE_INFINITY, "retention.bytes", "log.retention.bytes"),
    segmentBytes: numberIn(both, KAFKA_SEGMENT_BYTES, "segment.bytes", "log.segment.bytes"),
    segmentMs: numberIn(both, KAFKA_SEGMENT_MS, "segment.ms", "log.roll.ms"),
    maxMessageBytes: numberIn(
      both,
      isServerless ? MAX_SERVERLESS_MESSAGE_BYTES : MAX_KAFKA_MESSAGE_BYTES,
      "max.message.bytes",
      "message.max.bytes",
    ),
    isUncleanElection: flagIn(both, !isServerless, "unclean.leader.election.enable"),
  };
}

function hours(config: ClusterSettings["config"]): number {
  const minutes = numberIn(config, Number.NaN, "log.retention.minutes");
  if (!Number.isNaN(minutes)) return minutes * 60_000;
  const given = numberIn(config, Number.NaN, "log.retention.hours");
  return Number.isNaN(given) ? KAFKA_RETENTION_MS : given * 3_600_000;
}
