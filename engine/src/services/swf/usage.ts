/** What Amazon SWF bills: executions and their tasks. https://aws.amazon.com/swf/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const workflowUsage: UsageOf = (metrics) => ({
  "swf.executions": totalOf(metrics, "started"),
  "swf.tasks": totalOf(metrics, "tasks"),
});
