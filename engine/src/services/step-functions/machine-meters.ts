/**
 * What is counted of a state machine, as CloudWatch has it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
import type { Execution } from "../../run/types.ts";
import type { NodeContext } from "../../sim/types.ts";

export function machineMeters(context: NodeContext) {
  return {
    started: context.counter("started"),
    succeeded: context.counter("succeeded"),
    failed: context.counter("failed"),
    timedOut: context.counter("timedOut"),
    throttled: context.counter("throttled"),
    running: context.gauge("running"),
    /** Entered states: what Standard workflows are billed by. */
    transitions: context.counter("transitions"),
    /** Calls of services that are not simulated, with an answer that was made up. */
    madeUp: context.counter("madeUp"),
    durationMs: context.histogram("durationMs"),
    /** From the first message of the line to the end of the execution, milliseconds. */
    endToEndMs: context.histogram("endToEndMs"),
  };
}

/** An execution has ended. */
export function countEnd(meters: ReturnType<typeof machineMeters>, { status, events }: Execution): void {
  if (status === "SUCCEEDED") meters.succeeded.add(1);
  else if (status === "TIMED_OUT") meters.timedOut.add(1);
  else meters.failed.add(1);
  let entered = 0;
  for (const { type } of events) if (type.endsWith("StateEntered")) entered += 1;
  meters.transitions.add(entered);
}
