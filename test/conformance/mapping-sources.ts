/** Where the records of event source mapping cases come from: a queue, a stream, a table. */
import {
  isRefusal,
  itemOf,
  type JsonObject,
  KinesisApi,
  kinesisWorldOf,
  type NodeSpec,
  type Ports,
  queueArnOf,
  queueUrlOf,
  type ShardRecord,
  type Simulation,
  SqsApi,
  streamArnOf,
  worldOf,
} from "@sluice/engine";
import type { RecordNames } from "./mapping-functions.ts";

export interface SourceRecord {
  readonly id: string;
  readonly body?: string;
  readonly groupId?: string;
  readonly dedupId?: string;
  readonly messageAttributes?: JsonObject;
  readonly data?: string;
  readonly partitionKey?: string;
  readonly explicitHashKey?: string;
  readonly eventName?: string;
  readonly newImage?: JsonObject;
  readonly oldImage?: JsonObject;
}

export type EventSource = JsonObject & { readonly kind: string };

export interface MappingSource {
  /** The node. */
  readonly name: string;
  readonly isQueue: boolean;
  /** As mappings name it. */
  readonly arn: string;
  readonly specs: readonly NodeSpec[];
  /** How its records are named in events and in reports. */
  readonly names: RecordNames;
  /** One call. Answers the ids of those that came into the source, in this order. */
  put(simulation: Simulation, records: readonly SourceRecord[]): readonly string[];
  /** Ids of records by what names them: message id, sequence number. */
  readonly ids: ReadonlyMap<string, string>;
}

export function sourceOf(source: EventSource, records: readonly SourceRecord[]): MappingSource {
  if (source.kind === "kinesis") return kinesisSource(source);
  return source.kind === "dynamodb" ? tableSource(source, records) : queueSource(source);
}

const SOURCE = "source";

// --- queues

export const DLQ = "dlq";

function queueSource(source: EventSource): MappingSource {
  const { kind, RedrivePolicy: policy, ...own } = source;
  const ids = new Map<string, string>();
  const isFifo = kind === "sqs-fifo";
  const redrive = policy as JsonObject | undefined;
  const [name, dlq] = isFifo ? [`${SOURCE}.fifo`, `${DLQ}.fifo`] : [SOURCE, DLQ];
  return {
    name,
    isQueue: true,
    arn: queueArnOf(name),
    ids,
    specs: [name, dlq].map((each, index) => ({
      id: each,
      type: "AWS::SQS::Queue",
      arn: queueArnOf(each),
      properties: {
        QueueUrl: queueUrlOf(each),
        ...(isFifo && { FifoQueue: true }),
        ...(index === 0 && own),
        ...(index === 0 && redrive && { RedrivePolicy: { ...redrive, deadLetterTargetArn: queueArnOf(dlq) } }),
      },
    })),
    names: namesBy(ids, ({ messageId }) => String(messageId)),
    put(simulation, records) {
      const answer = new SqsApi(worldOf(simulation)).call("SendMessageBatch", {
        QueueUrl: queueUrlOf(name),
        Entries: records.map(({ id, body = "", groupId, dedupId, messageAttributes }) => ({
          Id: id,
          MessageBody: body,
          ...(groupId !== undefined && { MessageGroupId: groupId }),
          ...(dedupId !== undefined && { MessageDeduplicationId: dedupId }),
          ...(groupId !== undefined && dedupId === undefined && { MessageDeduplicationId: id }),
          ...(messageAttributes && { MessageAttributes: messageAttributes }),
        })),
      });
      if (isRefusal(answer)) throw new Error(answer.message);
      for (const { Id, MessageId } of (answer.Successful ?? []) as unknown as readonly JsonObject[]) {
        ids.set(String(MessageId), String(Id));
      }
      return records.map(({ id }) => id);
    },
  };
}

function namesBy(ids: ReadonlyMap<string, string>, nameOf: (record: JsonObject) => string): RecordNames {
  return { idOf: (record) => ids.get(nameOf(record)) ?? `? ${nameOf(record)}`, itemIdentifier: nameOf };
}

// --- streams

function kinesisSource({ shards = 1 }: EventSource): MappingSource {
  const arn = streamArnOf(SOURCE);
  const ids = new Map<string, string>();
  return {
    name: SOURCE,
    isQueue: false,
    arn,
    ids,
    specs: [{ id: SOURCE, type: "AWS::Kinesis::Stream", arn, properties: { ShardCount: shards } }],
    names: namesBy(ids, ({ kinesis }) => String((kinesis as JsonObject).sequenceNumber)),
    put(simulation, records) {
      const answer = new KinesisApi(kinesisWorldOf(simulation)).call("PutRecords", {
        StreamName: SOURCE,
        Records: records.map(({ data = "", partitionKey = "", explicitHashKey }) => ({
          Data: Buffer.from(data, "utf8").toString("base64"),
          PartitionKey: partitionKey,
          ...(explicitHashKey !== undefined && { ExplicitHashKey: explicitHashKey }),
        })),
      });
      if (isRefusal(answer)) throw new Error(answer.message);
      const answers = (answer.Records ?? []) as unknown as readonly JsonObject[];
      const accepted = records.filter((_, index) => answers[index]?.SequenceNumber !== undefined);
      for (const [index, { SequenceNumber }] of answers.entries()) {
        ids.set(String(SequenceNumber), records[index]?.id ?? "");
      }
      return accepted.map(({ id }) => id);
    },
  };
}

const TABLE_ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/source";

/** The key is the first attribute that all items have, unless the case shows it. */
function tableSource(
  { shards = 1, streamViewType = "NEW_IMAGE" }: EventSource,
  all: readonly SourceRecord[],
): MappingSource {
  const ids = new Map<string, string>();
  const images = all.map(({ newImage, oldImage }) => newImage ?? oldImage ?? {});
  const key = Object.keys(images[0] ?? {}).find((name) => images.every((image) => image[name] !== undefined));
  const properties = {
    KeySchema: [{ AttributeName: key ?? "id", KeyType: "HASH" }],
    StreamSpecification: { StreamViewType: streamViewType },
  };
  return {
    name: SOURCE,
    isQueue: false,
    arn: `${TABLE_ARN}/stream/2026-01-01T00:00:00.000`,
    ids,
    specs: [
      {
        id: SOURCE,
        type: "AWS::DynamoDB::Table",
        arn: TABLE_ARN,
        properties,
        behavior: { partitions: Number(shards) },
      },
    ],
    names: namesBy(ids, ({ dynamodb }) => String((dynamodb as JsonObject).SequenceNumber)),
    put(simulation, records) {
      const { table, shards: stream } = simulation.ports(SOURCE) as Ports;
      return records
        .filter(({ id, eventName, newImage, oldImage = {} }) => {
          const before = stream.shards.map(({ next }) => next);
          table.write(eventName === "REMOVE" ? "DeleteItem" : "PutItem", itemOf(newImage ?? oldImage));
          const changed = stream.shards.find(({ index, next }) => next > (before[index] ?? 0));
          const record = changed && recordAt(stream, changed.index, before[changed.index] ?? 0);
          if (changed === undefined || record === undefined) return false;
          ids.set(stream.sequenceNumberOf(changed.index, record), id);
          return true;
        })
        .map(({ id }) => id);
    },
  };
}

function recordAt(stream: Ports["shards"], shard: number, position: number): ShardRecord | undefined {
  const reading = stream.read(shard, position, 1);
  return isRefusal(reading) ? undefined : reading.records[0];
}
