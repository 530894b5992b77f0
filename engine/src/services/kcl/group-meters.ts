/** What is counted of a consumer group. */
import type { NodeContext } from "../../sim/types.ts";

export type GroupMeters = ReturnType<typeof groupMeters>;

export function groupMeters(context: NodeContext) {
  return {
    processed: context.counter("processed"),
    failed: context.counter("failed"),
    /** Processed once more, after a lease has changed hands. */
    duplicates: context.counter("duplicates"),
    /** Failed and never tried again, or expired before they were read. */
    lost: context.counter("lost"),
    /** In hand when a worker died, or lost its lease. */
    abandoned: context.counter("abandoned"),
    /** Reads that the stream refused. */
    refused: context.counter("refused"),
    checkpoints: context.counter("checkpoints"),
    leasesTaken: context.counter("leasesTaken"),
    leasesStolen: context.counter("leasesStolen"),
    workers: context.gauge("workers"),
    /** Of the oldest record that is not processed, over all shards. */
    iteratorAgeMs: context.age("iteratorAgeMs"),
    batchSize: context.histogram("batchSize"),
    durationMs: context.histogram("durationMs"),
    endToEndMs: context.histogram("endToEndMs"),
  };
}
