/** What is counted of a queue of a broker. */
import type { Age, Counter, Gauge, Histogram, NodeContext } from "../../sim/types.ts";

export class QueueMeters {
  readonly sent: Counter;
  /** Deliveries to consumers, and those of them that were not the first. */
  readonly delivered: Counter;
  readonly redelivered: Counter;
  readonly acknowledged: Counter;
  readonly expired: Counter;
  /** Given up: something has them, or nobody. */
  readonly deadLettered: Counter;
  readonly dropped: Counter;
  readonly ready: Gauge;
  readonly unacknowledged: Gauge;
  readonly oldestMs: Age;
  readonly waitMs: Histogram;
  readonly ageMs: Histogram;

  constructor(context: NodeContext) {
    this.sent = context.counter("sent");
    this.delivered = context.counter("delivered");
    this.redelivered = context.counter("redelivered");
    this.acknowledged = context.counter("acknowledged");
    this.expired = context.counter("expired");
    this.deadLettered = context.counter("deadLettered");
    this.dropped = context.counter("dropped");
    this.ready = context.gauge("ready");
    this.unacknowledged = context.gauge("unacknowledged");
    this.oldestMs = context.age("oldestMs");
    this.waitMs = context.histogram("waitMs");
    this.ageMs = context.histogram("ageMs");
  }
}
