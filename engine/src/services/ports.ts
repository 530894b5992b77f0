/** The APIs that nodes offer to each other, by name. A node has those that its AWS service has. */
import type { Address, Attributes, Message, NodeContext } from "../sim/types.ts";
import type { Refusal } from "./refusal.ts";

/** What goes with a message that a service hands to a target. */
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

/** Takes messages: queues, topics, functions (asynchronously), streams, buses, state machines, sinks. */
export interface TargetPort {
  /** Undefined: accepted. */
  deliver(message: Message, delivery: Delivery): Refusal | undefined;
}

/** What ReceiveMessage gives of one message. */
export interface Received {
  readonly message: Message;
  readonly receipt: number;
  /** How many times it has been received by now. */
  readonly receiveCount: number;
  /** When it was sent to this queue or, dead-lettered from a standard queue, to the first one; milliseconds. */
  readonly sentMs: number;
  readonly groupId: string | undefined;
}

/** A queue, for those who poll it. */
export interface QueuePort {
  readonly isFifo: boolean;
  /** Up to `max` messages; none where there are none, or the queue does not answer. */
  receive(max: number, visibilityTimeoutSeconds?: number): readonly Received[];
  /** Long polling: sends an event to the address when a message may be had, or at that time. */
  wait(address: Address, untilMs: number): void;
  /** Undefined: done. */
  delete(receipt: number): Refusal | undefined;
  changeVisibility(receipt: number, seconds: number): Refusal | undefined;
  /** What an auto scaling policy looks at. */
  readonly visible: number;
}

/** A message that a queue gives away: by its redrive policy, or to a message move task. */
export interface DeadLetter {
  readonly message: Message;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly sentMs: number;
  /** ARN of the queue that it comes from. */
  readonly source: string | undefined;
}

/** What one queue asks of another that takes its dead letters. */
export interface DeadLetterPort {
  takeDeadLetter(letter: DeadLetter): void;
}

/** All kinds of ports; services add theirs. */
export interface Ports {
  readonly target: TargetPort;
  readonly queue: QueuePort;
  readonly deadLetters: DeadLetterPort;
}

/** A port of another node; undefined where there is no such node, or it has no such API. */
export function portOf<K extends keyof Ports>(context: NodeContext, name: string, kind: K): Ports[K] | undefined {
  return (context.node(name)?.ports as Partial<Ports> | undefined)?.[kind];
}
