/**
 * What Lambda says to an event source mapping that is to be made, in the order in which it looks.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { patternRejection } from "../patterns/check.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { type Violation, validationRefusal } from "./validation-errors.ts";

/** What there is for mappings to connect. What answers undefined is not known, and not judged. */
export interface MappingWorld {
  sourceExists(arn: string): boolean | undefined;
  functionExists(name: string): boolean | undefined;
  /** The UUID of a mapping of the same source and function. */
  mappingOf(sourceArn: string, functionName: string): string | undefined;
  /** Of a queue, seconds. */
  visibilityTimeoutOf(arn: string): number | undefined;
  /** Of a function, seconds. */
  timeoutOf(name: string): number | undefined;
}

type Source = "sqs" | "kinesis" | "dynamodb" | "kafka" | "other";

function invalid(message: string, setting?: string): Refusal {
  return refusal("InvalidParameterValueException", message, setting);
}

/** Undefined where Lambda takes it. */
export function refuseMapping(properties: JsonObject, world: MappingWorld): Refusal | undefined {
  const arn = String(properties.EventSourceArn ?? "");
  const source = sourceOf(properties);
  return (
    refuseRanges(properties) ??
    refuseDestination(properties.DestinationConfig, source) ??
    refuseSource(properties, source) ??
    refuseUnsupported(properties, source) ??
    refuseStart(properties, source, arn) ??
    refuseBatches(properties, source, arn) ??
    refuseFilters(properties.FilterCriteria) ??
    refuseConnection(properties, source, arn, world)
  );
}

function sourceOf({ EventSourceArn: arn, SelfManagedEventSource: selfManaged }: JsonObject): Source | undefined {
  if (selfManaged !== undefined) return "kafka";
  if (arn === undefined) return undefined;
  const service = String(arn).split(":")[2];
  return service === "sqs" || service === "kinesis" || service === "dynamodb" || service === "kafka"
    ? service
    : "other";
}

/** Bounds of the API's model: the first and the last value that is taken. */
const RANGES: readonly (readonly [path: string, least: number, most: number])[] = [
  ["BatchSize", 1, 10_000],
  ["MaximumBatchingWindowInSeconds", 0, 300],
  ["ParallelizationFactor", 1, 10],
  ["MaximumRecordAgeInSeconds", -1, 604_800],
  ["MaximumRetryAttempts", -1, 10_000],
  ["TumblingWindowInSeconds", 0, 900],
  ["ScalingConfig.MaximumConcurrency", 2, 1_000],
  ["ProvisionedPollerConfig.MinimumPollers", 1, 200],
  ["ProvisionedPollerConfig.MaximumPollers", 1, 2_000],
];

/** Ages between -1, which means any, and this are not taken. */
const LEAST_RECORD_AGE_SECONDS = 60;

function refuseRanges(properties: JsonObject): Refusal | undefined {
  const violations = RANGES.flatMap(([path, least, most]): Violation[] => {
    const value = at(properties, path.split("."));
    if (typeof value !== "number") return [];
    const place = path.split(".").map(lowerFirst).join(".");
    if (value < least) return [{ value, at: place, must: `have value greater than or equal to ${least}` }];
    return value > most ? [{ value, at: place, must: `have value less than or equal to ${most}` }] : [];
  });
  const age = properties.MaximumRecordAgeInSeconds;
  if (violations.length === 0 && typeof age === "number" && age !== -1 && age < LEAST_RECORD_AGE_SECONDS) {
    return invalid(
      `MaximumRecordAgeInSeconds must be -1, or at least ${LEAST_RECORD_AGE_SECONDS}.`,
      "MaximumRecordAgeInSeconds",
    );
  }
  return validationRefusal(violations);
}

