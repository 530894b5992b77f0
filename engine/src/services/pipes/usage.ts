/** What EventBridge Pipes bills: events that come through the filters, 64 KB each at most. https://aws.amazon.com/eventbridge/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const pipeUsage: UsageOf = (metrics) => ({ "pipes.events": totalOf(metrics, "events") });
