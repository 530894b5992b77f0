/** What is counted of a delivery stream. */
import type { NodeContext } from "../../sim/types.ts";

export type FirehoseMeters = ReturnType<typeof firehoseMeters>;

export function firehoseMeters(context: NodeContext) {
  return {
    incomingRecords: context.counter("incomingRecords"),
    incomingBytes: context.counter("incomingBytes"),
    /** Ingested as it is billed: each record rounded up to 5 KB. */
    billedBytes: context.counter("billedBytes"),
    /** Puts that were refused, and reads of the source. */
    refused: context.counter("refused"),
    /** Expired in the source before they were read. */
    missed: context.counter("missed"),
    delivered: context.counter("delivered"),
    deliveredBytes: context.counter("deliveredBytes"),
    /** Objects, or requests to the endpoint. */
    deliveries: context.counter("deliveries"),
    backedUp: context.counter("backedUp"),
    dropped: context.counter("dropped"),
    /** Put below the error output prefix. */
    failed: context.counter("failed"),
    /** Records that are to be tried again, each time. */
    retried: context.counter("retried"),
    lost: context.counter("lost"),
    activePartitions: context.gauge("activePartitions"),
    /** Of the oldest record that is not delivered. */
    freshnessMs: context.age("freshnessMs"),
    batchBytes: context.histogram("batchBytes"),
    deliveryMs: context.histogram("deliveryMs"),
  };
}
