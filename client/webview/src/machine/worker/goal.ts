/** When a run has gone as far as it was told to. */
import { type Execution, isMoment, type TraceEvent } from "@sluice/engine";
import type { Goal } from "./protocol.ts";

/** Answers, again and again while the execution goes on: is the goal reached? */
export function goalTest(goal: Goal, execution: Execution): () => boolean {
  if (goal.kind === "end") return () => false;
  let next = execution.eventCount;
  let reached = false;
  return () => {
    const { events } = execution;
    while (!reached && next < events.length) reached = isGoal(goal, events[next++] as TraceEvent);
    return reached;
  };
}

function isGoal(goal: Exclude<Goal, { kind: "end" }>, event: TraceEvent): boolean {
  switch (goal.kind) {
    case "moment":
      return isMoment(event);
    case "state":
      return event.type.endsWith("StateEntered") && event.details.name === goal.name;
    case "later":
      return event.timeMs > goal.timeMs && isMoment(event);
  }
}
