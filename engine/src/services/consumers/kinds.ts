/** What programs that poll something are, by the type of what they poll. */
import type { JsonObject } from "../../json.ts";

export interface ConsumerKind {
  /** The node's type. */
  readonly type: string;
  /** The property that names what is polled. */
  sourceOf(arn: string): JsonObject;
  /** An Auto Scaling group may set the number of its workers. */
  readonly isScaled: boolean;
}

const WORKERS: ConsumerKind = { type: "Sluice::WorkerGroup", sourceOf: (QueueArn) => ({ QueueArn }), isScaled: true };
const KCL: ConsumerKind = { type: "Sluice::KclApplication", sourceOf: (StreamArn) => ({ StreamArn }), isScaled: false };
const VIDEO: ConsumerKind = {
  type: "Sluice::VideoConsumer",
  sourceOf: (StreamArn) => ({ StreamArn }),
  isScaled: false,
};
const KAFKA: ConsumerKind = {
  type: "Sluice::KafkaConsumerGroup",
  sourceOf: (arn) => ({ TopicArns: [arn] }),
  isScaled: true,
};

const KINDS: Readonly<Record<string, ConsumerKind>> = {
  "AWS::Kinesis::Stream": KCL,
  "AWS::Kinesis::StreamConsumer": KCL,
  "AWS::KinesisVideo::Stream": VIDEO,
  "AWS::DynamoDB::Table": KCL,
  "AWS::DynamoDB::GlobalTable": KCL,
  "AWS::MSK::Topic": KAFKA,
};

const QUEUES: ReadonlySet<string> = new Set(["AWS::SQS::Queue", "Sluice::BrokerQueue"]);

/** Whether programs poll it. */
export function isPolled(type: string): boolean {
  return QUEUES.has(type) || Object.hasOwn(KINDS, type);
}

/** Of what is not listed, and of queues: workers. */
export function consumerKindOf(polledType: string | undefined): ConsumerKind {
  return (polledType === undefined ? undefined : KINDS[polledType]) ?? WORKERS;
}
