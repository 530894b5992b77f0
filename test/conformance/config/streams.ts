/** Calls of Kinesis Data Streams and Data Firehose that are wrong, or nearly. */
import {
  isRefusal,
  type JsonObject,
  KinesisApi,
  kinesisWorldOf,
  nodeFactoryOf,
  type Refusal,
  refuseBatch,
  refuseDeliveryStream,
  refuseRecord,
  Simulation,
} from "@sluice/engine";
import type { Case } from "../cases.ts";
import type { Operation } from "./operation.ts";

const STREAM = "stream-of-the-case";

/** Any call of the Kinesis API. */
export function kinesisOperation(name: string): Operation | undefined {
  const [service, action = ""] = name.split(":");
  return service === "kinesis" ? (params, row) => refuseKinesis(action, params, row) : undefined;
}

/** On a stream that is as the row's precondition says. */
function refuseKinesis(operation: string, params: JsonObject, { precondition }: Case): Refusal | undefined {
  const properties = { Name: STREAM, ShardCount: 1, ...(precondition as JsonObject | null) };
  const arn = `arn:aws:kinesis:us-east-1:123456789012:stream/${STREAM}`;
  const simulation = new Simulation([{ id: STREAM, type: "AWS::Kinesis::Stream", arn, properties }], nodeFactoryOf);
  const api = new KinesisApi(kinesisWorldOf(simulation));
  const answer = api.call(operation, { ...whole(operation, api), ...params });
  if (!isRefusal(answer)) return undefined;
  return { ...answer, message: answer.message.replaceAll(STREAM, "<stream>") };
}

/** What a call needs besides what it is wrong about. */
function whole(operation: string, api: KinesisApi): JsonObject {
  if (operation === "CreateStream") return {};
  if (operation !== "GetRecords") return { StreamName: STREAM };
  const iterator = { StreamName: STREAM, ShardId: "shardId-000000000000", ShardIteratorType: "TRIM_HORIZON" };
  return api.call("GetShardIterator", iterator) as JsonObject;
}

export const FIREHOSE_OPERATIONS: Readonly<Record<string, Operation>> = {
  "firehose:CreateDeliveryStream": refuseDeliveryStream,
  "firehose:UpdateDestination": refuseDeliveryStream,
  "firehose:PutRecord": ({ Record: record }) => refuseRecord(sizeOf(record)),
  "firehose:PutRecordBatch": ({ Records: records }) => refuseBatch(((records ?? []) as JsonObject[]).map(sizeOf)),
};

function sizeOf(record: unknown): number {
  const { Data: data = "", DataRepeat: repeat } = (record ?? {}) as {
    readonly Data?: string;
    readonly DataRepeat?: { readonly char?: string; readonly text?: string; readonly count: number };
  };
  return repeat === undefined ? data.length : (repeat.char ?? repeat.text ?? "").length * repeat.count;
}
