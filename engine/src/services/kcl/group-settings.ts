/**
 * What a consumer group is set to: programs with the Kinesis Client Library. No CloudFormation resource says so, so the
 * scenario does; names are the library's.
 * https://docs.aws.amazon.com/streams/latest/dev/kcl-configuration.html
 */
import type { JsonObject } from "../../json.ts";
import type { NodeSpec } from "../../sim/types.ts";
import { type Handler, type HandlerBehavior, handlerOf } from "../handler.ts";

export interface GroupProperties {
  /** A stream, an enhanced fan-out consumer, or a table: name or ARN. */
  readonly StreamArn?: string;
  /** Default 1. */
  readonly DesiredCount?: number;
  /** Records of one call of the program. Default 10,000. */
  readonly MaxRecords?: number;
  /** A worker that renews its leases no more is taken for dead. Default 10,000. */
  readonly FailoverTimeMillis?: number;
  /** Default: after each batch. */
  readonly CheckpointSeconds?: number;
  /** Where shards begin that have no checkpoint yet. Default LATEST. */
  readonly InitialPositionInStream?: "TRIM_HORIZON" | "LATEST";
  /** What becomes of a record that the program fails with: the library goes on behind it, unless the program tries again. */
  readonly OnError?: "Skip" | "Retry";
  /** Queues, topics, ... that get what was processed. */
  readonly TargetArns?: readonly string[];
}

export interface Death {
  readonly atMs: number;
  /** From 1. */
  readonly worker: number;
  /** When it is started again; left out: never. */
  readonly backMs?: number;
}

export interface GroupBehavior extends HandlerBehavior {
  /** Workers that die without a word. */
  readonly deaths?: readonly Death[];
}

export interface GroupSettings {
  readonly streamArn: string;
  readonly desiredCount: number;
  readonly maxRecords: number;
  readonly failoverMs: number;
  readonly checkpointMs: number | undefined;
  readonly initialPosition: "TRIM_HORIZON" | "LATEST";
  readonly skipsErrors: boolean;
  readonly targetArns: readonly string[];
  readonly deaths: readonly Death[];
  readonly handler: Handler;
}

export function groupSettingsOf({ properties, behavior = {} }: NodeSpec): GroupSettings {
  const given = properties as JsonObject & GroupProperties;
  const behaves = behavior as JsonObject & GroupBehavior;
  return {
    streamArn: given.StreamArn ?? "",
    desiredCount: given.DesiredCount ?? 1,
    maxRecords: given.MaxRecords ?? 10_000,
    failoverMs: given.FailoverTimeMillis ?? 10_000,
    checkpointMs: given.CheckpointSeconds === undefined ? undefined : given.CheckpointSeconds * 1_000,
    initialPosition: given.InitialPositionInStream ?? "LATEST",
    skipsErrors: given.OnError !== "Retry",
    targetArns: given.TargetArns ?? [],
    deaths: behaves.deaths ?? [],
    handler: handlerOf(behaves),
  };
}
