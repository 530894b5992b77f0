/**
 * What is counted of a function, as CloudWatch has it, and of the messages that it is invoked with.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
import type { NodeContext } from "../../sim/types.ts";

export function functionMeters(context: NodeContext) {
  return {
    invocations: context.counter("invocations"),
    errors: context.counter("errors"),
    timeouts: context.counter("timeouts"),
    throttles: context.counter("throttles"),
    coldStarts: context.counter("coldStarts"),
    concurrency: context.gauge("concurrency"),
    durationMs: context.histogram("durationMs"),
    /** Messages of one invocation. */
    batchSize: context.histogram("batchSize"),
    /** Messages that the code has dealt with, well or not. */
    processed: context.counter("processed"),
    failed: context.counter("failed"),
    /** From the first message of the line to the end of the work on this one, milliseconds. */
    endToEndMs: context.histogram("endToEndMs"),
  };
}
