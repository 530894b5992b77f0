/** What EventBridge Scheduler bills: each invocation. https://aws.amazon.com/eventbridge/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const scheduleUsage: UsageOf = (metrics) => ({ "scheduler.invocations": totalOf(metrics, "triggered") });
