/** What Step Functions bills: state transitions, or requests and time. https://aws.amazon.com/step-functions/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

/** Express workflows are billed in steps of 64 MB; what one takes is not known, but rarely more. */
const EXPRESS_GIGABYTES = 0.0625;

export const stateMachineUsage: UsageOf = (metrics, { properties }) => {
  if (properties.StateMachineType !== "EXPRESS") return { "states.transitions": totalOf(metrics, "transitions") };
  const { durationMs } = metrics;
  const seconds = durationMs?.kind === "histogram" ? (durationMs.mean * durationMs.count) / 1_000 : 0;
  return { "states.express": totalOf(metrics, "started"), "states.expressTime": seconds * EXPRESS_GIGABYTES };
};
