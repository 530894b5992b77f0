/** What is counted of an event source mapping of a stream. */
import type { NodeContext } from "../../sim/types.ts";

export type StreamMappingMeters = ReturnType<typeof streamMappingMeters>;

export function streamMappingMeters(context: NodeContext) {
  return {
    /** Reads that the stream refused. */
    refused: context.counter("refused"),
    filtered: context.counter("filtered"),
    /** Invocations that were refused. */
    throttled: context.counter("throttled"),
    /** Records that the function has failed with, each time. */
    failed: context.counter("failed"),
    /** Records that are to be tried again, each time. */
    retried: context.counter("retried"),
    /** Given up: the destination has been told, or nobody has. */
    deadLettered: context.counter("deadLettered"),
    discarded: context.counter("discarded"),
    /** Expired in the stream before they were handed over. */
    lost: context.counter("lost"),
    destinationErrors: context.counter("destinationErrors"),
    inHand: context.gauge("batches"),
    /** Shards whose records wait behind a batch that has failed, and since when the first of them does. */
    blockedShards: context.gauge("blockedShards"),
    blockedMs: context.age("blockedMs"),
    /** Of the oldest record that is not done with, over all shards. */
    iteratorAgeMs: context.age("iteratorAgeMs"),
  };
}
