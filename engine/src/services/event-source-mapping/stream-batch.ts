/**
 * A batch of records of one shard, and what becomes of it when the function has failed with it: a part of it is done, it is
 * cut into halves, it is tried again, or given up.
 * https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 */
import type { Finder, Keeper } from "../../sim/types.ts";
import { restoreRecord, type SavedRecord, saveRecord } from "../shards/saved-record.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import type { Failures } from "./batch-response.ts";
import type { StreamSettings } from "./stream-settings.ts";

export interface StreamBatch {
  readonly records: readonly ShardRecord[];
  /** Invocations that the function has answered. */
  readonly attempts: number;
  /** Invocations that were refused since. */
  readonly throttled: number;
  /** When the function failed with it for the first time, milliseconds; undefined: it has not. */
  readonly failedMs: number | undefined;
}

export function newBatch(records: readonly ShardRecord[], failedMs?: number): StreamBatch {
  return { records, attempts: 0, throttled: 0, failedMs };
}

/** What is to be done with a batch after an invocation. */
export interface NextSteps {
  /** Records that are done. */
  readonly done: number;
  /** What is to be invoked next, in this order. */
  readonly batches: readonly StreamBatch[];
  /** The first of them is to wait before, as a failed one. */
  readonly isRetry: boolean;
  /** No more of it: it has been tried often enough. */
  readonly givenUp: StreamBatch | undefined;
}

/** `batch`: with this invocation counted. */
export function nextSteps(
  batch: StreamBatch,
  failures: Failures,
  { bisectsBatches, maximumRetryAttempts }: Pick<StreamSettings, "bisectsBatches" | "maximumRetryAttempts">,
  nowMs: number,
): NextSteps {
  const { records, attempts, failedMs = nowMs } = batch;
  if (failures !== "all" && failures.size === 0) return steps({ done: records.length });
  const lowest = failures === "all" ? 0 : Math.min(...failures);
  // What was reported behind a success begins anew: the checkpoint has moved, and with it the number of attempts.
  if (lowest > 0) return steps({ done: lowest, batches: [newBatch(records.slice(lowest), failedMs)], isRetry: true });
  if (bisectsBatches && records.length > 1) {
    const half = Math.ceil(records.length / 2);
    const halves = [newBatch(records.slice(0, half), failedMs), newBatch(records.slice(half))];
    return steps({ batches: halves, isRetry: true });
  }
  const failed = { ...batch, failedMs };
  return attempts > maximumRetryAttempts ? steps({ givenUp: failed }) : steps({ batches: [failed], isRetry: true });
}

function steps(some: Partial<NextSteps>): NextSteps {
  return { done: 0, batches: [], isRetry: false, givenUp: undefined, ...some };
}

/** How many records of a batch, which are in the order of their arrival, are older than they may be. */
export function expiredIn(records: readonly ShardRecord[], maximumAgeMs: number, nowMs: number): number {
  const fresh = records.findIndex(({ timeMs }) => nowMs - timeMs <= maximumAgeMs);
  return fresh < 0 ? records.length : fresh;
}

export type SavedStreamBatch = Omit<StreamBatch, "records" | "failedMs"> & {
  readonly records: readonly SavedRecord[];
  readonly failedMs: number | null;
};

export function saveStreamBatch({ records, failedMs, ...plain }: StreamBatch, keeper: Keeper): SavedStreamBatch {
  return { ...plain, failedMs: failedMs ?? null, records: records.map((record) => saveRecord(record, keeper)) };
}

export function restoreStreamBatch({ records, failedMs, ...plain }: SavedStreamBatch, finder: Finder): StreamBatch {
  return { ...plain, failedMs: failedMs ?? undefined, records: records.map((record) => restoreRecord(record, finder)) };
}
