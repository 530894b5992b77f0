/** What is counted of a queue: as CloudWatch does, and a little more. */
import type { Age, Counter, Gauge, Histogram, NodeContext } from "../../sim/types.ts";

export class QueueMeters {
  readonly sent: Counter;
  readonly received: Counter;
  readonly deleted: Counter;
  readonly expired: Counter;
  readonly deadLettered: Counter;
  readonly deduplicated: Counter;
  /** Deleted messages of a standard queue that come back. */
  readonly duplicates: Counter;
  /** First receives that came behind a later message of their group. */
  readonly outOfOrder: Counter;
  readonly throttled: Counter;
  readonly emptyReceives: Counter;
  /** API calls, which are what a queue costs; a payload counts once for each 64 KiB. */
  readonly requests: Counter;
  /** Of these, those that send to a fair queue: with a message group, to a standard queue. */
  readonly groupedRequests: Counter;
  readonly visible: Gauge;
  readonly delayed: Gauge;
  readonly inFlight: Gauge;
  /** Of those that have been received less than three times, as CloudWatch counts. */
  readonly oldest: Age;
  /** From being sent to being received for the first time, and to being deleted; milliseconds. */
  readonly waitMs: Histogram;
  readonly ageMs: Histogram;

  constructor(context: NodeContext) {
    this.sent = context.counter("sent");
    this.received = context.counter("received");
    this.deleted = context.counter("deleted");
    this.expired = context.counter("expired");
    this.deadLettered = context.counter("deadLettered");
    this.deduplicated = context.counter("deduplicated");
    this.duplicates = context.counter("duplicates");
    this.outOfOrder = context.counter("outOfOrder");
    this.throttled = context.counter("throttled");
    this.emptyReceives = context.counter("emptyReceives");
    this.requests = context.counter("requests");
    this.groupedRequests = context.counter("groupedRequests");
    this.visible = context.gauge("visible");
    this.delayed = context.gauge("delayed");
    this.inFlight = context.gauge("inFlight");
    this.oldest = context.age("oldestMs");
    this.waitMs = context.histogram("waitMs");
    this.ageMs = context.histogram("ageMs");
  }
}
