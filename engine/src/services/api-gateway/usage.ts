/** What API Gateway bills: requests. https://aws.amazon.com/api-gateway/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const restApiUsage: UsageOf = (metrics) => ({ "api.rest": totalOf(metrics, "requests") });

export const httpApiUsage: UsageOf = (metrics) => ({ "api.http": totalOf(metrics, "requests") });
