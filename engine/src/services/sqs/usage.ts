/** What SQS bills: requests, of 64 KiB each. https://aws.amazon.com/sqs/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const queueUsage: UsageOf = (metrics, { properties }) => {
  const requests = totalOf(metrics, "requests");
  if (String(properties.FifoQueue) === "true") return { "sqs.fifo": requests };
  return { "sqs.standard": requests, "sqs.fair": totalOf(metrics, "groupedRequests") };
};
