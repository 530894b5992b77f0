/** What EventBridge bills: events that are published, not those that AWS's services send. https://aws.amazon.com/eventbridge/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const busUsage: UsageOf = (metrics) => ({
  "events.custom": totalOf(metrics, "published") + totalOf(metrics, "replayed"),
});
