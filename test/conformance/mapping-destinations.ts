/** On-failure destinations of event source mapping cases: a queue, a topic with a queue subscribed, a bucket. */
import { type JsonObject, type NodeSpec, type Ports, queueArnOf, type SimNode, type Simulation } from "@sluice/engine";
import type { ExpectedFailure } from "./mapping-case.ts";
import { same } from "./recording-target.ts";

const QUEUE = "onFailure";
const SUBSCRIBED = "onFailureSubscribed";
const TOPIC_ARN = "arn:aws:sns:us-east-1:123456789012:onFailure";
export const BUCKET_TYPE = "AWS::S3::Bucket";

/** By the words of cases. */
export const DESTINATION_ARNS: Readonly<Record<string, string>> = {
  sqs: queueArnOf(QUEUE),
  sns: TOPIC_ARN,
  s3: "arn:aws:s3:::on-failure",
};

export const DESTINATION_SPECS: readonly NodeSpec[] = [
  { id: QUEUE, type: "AWS::SQS::Queue", arn: queueArnOf(QUEUE), properties: {} },
  { id: SUBSCRIBED, type: "AWS::SQS::Queue", arn: queueArnOf(SUBSCRIBED), properties: {} },
  { id: "onFailureTopic", type: "AWS::SNS::Topic", arn: TOPIC_ARN, properties: {} },
  {
    id: "onFailureSubscription",
    type: "AWS::SNS::Subscription",
    arn: `${TOPIC_ARN}:1`,
    properties: { TopicArn: TOPIC_ARN, Protocol: "sqs", Endpoint: queueArnOf(SUBSCRIBED) },
  },
  { id: "onFailureBucket", type: BUCKET_TYPE, arn: "arn:aws:s3:::on-failure", properties: {} },
];

export interface WrittenObject {
  readonly key: string;
  readonly body: string;
  /** Numbers of the messages that it is made of. */
  readonly causes: readonly number[];
  readonly timeMs: number;
}

/** Keeps the objects that are written into it. */
export class RecordingBucket implements SimNode {
  readonly objects: WrittenObject[] = [];
  readonly ports: Partial<Ports> = {
    bucket: {
      putObject: ({ key = "", body, causes }) => {
        this.objects.push({ key, body, causes: causes.map(({ number }) => number), timeMs: this.#now() });
        return undefined;
      },
      deleteObject: () => undefined,
    },
  };
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  handle(): void {}

  view(): JsonObject {
    return {};
  }

  save(): object {
    return {};
  }

  restore(): void {}
}

/** What a destination was told. */
export interface Told {
  readonly record: JsonObject;
  /** Of buckets. */
  readonly key: string | undefined;
  /** Of topics. */
  readonly envelope: JsonObject | undefined;
}

/** All that the destinations were told. */
export function toldOf(simulation: Simulation, bucket: RecordingBucket): readonly Told[] {
  const inQueue = bodiesIn(simulation, QUEUE).map((record) => ({ record, key: undefined, envelope: undefined }));
  const notified = bodiesIn(simulation, SUBSCRIBED).map((envelope) => {
    return { record: JSON.parse(String(envelope.Message)) as JsonObject, key: undefined, envelope };
  });
  const written = bucket.objects.map(({ key, body }) => {
    return { record: JSON.parse(body) as JsonObject, key, envelope: undefined };
  });
  return [...inQueue, ...notified, ...written];
}

function bodiesIn(simulation: Simulation, queue: string): readonly JsonObject[] {
  const bodies: JsonObject[] = [];
  const { queue: port } = simulation.ports(queue) as Ports;
  for (;;) {
    const received = port.receive(10, 43_200);
    if (!Array.isArray(received) || received.length === 0) return bodies;
    for (const { message } of received) bodies.push(JSON.parse(message.body) as JsonObject);
  }
}

/** Ids of the records that stand at the ends of what was given up. */
export function endsOf({ record }: Told, ids: ReadonlyMap<string, string>): readonly [first: string, last: string] {
  const info = (record.KinesisBatchInfo ?? record.DDBStreamBatchInfo ?? {}) as JsonObject;
  const idOf = (number: unknown): string => ids.get(String(number)) ?? `? ${number}`;
  return [idOf(info.startSequenceNumber), idOf(info.endSequenceNumber)];
}

export function compareFailures(
  told: readonly Told[],
  expected: readonly ExpectedFailure[],
  ids: ReadonlyMap<string, string>,
): string | undefined {
  if (told.length !== expected.length) return `destinations were told of ${told.length} batches`;
  const index = expected.findIndex((each, at) => !isLike(told[at] as Told, each, ids));
  return index < 0 ? undefined : `destinations were told ${JSON.stringify(told[index])}`;
}

function isLike(told: Told, expected: ExpectedFailure, ids: ReadonlyMap<string, string>): boolean {
  const { record, key, envelope } = told;
  const context = record.requestContext as JsonObject;
  const info = record[expected.batchInfoKey] as JsonObject | undefined;
  const [first, last] = endsOf(told, ids);
  const { snsEnvelope, objectKey } = expected;
  return (
    context.condition === expected.condition &&
    context.approximateInvokeCount === expected.approximateInvokeCount &&
    info?.batchSize === expected.batchSize &&
    first === expected.records[0] &&
    last === expected.records.at(-1) &&
    same(record.responseContext ?? null, expected.responseContext) &&
    "payload" in record === expected.payloadIncluded &&
    (snsEnvelope === undefined || (envelope !== undefined && "Subject" in envelope === snsEnvelope.hasSubject)) &&
    (objectKey === undefined || (key !== undefined && keyPattern(objectKey).test(key)))
  );
}

/** Of a key in which `<...>`, `...` and letters of dates stand for what varies. */
function keyPattern(key: string): RegExp {
  const plain = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const varied = plain
    .replace(/<[^>]*>|(\\\.){3}/g, ".+")
    .replace(/YYYY/g, "\\d{4}")
    .replace(/\b(MM|DD|HH|SS)\b/g, "\\d\\d");
  return new RegExp(`^${varied}$`);
}
