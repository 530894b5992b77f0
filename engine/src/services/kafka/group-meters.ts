/** What is counted of a consumer group. */
import type { Age, Counter, Gauge, Histogram, NodeContext } from "../../sim/types.ts";

export class GroupMeters {
  readonly processed: Counter;
  readonly failed: Counter;
  readonly retried: Counter;
  /** Records that were processed once more than needed. */
  readonly duplicates: Counter;
  /** Records that failed for good; of these, those that a dead-letter target has, and those that nobody has. */
  readonly deadLettered: Counter;
  readonly discarded: Counter;
  /** Records that were gone before the group came to read them. */
  readonly lost: Counter;
  readonly commits: Counter;
  readonly rebalances: Counter;
  readonly members: Gauge;
  /** Members that have records in hand. */
  readonly busy: Gauge;
  /** Records that are not committed yet, and how old the oldest of them is. */
  readonly lag: Gauge;
  readonly lagMs: Age;
  readonly batchSize: Histogram;
  readonly durationMs: Histogram;
  readonly rebalanceMs: Histogram;
  readonly endToEndMs: Histogram;

  constructor(context: NodeContext) {
    this.processed = context.counter("processed");
    this.failed = context.counter("failed");
    this.retried = context.counter("retried");
    this.duplicates = context.counter("duplicates");
    this.deadLettered = context.counter("deadLettered");
    this.discarded = context.counter("discarded");
    this.lost = context.counter("lost");
    this.commits = context.counter("commits");
    this.rebalances = context.counter("rebalances");
    this.members = context.gauge("members");
    this.busy = context.gauge("busy");
    this.lag = context.gauge("lag");
    this.lagMs = context.age("lagMs");
    this.batchSize = context.histogram("batchSize");
    this.durationMs = context.histogram("durationMs");
    this.rebalanceMs = context.histogram("rebalanceMs");
    this.endToEndMs = context.histogram("endToEndMs");
  }
}
