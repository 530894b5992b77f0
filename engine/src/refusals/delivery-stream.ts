/**
 * What CreateDeliveryStream refuses.
 * https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import {
  FIREHOSE_MAX_BUFFER_MEBIBYTES,
  FIREHOSE_MAX_BUFFER_SECONDS,
  FIREHOSE_PARTITIONED_BUFFER_MEBIBYTES,
} from "../limits.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { type Violation, validationRefusal } from "./validation-errors.ts";

const NAME = /^[a-zA-Z0-9_.-]{1,64}$/;

export function refuseDeliveryStream(request: JsonObject): Refusal | undefined {
  const destinations = Object.entries(request).filter(([name]) => /Destination(Configuration|Update)$/.test(name));
  const bounds = destinations.flatMap(([name, value]) => boundsIn(value, camel(name)));
  const { DeliveryStreamName: name } = request;
  const isNamed = name === undefined || (typeof name === "string" && NAME.test(name));
  const unnamed: readonly Violation[] = isNamed
    ? []
    : [{ value: String(name), at: "deliveryStreamName", must: `satisfy regular expression pattern: [a-zA-Z0-9_.-]+` }];
  return (
    validationRefusal([...unnamed, ...bounds]) ??
    (destinations.length > 1 ? ONE_DESTINATION : undefined) ??
    destinations.map(([, value]) => refuseHints(value)).find((refused) => refused !== undefined)
  );
}

/** Numbers out of their bounds, wherever buffering hints or retry options stand. */
function boundsIn(value: JsonValue | undefined, at: string): readonly Violation[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = `${at}.${camel(name)}`;
    if (name === "BufferingHints" && isObject(inner)) {
      return [
        ...bounded(inner.SizeInMBs, `${path}.sizeInMBs`, 1, FIREHOSE_MAX_BUFFER_MEBIBYTES),
        ...bounded(inner.IntervalInSeconds, `${path}.intervalInSeconds`, 0, FIREHOSE_MAX_BUFFER_SECONDS),
      ];
    }
    if (name === "RetryOptions" && isObject(inner)) {
      return bounded(inner.DurationInSeconds, `${path}.durationInSeconds`, 0, MAX_RETRY_SECONDS);
    }
    return boundsIn(inner, path);
  });
}

const MAX_RETRY_SECONDS = 7_200;

function bounded(value: JsonValue | undefined, at: string, least: number, most: number): readonly Violation[] {
  const number = Number(value);
  if (value === undefined || Number.isNaN(number)) return [];
  if (number < least) return [{ value: number, at, must: `have value greater than or equal to ${least}` }];
  return number > most ? [{ value: number, at, must: `have value less than or equal to ${most}` }] : [];
}

function refuseHints(destination: JsonValue | undefined): Refusal | undefined {
  if (!isObject(destination)) return undefined;
  const { BufferingHints: hints, DynamicPartitioningConfiguration: partitioning } = destination;
  if (isObject(hints) && "SizeInMBs" in hints !== "IntervalInSeconds" in hints) return BOTH_OR_NEITHER;
  const size = isObject(hints) ? Number(hints.SizeInMBs) : Number.NaN;
  const isPartitioned = isObject(partitioning) && String(partitioning.Enabled) === "true";
  return isPartitioned && size < FIREHOSE_PARTITIONED_BUFFER_MEBIBYTES ? TOO_SMALL_FOR_PARTITIONS : undefined;
}

const BOTH_OR_NEITHER = refusal(
  "InvalidArgumentException",
  "BufferingHints must have both SizeInMBs and IntervalInSeconds, or neither.",
);
const ONE_DESTINATION = refusal(
  "InvalidArgumentException",
  "Exactly one destination configuration is supported for a Firehose",
);
const TOO_SMALL_FOR_PARTITIONS = refusal(
  "InvalidArgumentException",
  `BufferingHints.SizeInMBs must be at least ${FIREHOSE_PARTITIONED_BUFFER_MEBIBYTES} when Dynamic Partitioning is enabled.`,
);

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
