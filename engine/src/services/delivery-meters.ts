/** What is counted of deliveries to targets: of a rule or a schedule all its targets together. */
import type { NodeContext } from "../sim/types.ts";

export function deliveryMeters(context: NodeContext) {
  return {
    delivered: context.counter("delivered"),
    retried: context.counter("retried"),
    /** Given up; of these, those that a dead-letter queue has, and those that nobody has. */
    failed: context.counter("failed"),
    deadLettered: context.counter("deadLettered"),
    lost: context.counter("lost"),
    /** From the event to its delivery, milliseconds. */
    deliveryMs: context.histogram("deliveryMs"),
  };
}
