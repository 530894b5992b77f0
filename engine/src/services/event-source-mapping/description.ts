/**
 * A mapping as GetEventSourceMapping describes it: what was set, and AWS's defaults for the rest.
 * https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html
 */
import { isObject, type JsonObject } from "../../json.ts";
import { isQueueArn } from "./mapping-settings.ts";
import { isStreamArn } from "./stream-settings.ts";

const OF_ALL = { MaximumBatchingWindowInSeconds: 0, FunctionResponseTypes: [] } as const;
const OF_QUEUES = { BatchSize: 10 } as const;
const OF_STREAMS = {
  BatchSize: 100,
  BisectBatchOnFunctionError: false,
  DestinationConfig: { OnFailure: {} },
  MaximumRecordAgeInSeconds: -1,
  MaximumRetryAttempts: -1,
  ParallelizationFactor: 1,
  TumblingWindowInSeconds: 0,
} as const;

export function describedMapping(properties: JsonObject): JsonObject {
  const { EventSourceArn: arn, Enabled, DestinationConfig, ...own } = properties;
  const source = String(arn);
  const defaults = isQueueArn(source) ? OF_QUEUES : isStreamArn(source) ? OF_STREAMS : {};
  return {
    ...OF_ALL,
    ...defaults,
    ...own,
    EventSourceArn: source,
    State: String(Enabled ?? true) === "true" ? "Enabled" : "Disabled",
    ...(isObject(DestinationConfig) && { DestinationConfig }),
  };
}
