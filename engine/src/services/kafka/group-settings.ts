/**
 * What a consumer group is set to. Its members are programs: no resource says so, so the scenario does. Names and defaults
 * are Kafka's. https://kafka.apache.org/documentation/#consumerconfigs
 */
import type { JsonObject } from "../../json.ts";
import {
  KAFKA_AUTO_COMMIT_MS,
  KAFKA_HEARTBEAT_MS,
  KAFKA_MAX_POLL_INTERVAL_MS,
  KAFKA_MAX_POLL_RECORDS,
  KAFKA_SESSION_MS,
} from "../../limits.ts";
import { type Distribution, type Sampler, samplerOf } from "../../sim/distribution.ts";
import type { NodeSpec } from "../../sim/types.ts";
import { type Handler, type HandlerBehavior, handlerOf } from "../handler.ts";
import type { Assignment } from "./assignors.ts";

export interface GroupProperties {
  /** ARNs or ids of topics. */
  readonly TopicArns: readonly string[];
  /** Members at the beginning. Default 1. */
  readonly DesiredCount?: number;
  /** Default 500. */
  readonly MaxPollRecords?: number;
  /** Default "range". */
  readonly PartitionAssignment?: Assignment;
  readonly SessionTimeoutMs?: number;
  readonly HeartbeatIntervalMs?: number;
  readonly MaxPollIntervalMs?: number;
  /** When offsets are committed: now and then by the client itself (default), after each batch, after each record. */
  readonly Commit?: "Auto" | "Batch" | "Each";
  readonly AutoCommitIntervalMs?: number;
  /** Where a partition is read from of which nothing is committed. Default "latest". */
  readonly AutoOffsetReset?: "latest" | "earliest";
  /** How often a record that failed is tried again before the member goes on without it. Default 9, as Spring has it. */
  readonly RetryAttempts?: number;
  readonly RetryPauseMs?: number;
  /** What takes records that failed for good. Left out: nobody. */
  readonly DeadLetterArn?: string;
  /** How long a member that is to stop may work on with what it has in hand. Default 30. */
  readonly StopTimeout?: number;
  /** Queues, topics, ... that get what was processed. */
  readonly TargetArns?: readonly string[];
}

export interface GroupBehavior extends HandlerBehavior {
  /** How long a new member takes until it joins, milliseconds. Default 0. */
  readonly startMs?: Distribution;
}

export interface GroupSettings {
  readonly topicArns: readonly string[];
  readonly desiredCount: number;
  readonly maxPollRecords: number;
  readonly assignment: Assignment;
  readonly sessionMs: number;
  readonly heartbeatMs: number;
  readonly maxPollIntervalMs: number;
  readonly commit: "Auto" | "Batch" | "Each";
  readonly autoCommitMs: number;
  readonly offsetReset: "latest" | "earliest";
  readonly retryAttempts: number;
  readonly retryPauseMs: number;
  readonly deadLetterArn: string | undefined;
  readonly stopTimeoutMs: number;
  readonly targetArns: readonly string[];
  readonly startMs: Sampler;
  readonly handler: Handler;
}

/** Attempts after the first one that Spring's error handler makes. */
const RETRY_ATTEMPTS = 9;

/** Shapes and bounds have been checked by whoever read the scenario. */
export function groupSettingsOf({ properties, behavior = {} }: NodeSpec): GroupSettings {
  const given = properties as JsonObject & Partial<GroupProperties>;
  const behaves = behavior as JsonObject & GroupBehavior;
  return {
    topicArns: given.TopicArns ?? [],
    desiredCount: given.DesiredCount ?? 1,
    maxPollRecords: given.MaxPollRecords ?? KAFKA_MAX_POLL_RECORDS,
    assignment: given.PartitionAssignment ?? "range",
    sessionMs: given.SessionTimeoutMs ?? KAFKA_SESSION_MS,
    heartbeatMs: given.HeartbeatIntervalMs ?? KAFKA_HEARTBEAT_MS,
    maxPollIntervalMs: given.MaxPollIntervalMs ?? KAFKA_MAX_POLL_INTERVAL_MS,
    commit: given.Commit ?? "Auto",
    autoCommitMs: given.AutoCommitIntervalMs ?? KAFKA_AUTO_COMMIT_MS,
    offsetReset: given.AutoOffsetReset ?? "latest",
    retryAttempts: given.RetryAttempts ?? RETRY_ATTEMPTS,
    retryPauseMs: given.RetryPauseMs ?? 0,
    deadLetterArn: given.DeadLetterArn,
    stopTimeoutMs: (given.StopTimeout ?? 30) * 1_000,
    targetArns: given.TargetArns ?? [],
    startMs: samplerOf(behaves.startMs ?? 0),
    handler: handlerOf(behaves),
  };
}

/** The names of a group's members: `1`, `2`, ... */
export function memberNames({ properties }: NodeSpec): readonly string[] {
  const { DesiredCount = 1 } = properties as Partial<GroupProperties>;
  return Array.from({ length: DesiredCount }, (_, index) => String(index + 1));
}
