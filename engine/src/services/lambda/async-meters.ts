/** What is counted of the asynchronous invocations of a function. */
import type { NodeContext } from "../../sim/types.ts";

export function asyncMeters(context: NodeContext) {
  return {
    /** Accepted and not yet done with. */
    waiting: context.gauge("asyncEvents"),
    retried: context.counter("retried"),
    /** Given up: kept by a destination or a dead-letter queue, or by nobody. */
    deadLettered: context.counter("deadLettered"),
    lost: context.counter("lost"),
    /** Records that a destination, or dead letters that a queue, did not take. */
    destinationErrors: context.counter("destinationErrors"),
  };
}
