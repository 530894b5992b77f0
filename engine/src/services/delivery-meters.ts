/** What is counted of deliveries to targets: of a rule, a schedule or a bucket all its targets together. */
import type { NodeContext } from "../sim/types.ts";

/** `deadLetters`: whether what is given up may go to a dead-letter queue. */
export function deliveryMeters(context: NodeContext, { deadLetters } = { deadLetters: true }) {
  /** Of what is given up, that which nobody has. */
  const lost = context.counter("lost");
  return {
    delivered: context.counter("delivered"),
    retried: context.counter("retried"),
    /** Given up. */
    failed: context.counter("failed"),
    /** Of these, those that a dead-letter queue has. */
    deadLettered: deadLetters ? context.counter("deadLettered") : lost,
    lost,
    /** From the event to its delivery, milliseconds. */
    deliveryMs: context.histogram("deliveryMs"),
  };
}
