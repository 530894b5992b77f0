/**
 * A record of a stream as Lambda hands it to a function.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 */
import type { JsonObject } from "../../json.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import { dataOf } from "./data.ts";

export interface LambdaRecordParts {
  readonly streamArn: string;
  readonly shardId: string;
  readonly sequenceNumber: string;
  readonly arrivedEpochMs: number;
}

export function lambdaRecordOf(
  { message, partitionKey }: ShardRecord,
  { streamArn, shardId, sequenceNumber, arrivedEpochMs }: LambdaRecordParts,
): JsonObject {
  const [, , , region = "", account = ""] = streamArn.split(":");
  return {
    kinesis: {
      kinesisSchemaVersion: "1.0",
      partitionKey,
      sequenceNumber,
      data: dataOf(message),
      approximateArrivalTimestamp: arrivedEpochMs / 1_000,
    },
    eventSource: "aws:kinesis",
    eventVersion: "1.0",
    eventID: `${shardId}:${sequenceNumber}`,
    eventName: "aws:kinesis:record",
    invokeIdentityArn: `arn:aws:iam::${account}:role/lambda-role`,
    awsRegion: region,
    eventSourceARN: streamArn,
  };
}
