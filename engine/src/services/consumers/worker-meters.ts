/** What is counted of a group of workers. */
import type { Counter, Gauge, Histogram, NodeContext } from "../../sim/types.ts";

export class WorkerMeters {
  readonly polls: Counter;
  /** Polls that the queue refused. */
  readonly refused: Counter;
  readonly processed: Counter;
  readonly failed: Counter;
  /** Processed although somebody had processed and deleted it already. */
  readonly duplicates: Counter;
  /** Done only after the visibility timeout was over. */
  readonly late: Counter;
  /** In hand when a worker was stopped. */
  readonly abandoned: Counter;
  readonly workers: Gauge;
  /** Poll loops that have something in hand. */
  readonly busy: Gauge;
  readonly batchSize: Histogram;
  readonly durationMs: Histogram;
  /** From the first message of the line to the end of the work on this one, milliseconds. */
  readonly endToEndMs: Histogram;

  constructor(context: NodeContext) {
    this.polls = context.counter("polls");
    this.refused = context.counter("refused");
    this.processed = context.counter("processed");
    this.failed = context.counter("failed");
    this.duplicates = context.counter("duplicates");
    this.late = context.counter("late");
    this.abandoned = context.counter("abandoned");
    this.workers = context.gauge("workers");
    this.busy = context.gauge("busy");
    this.batchSize = context.histogram("batchSize");
    this.durationMs = context.histogram("durationMs");
    this.endToEndMs = context.histogram("endToEndMs");
  }
}
