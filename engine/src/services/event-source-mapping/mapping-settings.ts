/**
 * What an event source mapping goes by, with AWS's defaults.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
import { isObject, type JsonObject, objectOf } from "../../json.ts";
import { numberOf } from "../lambda/function-settings.ts";
import { type Filters, filtersOf } from "./filters.ts";

export interface MappingSettings {
  readonly sourceArn: string;
  /** Name or ARN; with a version or an alias its ARN. */
  readonly functionName: string;
  readonly isEnabled: boolean;
  readonly batchSize: number;
  /** How long records are gathered for a batch, milliseconds. */
  readonly windowMs: number;
  readonly filters: Filters | undefined;
  /** The function says which records of a batch have failed. */
  readonly reportsItemFailures: boolean;
  /** Queues: invocations at the same time; undefined: no limit of its own. */
  readonly maximumConcurrency: number | undefined;
  /** Queues and Kafka: event pollers that are always there, and at most. */
  readonly pollers: { readonly minimum: number; readonly maximum: number } | undefined;
}

const DEFAULT_BATCH_SIZE = 100;
const DEFAULT_QUEUE_BATCH_SIZE = 10;

/** Of provisioned pollers. */
const MINIMUM_POLLERS = 2;
const MAXIMUM_POLLERS = 200;

export function mappingSettingsOf(properties: JsonObject): MappingSettings {
  const { EventSourceArn: arn, FunctionName: name, FunctionResponseTypes: responses } = properties;
  const sourceArn = String(arn ?? "");
  const scaling = objectOf(properties.ScalingConfig).MaximumConcurrency;
  const pollers = properties.ProvisionedPollerConfig;
  return {
    sourceArn,
    functionName: String(name ?? ""),
    isEnabled: String(properties.Enabled ?? true) === "true",
    batchSize: numberOf(properties.BatchSize, isQueueArn(sourceArn) ? DEFAULT_QUEUE_BATCH_SIZE : DEFAULT_BATCH_SIZE),
    windowMs: numberOf(properties.MaximumBatchingWindowInSeconds, 0) * 1_000,
    filters: filtersOf(properties.FilterCriteria),
    reportsItemFailures: Array.isArray(responses) && responses.includes("ReportBatchItemFailures"),
    maximumConcurrency: scaling === undefined ? undefined : numberOf(scaling, 0),
    pollers: isObject(pollers)
      ? {
          minimum: numberOf(pollers.MinimumPollers, MINIMUM_POLLERS),
          maximum: numberOf(pollers.MaximumPollers, MAXIMUM_POLLERS),
        }
      : undefined,
  };
}

export function isQueueArn(arn: string): boolean {
  return arn.startsWith("arn:aws:sqs:");
}
