/** What SNS bills: publishes, and deliveries out of AWS. https://aws.amazon.com/sns/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const topicUsage: UsageOf = (metrics, { properties }) => {
  const published = totalOf(metrics, "published");
  return { [String(properties.FifoTopic) === "true" ? "sns.fifo" : "sns.publishes"]: published };
};

const BY_PROTOCOL: Readonly<Record<string, string>> = {
  http: "sns.http",
  https: "sns.http",
  email: "sns.email",
  "email-json": "sns.email",
  application: "sns.push",
};

export const subscriptionUsage: UsageOf = (metrics, { properties }) => {
  const delivered = totalOf(metrics, "delivered");
  if (String(properties.TopicArn).endsWith(".fifo")) return { "sns.fifoDeliveries": delivered };
  const price = BY_PROTOCOL[String(properties.Protocol)];
  return price === undefined ? {} : { [price]: delivered };
};
