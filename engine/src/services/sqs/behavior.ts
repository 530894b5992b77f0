/**
 * What a standard queue does now and then, and no attribute says: AWS promises each message at least once and roughly in
 * order, and a short poll asks only some of the servers. All of it never, unless a scenario asks for it.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues-at-least-once-delivery.html
 */
import type { JsonObject } from "../../json.ts";

export interface QueueBehavior {
  /** Share of deleted messages that come back once more: a server that held a copy did not hear of it. 0 to 1. */
  readonly duplicateRate?: number;
  /** Share of messages that come out of order, 0 to 1, and how many others may overtake one. */
  readonly reorderRate?: number;
  readonly reorderSpan?: number;
  /** Share of servers that a short poll asks, 0 to 1. Default 1. */
  readonly shortPollShare?: number;
  /** When somebody moves its messages back to where they were dead-lettered from. */
  readonly redrives?: readonly PlannedRedrive[];
  /** When somebody purges it, milliseconds. */
  readonly purges?: readonly { readonly atMs: number }[];
}

/** StartMessageMoveTask at a time, milliseconds. */
export interface PlannedRedrive {
  readonly atMs: number;
  readonly maxPerSecond?: number;
}

/** Others that may overtake a message, unless it is said. */
const REORDER_SPAN = 10;

export function queueBehaviorOf(behavior: JsonObject | undefined, isFifo: boolean): Required<QueueBehavior> {
  const {
    duplicateRate = 0,
    reorderRate = 0,
    reorderSpan = REORDER_SPAN,
    shortPollShare = 1,
  } = isFifo ? {} : ((behavior ?? {}) as QueueBehavior);
  const { redrives = [], purges = [] } = (behavior ?? {}) as QueueBehavior;
  return { duplicateRate, reorderRate, reorderSpan, shortPollShare, redrives, purges };
}

/** A queue's servers, for the part of them that a short poll asks. */
const SERVERS = 8;

/** Whether one of `asked` servers, from `first` on, holds a message. */
export function isOnAskedServer(number: number, first: number, asked: number): boolean {
  // Knuth's multiplicative hash: neighbours are spread.
  const server = Math.imul(number, 0x9e3779b1) >>> 29;
  return (server - first + SERVERS) % SERVERS < asked;
}

export function askedServers(share: number): number {
  return Math.max(1, Math.round(share * SERVERS));
}

/** A server, by a number from 0 to 1. */
export function serverOf(share: number): number {
  return Math.floor(share * SERVERS);
}
