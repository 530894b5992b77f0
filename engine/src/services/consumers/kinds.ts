/** What programs that poll something are, by the type of what they poll. */

export interface ConsumerKind {
  /** The node's type. */
  readonly type: string;
  /** The property that names what is polled. */
  readonly source: string;
  /** An Auto Scaling group may set the number of its workers. */
  readonly isScaled: boolean;
}

const WORKERS: ConsumerKind = { type: "Sluice::WorkerGroup", source: "QueueArn", isScaled: true };
const KCL: ConsumerKind = { type: "Sluice::KclApplication", source: "StreamArn", isScaled: false };

const KINDS: Readonly<Record<string, ConsumerKind>> = {
  "AWS::Kinesis::Stream": KCL,
  "AWS::Kinesis::StreamConsumer": KCL,
  "AWS::DynamoDB::Table": KCL,
  "AWS::DynamoDB::GlobalTable": KCL,
};

/** Whether programs poll it. */
export function isPolled(type: string): boolean {
  return type === "AWS::SQS::Queue" || Object.hasOwn(KINDS, type);
}

/** Of what is not listed, and of queues: workers. */
export function consumerKindOf(polledType: string | undefined): ConsumerKind {
  return (polledType === undefined ? undefined : KINDS[polledType]) ?? WORKERS;
}
