/** What a shard of a mapping asks of it, and what is said there of batches that are tried again. */
import type { JsonObject } from "../../json.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import type { Reason } from "../../sim/types.ts";
import type { InvocationResult } from "../lambda/invocation.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import type { TailHost } from "../shards/shard-tail.ts";
import type { StreamBatch } from "./stream-batch.ts";
import type { FailureCondition } from "./stream-failure.ts";
import type { StreamMappingMeters } from "./stream-meters.ts";
import type { StreamSettings } from "./stream-settings.ts";

/** What a shard needs of its mapping. */
export interface MappedShardHost extends TailHost {
  readonly settings: StreamSettings;
  readonly meters: StreamMappingMeters;
  /** Kinds of events: the end of a batching window, that of a pause, that of a tumbling window. */
  readonly windowKind: number;
  readonly retryKind: number;
  readonly tumblingKind: number;
  /** The answer comes with the ref. `window`: what the event says of a tumbling window. */
  invoke(shard: number, batch: StreamBatch, ref: number, window: JsonObject | undefined): Refusal | undefined;
  giveUp(shard: number, batch: StreamBatch, condition: FailureCondition, result: InvocationResult | undefined): void;
  /** By the filters. */
  passes(shard: number, record: ShardRecord): boolean;
  /** Something has been done, or has come. */
  progressed(): void;
  /** All of the shard is done. */
  ended(shard: number): void;
}

/** A shard is called blocked when a batch has failed so often. */
const BLOCKED_ATTEMPTS = 3;

/** `batches`: what is to be tried again of a batch that failed. `behind`: so many records wait for it. */
export function tellRetry(
  host: MappedShardHost,
  shard: number,
  { attempts }: StreamBatch,
  batches: readonly StreamBatch[],
  behind: number,
): void {
  const { context, meters, source } = host;
  const records = batches.flatMap((each) => each.records);
  const why: Reason = { code: "mapping.retried", attempts, batch: batches[0]?.records.length };
  meters.retried.add(records.length);
  for (const { message } of records) context.tell("retried", message, why);
  if (attempts !== BLOCKED_ATTEMPTS) return;
  // Once: all behind it waits.
  const id = source?.shard(shard)?.id;
  const blocked: Reason = { code: "mapping.shard-blocked", shard: id, attempts, behind, batch: records.length };
  context.tell("blocked", records[0]?.message, blocked);
}
