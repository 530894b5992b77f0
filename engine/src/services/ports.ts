/**
 * The APIs that nodes offer to each other, by name. A node has those that its AWS service has; who calls asks with
 * `portOf`. Calls are synchronous, as between AWS services; an answer that takes time is an event to an `Address`.
 */
import type { JsonValue } from "../json.ts";
import type { Refusal } from "../refusals/refusal.ts";
import type { Address, Attributes, CodeError, Faults, Message, NodeContext } from "../sim/types.ts";
import type { ApiPort } from "./api-gateway/api-port.ts";
import type { TablePort } from "./dynamodb/table.ts";
import type { MappingPort } from "./event-source-mapping/mapping-port.ts";
import type { ArchivePort } from "./events/archive.ts";
import type { EventBusPort } from "./events/bus.ts";
import type { KafkaClusterPort, KafkaTopicPort } from "./kafka/ports.ts";
import type { Stream } from "./kinesis/stream.ts";
import type { VideoPort } from "./kinesis-video/video-port.ts";
import type { VideoStream } from "./kinesis-video/video-stream.ts";
import type { LambdaAccountPort } from "./lambda/account.ts";
import type { FunctionPort, LambdaPort } from "./lambda/invocation.ts";
import type { BrokerPort } from "./mq/broker.ts";
import type { BucketPort } from "./s3/bucket-port.ts";
import type { ShardsPort } from "./shards/shards-port.ts";
import type { Publication, PublishEntry, Published, PublishRequest } from "./sns/publication.ts";
import type { TopicSettings } from "./sns/topic-settings.ts";
import type { Queue } from "./sqs/queue.ts";
import type { StateMachinePort } from "./step-functions/machine-port.ts";

/** What goes with a message that is handed to a target. */
export interface Delivery {
  /** What it says, where that is not the message's own body: SNS's envelope, a transformed input. */
  readonly body?: string;
  readonly attributes?: Attributes;
  readonly groupId?: string;
  readonly deduplicationId?: string;
  readonly partitionKey?: string;
  /** Who delivers, for the trace. */
  readonly from: string;
}

/**
 * Takes messages: queues, topics, functions (asynchronously), streams, buses, state machines, sinks. Whoever takes one
 * in makes a message of its own (`NodeContext.newMessage`), caused by the one that was handed over.
 */
