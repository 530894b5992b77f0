/**
 * What an on-failure destination gets of a batch that was given up: where it stands in the stream, not its records. Only
 * buckets get the event, too.
 * https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 * https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure.html
 */
import type { JsonObject } from "../../json.ts";
import { failureObjectKey } from "../lambda/destinations.ts";
import type { InvocationResult } from "../lambda/invocation.ts";
import type { ShardsPort } from "../shards/shards-port.ts";

export type FailureCondition = "RetryAttemptsExhausted" | "RecordAgeExceeded";

export interface GivenUp {
  readonly condition: FailureCondition;
  readonly source: ShardsPort["source"];
  readonly requestId: string;
  readonly functionArn: string;
  readonly attempts: number;
  /** Of the last attempt; undefined where the records were too old. */
  readonly result: InvocationResult | undefined;
  readonly shardId: string;
  readonly streamArn: string;
  readonly sequenceNumbers: readonly [first: string, last: string];
  readonly arrivedEpochMs: readonly [first: number, last: number];
  readonly batchSize: number;
  readonly epochMs: number;
}

/** What a destination is told; `failureRecordOf` unless whoever reads the stream has a shape of its own. */
export type FailureRecord = (givenUp: GivenUp) => JsonObject;

export function failureRecordOf(givenUp: GivenUp): JsonObject {
  const { condition, requestId, functionArn, attempts, result, arrivedEpochMs } = givenUp;
  const [first, last] = arrivedEpochMs.map((epochMs) => new Date(epochMs).toISOString()) as [string, string];
  return {
    requestContext: { requestId, functionArn, condition, approximateInvokeCount: Math.max(1, attempts) },
    ...(result && {
      responseContext: {
        statusCode: 200,
        executedVersion: result.version,
        functionError: result.error === null ? null : "Unhandled",
      },
    }),
    version: "1.0",
    timestamp: new Date(givenUp.epochMs).toISOString(),
    ...batchInfoOf(givenUp, first, last),
  };
}

function batchInfoOf(givenUp: GivenUp, first: string, last: string): JsonObject {
  const { source, shardId, batchSize, streamArn, sequenceNumbers } = givenUp;
  const [startSequenceNumber, endSequenceNumber] = sequenceNumbers;
  if (source === "kafka") {
    const offsets = { firstRecordOffset: startSequenceNumber, lastRecordOffset: endSequenceNumber };
    const times = { firstRecordTimestamp: first, lastRecordTimestamp: last };
    const recordsInfo = { [shardId]: { ...offsets, ...times } };
    return { KafkaBatchInfo: { batchSize, eventSourceArn: streamArn, recordsInfo } };
  }
  return {
    [source === "kinesis" ? "KinesisBatchInfo" : "DDBStreamBatchInfo"]: {
      shardId,
      startSequenceNumber,
      endSequenceNumber,
      approximateArrivalOfFirstRecord: first,
      approximateArrivalOfLastRecord: last,
      batchSize,
      streamArn,
    },
  };
}

/** The name of the object in a bucket. */
export function failureKeyOf({ shardId, epochMs, requestId }: GivenUp, mappingId: string): string {
  return failureObjectKey(`${mappingId}/${shardId}`, epochMs, requestId);
}
