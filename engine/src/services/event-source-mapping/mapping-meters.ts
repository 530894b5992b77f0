/** What is counted of an event source mapping. */
import type { NodeContext } from "../../sim/types.ts";

export function mappingMeters(context: NodeContext) {
  return {
    polls: context.counter("polls"),
    /** Polls that the source refused. */
    refused: context.counter("refused"),
    filtered: context.counter("filtered"),
    /** Invocations that were refused. */
    throttled: context.counter("throttled"),
    /** Records that the function has failed with, each time. */
    failed: context.counter("failed"),
    /** Processed although somebody had processed and deleted it already. */
    duplicates: context.counter("duplicates"),
    /** Never came to be invoked: left to the visibility timeout. */
    abandoned: context.counter("abandoned"),
    /** Failed, reported as failed by the function, and deleted all the same. */
    discarded: context.counter("discarded"),
    /** Batches that the function has, and how many may be in hand. */
    inHand: context.gauge("batches"),
    limit: context.gauge("limit"),
  };
}
