/** What is counted of a workflow of SWF. */
import type { NodeContext } from "../../sim/types.ts";

export function swfMeters(context: NodeContext) {
  return {
    /** Executions. */
    started: context.counter("started"),
    completed: context.counter("completed"),
    executionsFailed: context.counter("executionsFailed"),
    timedOut: context.counter("timedOut"),
    /** Tasks that workers were given, failed with, or did not answer in time. */
    tasks: context.counter("tasks"),
    failed: context.counter("failed"),
    timeouts: context.counter("timeouts"),
    /** Tasks that no worker has. */
    waiting: context.gauge("waiting"),
    /** Of executions that were completed. */
    durationMs: context.histogram("durationMs"),
  };
}
