/** What is counted of a topic. */
import type { Counter, Gauge, NodeContext } from "../../sim/types.ts";

export class TopicMeters {
  /** Records that were appended. */
  readonly sent: Counter;
  readonly bytesIn: Counter;
  /** Records that were read, by each reader. */
  readonly read: Counter;
  readonly bytesOut: Counter;
  /** Records that were refused for good: too large. */
  readonly refused: Counter;
  /** Times that an append was put off. */
  readonly retried: Counter;
  /** Records that the retention period, or size, has deleted. */
  readonly deleted: Counter;
  /** Records that no producer could hand over in time, or that went with a broker. */
  readonly lost: Counter;
  readonly elections: Counter;
  /** Records that are kept; that producers hold. */
  readonly records: Gauge;
  readonly held: Gauge;
  /** Partitions with fewer replicas in sync than there are to be, and those without a leader. */
  readonly underReplicated: Gauge;
  readonly offline: Gauge;

  constructor(context: NodeContext) {
    this.sent = context.counter("sent");
    this.bytesIn = context.counter("bytesIn");
    this.read = context.counter("read");
    this.bytesOut = context.counter("bytesOut");
    this.refused = context.counter("refused");
    this.retried = context.counter("retried");
    this.deleted = context.counter("deleted");
    this.lost = context.counter("lost");
    this.elections = context.counter("elections");
    this.records = context.gauge("records");
    this.held = context.gauge("held");
    this.underReplicated = context.gauge("underReplicated");
    this.offline = context.gauge("offline");
  }
}