export interface TargetPort {
  /** `cause`: what it is made of; without one, the delivery has the body. Undefined: accepted. */
  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined;
  /** The same in one call, where the service has such a call (SendMessageBatch, PutRecords, ...); an answer for each. */
  deliverBatch?(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[];
}

/**
 * Answers calls: functions, APIs, express workflows. Undefined: accepted; a `CallResult` comes to the address later, as an
 * event's data.
 */
export interface CallPort {
  /** As `TargetPort.deliver`. */
  call(cause: Message | undefined, delivery: Delivery, reply: Address): Refusal | undefined;
}

/** Plain. */
export interface CallResult {
  readonly error: CodeError | null;
  readonly response: JsonValue;
  /** Nobody has said what is answered: `response` is null, and may be anything. */
  readonly isUnsaid?: true;
}

export interface BatchEntry {
  readonly cause: Message | undefined;
  readonly delivery: Delivery;
}

/** What ReceiveMessage gives of one message. */
export interface Received {
  readonly message: Message;
  readonly receipt: number;
  /** How many times it has been received by now. */
  readonly receiveCount: number;
  /** When it was sent to this queue or, dead-lettered from a standard queue, to the first one; milliseconds. */
  readonly sentMs: number;
  readonly firstReceivedMs: number;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  /** ARN of the queue that it was dead-lettered from. */
  readonly source: string | undefined;
}

/** How a receive polls: for the moment (default), at the beginning of a long poll, or going on with one. */
export type Poll = "short" | "long" | "same";

/** A queue, for those who poll it. */
export interface QueuePort {
  readonly isFifo: boolean;
  /** What a receive goes by that does not say otherwise. */
  readonly settings: { readonly visibilityTimeoutSeconds: number; readonly receiveMessageWaitTimeSeconds: number };
  /**
   * Up to `max` messages. What goes on with a long poll that `wait` has called back is one request with it. A refusal (outage, throttling, too many in flight) is a reason to pause, not to wait.
   */
  receive(max: number, visibilityTimeoutSeconds?: number, poll?: Poll): readonly Received[] | Refusal;
  /**
   * Long polling, after a receive that gave nothing: sends one event to the address, when a message may be had or when
   * the time is over.
   */
  wait(address: Address, untilMs: number): void;
  /** Whoever waits at an address no longer does. */
  stopWaiting(address: Address): void;
  /** Undefined: done, also where the message is not there any more. */
  delete(receipt: number): Refusal | undefined;
  /** DeleteMessageBatch: one request for up to ten, and an answer for each. */
  deleteBatch(receipts: readonly number[]): readonly (Refusal | undefined)[];
  changeVisibility(receipt: number, seconds: number): Refusal | undefined;
  /** Queues of brokers hear at once that a message was not processed; others find out when it is visible again. */
  rejected?(receipt: number): void;
  /** The same where a consumer died: its connection is gone. */
  released?(receipts: readonly number[]): void;
  /** Whether the message of a receipt is still in the queue. */
  holds(receipt: number): boolean;
  /** What an auto scaling policy looks at: how many can be received, are in flight, are delayed. */
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

/** A message that a queue gives away: by its redrive policy, or to a message move task. It stays the same message. */
export interface DeadLetter {
  readonly message: Message;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly sentMs: number;
  /** ARN of the queue that it was dead-lettered from; kept when it is moved on. */
  readonly source: string | undefined;
  /** How often it has been dead-lettered: queues that redrive to each other would do so for ever. */
  readonly turns: number;
  /** How often it was received from the queues that it was dead-lettered from. */
  readonly receivedBefore: number;
}

/** What one queue asks of another that takes its dead letters. SQS moves them itself, also during an outage of its API. */
export interface DeadLetterPort {
  readonly isFifo: boolean;
  /** By its redrive allow policy. */
  allowsRedriveFrom(sourceArn: string): boolean;
  takeDeadLetter(letter: DeadLetter): void;
  /** From a message move task of another queue: as a new message, with new id and time. */
  takeMoved(letter: DeadLetter, from: string): void;
}

/** A topic, for its subscriptions and for those who publish with more than a target takes. */
export interface TopicPort {
  readonly settings: TopicSettings;
  publish(request: PublishRequest, cause?: Message, from?: string): Published | Refusal;
  /** PublishBatch: refused as a whole, or an answer for each entry. */
  publishBatch(entries: readonly PublishEntry[], from?: string): Refusal | readonly (Published | Refusal)[];
  /** From now on each message is offered to it. */
  subscribe(subscriber: SubscriberPort): void;
  /** Offers what the topic has archived since a time, epoch milliseconds. */
  replay(subscriber: SubscriberPort, fromEpochMs: number): void;
}

/** A subscription, for who changes it while it runs. */
export interface SubscriptionPort {
  /** SetSubscriptionAttributes. */
  setAttribute(name: string, value: string): Refusal | undefined;
  /** GetSubscriptionAttributes: those that say how it delivers. */
  attributes(): Readonly<Record<string, string>>;
}

/** Whoever gets what is published on a topic. */
export interface SubscriberPort {
  offer(publication: Publication): void;
}

/** Workers whose number can be changed while they run. */
export interface WorkersPort {
  /** How many there are to be. */
  readonly desired: number;
  /** How many poll. */
  readonly running: number;
  /** Messages that wait for them. */
  readonly backlog: number;
  setDesired(count: number): void;
}

/** A resource whose parts can have faults of their own: the brokers of a cluster, the members of a group. */
export interface PartsPort {
  partChanged(name: string, faults: Faults): void;
}

/** All kinds of ports; services add theirs. */
export interface Ports {
  /** A queue as the SQS API needs it: `sqs/api`. */
  readonly sqs: Queue;
  /** A stream as the Kinesis API and its consumers need it. */
  readonly kinesis: Stream;
  readonly shards: ShardsPort;
  readonly video: VideoPort;
  /** A video stream as its API needs it. */
  readonly videoStream: VideoStream;
  readonly table: TablePort;
  readonly target: TargetPort;
  readonly calls: CallPort;
  readonly function: FunctionPort;
  readonly lambda: LambdaPort;
  readonly lambdaAccount: LambdaAccountPort;
  readonly mapping: MappingPort;
  readonly stateMachine: StateMachinePort;
  readonly queue: QueuePort;
  readonly deadLetters: DeadLetterPort;
  readonly workers: WorkersPort;
  readonly topic: TopicPort;
  readonly subscription: SubscriptionPort;
  readonly eventBus: EventBusPort;
  readonly archive: ArchivePort;
  readonly api: ApiPort;
  readonly bucket: BucketPort;
  readonly parts: PartsPort;
  readonly kafkaCluster: KafkaClusterPort;
  readonly kafkaTopic: KafkaTopicPort;
  readonly broker: BrokerPort;
}

/** The stream of a table is named by an ARN of its own, with the time at which it was turned on. */
const STREAM_OF_TABLE = /^(arn:[^:]*:dynamodb:[^/]*\/[^/]+)\/stream\//;

/** A port of another node; undefined where there is no such node, or it has no such API. */
export function portOf<K extends keyof Ports>(context: NodeContext, name: string, kind: K): Ports[K] | undefined {
  const node = context.node(name) ?? context.node(STREAM_OF_TABLE.exec(name)?.[1] ?? name);
  return (node?.ports as Partial<Ports> | undefined)?.[kind];
}
