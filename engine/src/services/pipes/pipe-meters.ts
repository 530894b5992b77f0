/** What is counted of a pipe besides what is of its source, which is read as an event source mapping reads it. */
import type { NodeContext } from "../../sim/types.ts";

export function pipeMeters(context: NodeContext) {
  return {
    /** Events that came through the filters, each time that they are handed over. */
    events: context.counter("events"),
    /** Batches that the enrichment has answered, and those that it has failed with. */
    enriched: context.counter("enriched"),
    enrichmentErrors: context.counter("enrichmentErrors"),
    /** Batches of which the enrichment left nothing. */
    dropped: context.counter("dropped"),
    /** Events that the target took, and those that it refused or failed with. */
    delivered: context.counter("delivered"),
    targetErrors: context.counter("targetErrors"),
    /** From a batch to its end, milliseconds. */
    durationMs: context.histogram("durationMs"),
  };
}
