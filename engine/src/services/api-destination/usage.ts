/** What EventBridge bills of an API destination: its calls. https://aws.amazon.com/eventbridge/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const destinationUsage: UsageOf = (metrics) => ({ "events.destinations": totalOf(metrics, "requests") });
