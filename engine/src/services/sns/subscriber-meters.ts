/** What is counted of a subscription. */
import type { NodeContext } from "../../sim/types.ts";

export function subscriberMeters(context: NodeContext) {
  return {
    delivered: context.counter("delivered"),
    filtered: context.counter("filtered"),
    retried: context.counter("retried"),
    /** Given up; of these, those that a dead-letter queue has, and those that nobody has. */
    failed: context.counter("failed"),
    deadLettered: context.counter("deadLettered"),
    lost: context.counter("lost"),
    /** From being published to being delivered, milliseconds. */
    deliveryMs: context.histogram("deliveryMs"),
  };
}
