/**
 * What Kinesis says when it does not do what it is asked to, in its own words.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/CommonErrors.html
 */
import { type Refusal, refusal } from "../../refusals/refusal.ts";

/** Which stream a text is about. */
export interface StreamName {
  readonly name: string;
  readonly account: string;
}

export function streamNameOf(arn: string): StreamName {
  const [, , , , account = "", resource = ""] = arn.split(":");
  return { name: resource.slice(resource.indexOf("/") + 1), account };
}

function of({ name, account }: StreamName): string {
  return `${name} under account ${account}`;
}

const invalid = (text: string): Refusal => refusal("InvalidArgumentException", text);
const notFound = (text: string): Refusal => refusal("ResourceNotFoundException", text);

export const noStream = (stream: StreamName): Refusal => notFound(`Stream ${of(stream)} not found.`);

/** Of those who split and merge. */
export const noShard = (shard: string, stream: StreamName): Refusal =>
  notFound(`Could not find shard ${shard} in stream ${of(stream)}.`);

/** Of those who read. */
export const noShardToRead = (shard: string, stream: StreamName): Refusal =>
  notFound(`Shard ${shard} in stream ${of(stream)} does not exist`);

export const streamExists = (stream: StreamName): Refusal =>
  refusal("ResourceInUseException", `Stream ${of(stream)} already exists.`);

export const streamIs = (state: string, stream: StreamName): Refusal =>
  refusal("ResourceInUseException", `Stream ${of(stream)} not ACTIVE, instead in state ${state}`);

export const rateExceeded = (shard: string, stream: StreamName): Refusal => ({
  code: "ProvisionedThroughputExceededException",
  message: `Rate exceeded for shard ${shard} in stream ${of(stream)}.`,
  retryable: true,
});

export const hashKeyOutOfRange = (hashKey: string): Refusal =>
  invalid(
    `Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was ${hashKey}`,
  );

export const recordTooLarge = (bytes: number, most: number): Refusal =>
  invalid(`The record has ${bytes} bytes with its partition key; the stream takes at most ${most}.`);

/** What every API of AWS says of a value that its model does not allow. */
export const notAllowed = (failures: readonly string[]): Refusal =>
  refusal(
    "ValidationException",
    `${failures.length} validation error${failures.length === 1 ? "" : "s"} detected: ${failures.join("; ")}`,
  );

export const tooManyRecords = (most: number): Refusal =>
  notAllowed([
    `Value at 'records' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
  ]);

export const tooManyBytes = (): Refusal => invalid("Records size exceeds 10 MB limit");

export const hashKeyCannotSplit = (
  hashKey: string,
  shard: string,
  range: { readonly start: string; readonly end: string },
  stream: StreamName,
): Refusal =>
  invalid(
    `NewStartingHashKey ${hashKey} used in SplitShard() on shard ${shard} in stream ${of(stream)} is not both greater than one plus the shard's StartingHashKey ${range.start} and less than the shard's EndingHashKey ${range.end}.`,
  );

export const notAdjacent = (lower: string, upper: string, stream: StreamName): Refusal =>
  invalid(
    `Shards ${lower} and ${upper} in stream ${of(stream)} are not an adjacent pair of shards eligible for merging`,
  );

export const cannotScale = (direction: "up" | "down", open: number, target: number): Refusal => {
  const bound = direction === "up" ? "up over double" : "down below half";
  return refusal(
    "LimitExceededException",
    `UpdateShardCount cannot scale ${bound} your current open shard count. Current open shard count: ${open}, Target shard count: ${target}`,
  );
};

export const consumerExists = (consumer: string): Refusal =>
  refusal("ResourceInUseException", `Consumer ${consumer} already exists.`);

export const noConsumer = (consumer: string): Refusal => notFound(`Consumer ${consumer} not found.`);

export const tooManyConsumers = (most: number, stream: StreamName): Refusal =>
  refusal("LimitExceededException", `Stream ${of(stream)} has ${most} registered consumers already.`);

// --- iterators

const CHOICE =
  "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber.";

export const sequenceNumberMissing = (type: string): Refusal =>
  invalid(`${CHOICE} Request specified ${type} and no StartingSequenceNumber.`);

export const sequenceNumberNotWanted = (type: string): Refusal =>
  invalid(`${CHOICE} Request specified ${type} and also a StartingSequenceNumber.`);

export const timestampMissing = (): Refusal =>
  invalid(
    "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. Current request has no timestamp parameter.",
  );

export const timestampInFuture = (given: string, now: string): Refusal =>
  invalid(
    `The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. timestampInMillis: ${given}, currentTimestampInMillis: ${now}`,
  );

const used = (sequenceNumber: string, shard: string, stream: StreamName): string =>
  `StartingSequenceNumber ${sequenceNumber} used in GetShardIterator on shard ${shard} in stream ${of(stream)} is invalid`;

export const sequenceNumberInvalid = (sequenceNumber: string, shard: string, stream: StreamName): Refusal =>
  invalid(`${used(sequenceNumber, shard, stream)}.`);

export const sequenceNumberOfOtherStream = (sequenceNumber: string, shard: string, stream: StreamName): Refusal =>
  invalid(`${used(sequenceNumber, shard, stream)} because it did not come from this stream.`);

export const sequenceNumberOfOtherShard = (encoded: string, shard: string): Refusal =>
  invalid(
    `Invalid StartingSequenceNumber. It encodes ${encoded}, while it was used in a call to a shard with ${shard}`,
  );

export const sequenceNumberForOrdering = (sequenceNumber: string, stream: StreamName): Refusal =>
  invalid(`ExclusiveMinimumSequenceNumber ${sequenceNumber} used in PutRecord on stream ${of(stream)} is invalid.`);

export const iteratorInvalid = (): Refusal => invalid("Invalid ShardIterator.");

/** `Thu Jan 22 01:22:02 UTC 2015`. */
function writtenTime(epochMs: number): string {
  const [, day, date, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/.exec(new Date(epochMs).toUTCString()) ?? [];
  return `${day} ${month} ${date} ${time} UTC ${year}`;
}

export const iteratorExpired = (madeMs: number, nowMs: number, validMs: number): Refusal =>
  refusal(
    "ExpiredIteratorException",
    `Iterator expired. The iterator was created at time ${writtenTime(madeMs)} while right now it is ${writtenTime(nowMs)} which is further in the future than the tolerated delay of ${validMs} milliseconds.`,
  );

// --- retention

export const retentionOutOfRange = (hours: number, bound: number): Refusal =>
  hours < bound
    ? invalid(
        `Minimum allowed retention period is ${bound} hours. Requested retention period (${hours} hours) is too short.`,
      )
    : invalid(
        `Maximum allowed retention period is ${bound} hours. Requested retention period (${hours} hours) is too long.`,
      );

export const retentionNotLonger = (hours: number, present: number, { name }: StreamName): Refusal =>
  invalid(
    `Requested retention period (${hours} hours) for stream ${name} can not be shorter than existing retention period (${present} hours). Use DecreaseRetentionPeriod API.`,
  );

export const retentionNotShorter = (hours: number, present: number, { name }: StreamName): Refusal =>
  invalid(
    `Requested retention period (${hours} hours) for stream ${name} can not be longer than existing retention period (${present} hours). Use IncreaseRetentionPeriod API.`,
  );