function at(value: JsonValue | undefined, [step, ...more]: readonly string[]): JsonValue | undefined {
  if (step === undefined) return value;
  return isObject(value) ? at(value[step], more) : undefined;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Mappings report failed batches only; what fails of a queue goes to the queue's own dead-letter queue. */
function refuseDestination(config: JsonValue | undefined, source: Source | undefined): Refusal | undefined {
  if (!isObject(config)) return undefined;
  const has = (name: string): boolean => isObject(config[name]) && Object.keys(config[name]).length > 0;
  const isTaken = !has("OnSuccess") && (source !== "sqs" || !has("OnFailure"));
  return isTaken
    ? undefined
    : invalid("Unsupported DestinationConfig parameter for given event source mapping type.", "DestinationConfig");
}

function refuseSource(properties: JsonObject, source: Source | undefined): Refusal | undefined {
  if (source === undefined) return invalid("Unrecognized event source.");
  const needsAccess = properties.SelfManagedEventSource !== undefined;
  if (!needsAccess || properties.SourceAccessConfigurations !== undefined) return undefined;
  return invalid("Required 'sourceAccessConfigurations' parameter is missing.");
}

/** What only streams have, and what only queues have; with the value that says no more than none. */
const OF_STREAMS: Readonly<Record<string, JsonValue>> = {
  BisectBatchOnFunctionError: false,
  MaximumRecordAgeInSeconds: -1,
  MaximumRetryAttempts: -1,
  ParallelizationFactor: 1,
  TumblingWindowInSeconds: 0,
};
const OF_QUEUES: Readonly<Record<string, JsonValue>> = { ScalingConfig: null };

/**
 * AWS's words are known of DestinationConfig, and of StartingPosition
 * (https://github.com/boto/boto3/issues/1613); the others have the same form.
 */
function refuseUnsupported(properties: JsonObject, source: Source | undefined): Refusal | undefined {
  if (source === "sqs" && properties.StartingPosition !== undefined) {
    return invalid("StartingPosition is not valid for SQS event sources.", "StartingPosition");
  }
  const isStream = source === "kinesis" || source === "dynamodb";
  const unsupported = source === "sqs" ? OF_STREAMS : isStream ? OF_QUEUES : {};
  const name = Object.keys(unsupported).find((each) => (properties[each] ?? unsupported[each]) !== unsupported[each]);
  return name === undefined
    ? undefined
    : invalid(`Unsupported ${name} parameter for given event source mapping type.`, name);
}

const POSITIONS: readonly JsonValue[] = ["LATEST", "AT_TIMESTAMP", "TRIM_HORIZON"];

function refuseStart(
  { StartingPosition: position, StartingPositionTimestamp: timestamp }: JsonObject,
  source: Source | undefined,
  arn: string,
): Refusal | undefined {
  if (source !== "kinesis" && source !== "dynamodb") return undefined;
  const place = "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint:";
  if (position === undefined) return invalid(`${place} Member must not be null.`, "StartingPosition");
  if (!POSITIONS.includes(position)) {
    const must = `satisfy enum value set: [${POSITIONS.join(", ")}]`;
    return validationRefusal([{ value: String(position), at: "startingPosition", must }]);
  }
  if (position !== "AT_TIMESTAMP") return undefined;
  if (source === "dynamodb") return invalid(`Unsupported starting position for arn type: ${arn}`, "StartingPosition");
  // https://github.com/awsdocs/aws-cloudformation-user-guide/pull/334
  return timestamp === undefined ? invalid("Need to specify a timestamp", "StartingPosition") : undefined;
}

/** Larger batches of a queue have to be waited for; those of a FIFO queue, and waiting, there are not. */
const MOST_WITHOUT_WINDOW = 10;

function refuseBatches(properties: JsonObject, source: Source | undefined, arn: string): Refusal | undefined {
  if (source !== "sqs") return undefined;
  const batchSize = Number(properties.BatchSize ?? MOST_WITHOUT_WINDOW);
  const windowSeconds = Number(properties.MaximumBatchingWindowInSeconds ?? 0);
  if (arn.endsWith(".fifo")) {
    if (windowSeconds > 0)
      return invalid("Batching window is not supported for FIFO queues.", "MaximumBatchingWindowInSeconds");
    return batchSize > MOST_WITHOUT_WINDOW
      ? invalid(`The batch size of a FIFO queue is at most ${MOST_WITHOUT_WINDOW}.`, "BatchSize")
      : undefined;
  }
  if (batchSize <= MOST_WITHOUT_WINDOW || windowSeconds > 0) return undefined;
  return invalid(
    `Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than ${MOST_WITHOUT_WINDOW}`,
    "BatchSize",
  );
}

function refuseFilters(criteria: JsonValue | undefined): Refusal | undefined {
  const filters = isObject(criteria) && Array.isArray(criteria.Filters) ? criteria.Filters : [];
  const isTaken = filters.every((filter) => {
    const pattern = isObject(filter) ? filter.Pattern : undefined;
    return typeof pattern === "string" && patternRejection(pattern, "esm") === undefined;
  });
  return isTaken ? undefined : invalid("Invalid filter pattern definition.", "FilterCriteria");
}

function refuseConnection(
  { FunctionName }: JsonObject,
  source: Source | undefined,
  arn: string,
  world: MappingWorld,
): Refusal | undefined {
  const name = String(FunctionName ?? "");
  if (FunctionName !== undefined && world.functionExists(name) === false) return invalid("Function does not exist");
  const known = world.mappingOf(arn, name);
  if (known !== undefined) {
    const update = `Please update or delete the existing mapping with UUID ${known}`;
    // AWS sets the names in blanks, inside of the quotes.
    const message =
      source === "sqs"
        ? `An event source mapping with SQS arn (" ${arn} ") and function (" ${name} ") already exists. ${update}`
        : `The event source arn (" ${arn} ") and function (" ${name} ") provided mapping already exists. ${update}`;
    return refusal("ResourceConflictException", message);
  }
  if (source === "sqs") return refuseQueue(arn, name, world);
  const isStream = source === "kinesis" || source === "dynamodb";
  return isStream && world.sourceExists(arn) === false ? invalid(`Stream not found: ${arn}`) : undefined;
}

function refuseQueue(arn: string, name: string, world: MappingWorld): Refusal | undefined {
  if (world.sourceExists(arn) === false) {
    const code = "AWS.SimpleQueueService.NonExistentQueue";
    return invalid(
      `Error occurred while ReceiveMessage. SQS Error Code: ${code}. SQS Error Message: The specified queue does not exist.`,
    );
  }
  const [visibility, timeout] = [world.visibilityTimeoutOf(arn), world.timeoutOf(name)];
  if (visibility === undefined || timeout === undefined || visibility >= timeout) return undefined;
  return invalid(`Queue visibility timeout: ${visibility} seconds is less than Function timeout: ${timeout} seconds`);
}

/** What Get, Update and DeleteEventSourceMapping say to a UUID that no mapping has. */
export const NO_SUCH_MAPPING: Refusal = refusal(
  "ResourceNotFoundException",
  "The resource you requested does not exist.",
);
