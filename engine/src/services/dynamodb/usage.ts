/** What DynamoDB bills of a table on demand: writes. Triggers of Lambda read its stream for nothing. https://aws.amazon.com/dynamodb/pricing/on-demand/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const tableUsage: UsageOf = (metrics, { properties }) => {
  return properties.BillingMode === "PAY_PER_REQUEST" ? { "dynamodb.writes": totalOf(metrics, "writes") } : {};
};
