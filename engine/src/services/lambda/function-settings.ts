/**
 * What a function goes by: its own properties and, as `EventInvokeConfigs`, those of its AWS::Lambda::EventInvokeConfig.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
 */
import { isObject, type JsonObject, type JsonValue, objectsIn } from "../../json.ts";
import { LATEST } from "./names.ts";

export interface FunctionSettings {
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Undefined: what is left of the account's. */
  readonly reservedConcurrency: number | undefined;
  readonly provisionedConcurrency: number;
  /** For asynchronous invocations that fail for good. */
  readonly deadLetterArn: string | undefined;
  /** Of asynchronous invocations, by version or alias; and of those that have none of their own. */
  readonly invokeConfigs: ReadonlyMap<string, InvokeConfig>;
  readonly invokeConfig: InvokeConfig;
}

export function functionSettingsOf(properties: JsonObject): FunctionSettings {
  const reserved = properties.ReservedConcurrentExecutions;
  const deadLetters = properties.DeadLetterConfig;
  return {
    timeoutMs: numberOf(properties.Timeout, 3) * 1_000,
    memoryMb: numberOf(properties.MemorySize, 128),
    reservedConcurrency: reserved === undefined ? undefined : numberOf(reserved, 0),
    provisionedConcurrency: provisionedConcurrencyOf(properties),
    deadLetterArn:
      isObject(deadLetters) && typeof deadLetters.TargetArn === "string" ? deadLetters.TargetArn : undefined,
    invokeConfigs: invokeConfigsOf(properties.EventInvokeConfigs),
    invokeConfig: invokeConfigOf({}),
  };
}

export function provisionedConcurrencyOf({ ProvisionedConcurrencyConfig: config }: JsonObject): number {
  return isObject(config) ? numberOf(config.ProvisionedConcurrentExecutions, 0) : 0;
}

/** Templates write numbers as numbers, or as text. */
export function numberOf(value: JsonValue | undefined, otherwise: number): number {
  const number = Number(value);
  return value === undefined || value === null || Number.isNaN(number) ? otherwise : number;
}

/**
 * How asynchronous invocations are retried, and where their records go.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
 */
export interface InvokeConfig {
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeMs: number;
  readonly onSuccess: string | undefined;
  readonly onFailure: string | undefined;
}

const MAX_EVENT_AGE_SECONDS = 21_600;

function invokeConfigsOf(configs: JsonValue | undefined): ReadonlyMap<string, InvokeConfig> {
  const list = objectsIn(configs);
  return new Map(list.map((each) => [String(each.Qualifier ?? LATEST), invokeConfigOf(each)]));
}

function invokeConfigOf(properties: JsonObject): InvokeConfig {
  const { DestinationConfig: destinations } = properties;
  const destination = (name: string): string | undefined => {
    const place = isObject(destinations) ? destinations[name] : undefined;
    return isObject(place) && typeof place.Destination === "string" ? place.Destination : undefined;
  };
  return {
    maximumRetryAttempts: numberOf(properties.MaximumRetryAttempts, 2),
    maximumEventAgeMs: numberOf(properties.MaximumEventAgeInSeconds, MAX_EVENT_AGE_SECONDS) * 1_000,
    onSuccess: destination("OnSuccess"),
    onFailure: destination("OnFailure"),
  };
}
