/** A message as one queue knows it. */
import type { Finder, Keeper, Message } from "../../sim/types.ts";
import type { DeadLetter, Received } from "../ports.ts";

/** In which of the three counts of GetQueueAttributes it is; "gone" when it has left the queue. */
export type Visibility = "visible" | "delayed" | "inFlight" | "gone";

/** What a message has from the queues that it was in before; nothing of one that is new. */
type Earlier = Pick<DeadLetter, "source" | "turns" | "receivedBefore">;

/** What comes with a message that a queue takes in. */
export type Arriving = Omit<DeadLetter, keyof Earlier> &
  Partial<Earlier> & {
    /** Before it can be received for the first time, milliseconds. */
    readonly delayMs: number;
    /** So many that come later are given before it: standard queues keep the order only roughly. */
    readonly overtakenBy?: number;
  };

export class StoredMessage {
  /** In the order of arrival, from 1. */
  readonly number: number;
  readonly message: Message;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  /** When it was sent: retention counts from here. A standard dead-letter queue keeps the first queue's. */
  readonly sentMs: number;
  /** When it came to this queue. */
  readonly enteredMs: number;
  /** ARN of the queue that it was dead-lettered from, and how often it was. */
  readonly source: string | undefined;
  readonly turns: number;
  readonly receivedBefore: number;
  /** Its place in the order of a standard queue; the order of arrival but for a few. */
  place: number;
  visibility: Visibility;
  /** Since when it has been hidden and when it becomes visible, milliseconds; of no meaning while it is. */
  hiddenSinceMs: number;
  hiddenUntilMs: number;
  /** From this queue: a redrive policy goes by it. */
  receiveCount = 0;
  firstReceivedMs: number | undefined = undefined;
  /** For the last time; 0: never. */
  receivedMs = 0;
  /** It was deleted, but one of the servers that hold it did not hear of it. */
  isDeleted = false;
  /** As it was written down for the last time. */
  saved: SavedMessage | undefined = undefined;

  constructor(
    number: number,
    {
      message,
      groupId,
      deduplicationId,
      sentMs,
      source,
      turns = 0,
      receivedBefore = 0,
      delayMs,
      overtakenBy = 0,
    }: Arriving,
    nowMs: number,
  ) {
    this.number = number;
    this.message = message;
    this.groupId = groupId;
    this.deduplicationId = deduplicationId;
    this.sentMs = sentMs;
    this.enteredMs = nowMs;
    this.source = source;
    this.turns = turns;
    this.receivedBefore = receivedBefore;
    this.place = overtakenBy === 0 ? number : number + overtakenBy + 0.5;
    this.visibility = delayMs > 0 ? "delayed" : "visible";
    this.hiddenSinceMs = nowMs;
    this.hiddenUntilMs = nowMs + delayMs;
  }
}

export function numberOf({ number }: StoredMessage): number {
  return number;
}

export function isNotVisible({ visibility }: StoredMessage): boolean {
  return visibility !== "visible";
}

/** Receipts name a message and which receive it was: an older one still names the message. */
const RECEIVES = 4_096;

/** As many receipts of a message are told apart; those beyond are like the last. */
export function receiptOf({ number, receiveCount }: StoredMessage): number {
  return number * RECEIVES + Math.min(receiveCount, RECEIVES - 1);
}

export function numberOfReceipt(receipt: number): number {
  return Math.floor(receipt / RECEIVES);
}

/** Whether a receipt is the one of the latest receive. */
export function isLatest(receipt: number, stored: StoredMessage): boolean {
  return receipt === receiptOf(stored);
}

/**
 * What a receive gives: once it was received. ApproximateReceiveCount goes on in a dead-letter queue: it is how often a
 * message was received "across all queues".
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
export function receivedOf(stored: StoredMessage): Received {
  const { message, sentMs, firstReceivedMs = sentMs, groupId, deduplicationId, source } = stored;
  const receipt = receiptOf(stored);
  const receiveCount = stored.receivedBefore + stored.receiveCount;
  return { message, receipt, receiveCount, sentMs, firstReceivedMs, groupId, deduplicationId, source };
}

/** Without what JSON cannot hold. */
export interface SavedMessage {
  readonly number: number;
  readonly message: number;
  readonly groupId: string | null;
  readonly deduplicationId: string | null;
  readonly sentMs: number;
  readonly enteredMs: number;
  readonly source: string | null;
  readonly turns: number;
  readonly receivedBefore: number;
  readonly place: number;
  readonly visibility: Visibility;
  readonly hiddenSinceMs: number;
  readonly hiddenUntilMs: number;
  readonly receiveCount: number;
  readonly firstReceivedMs: number | null;
  readonly receivedMs: number;
  readonly isDeleted: boolean;
}

/** The same object for as long as nothing of it changes: checkpoints of a queue in which messages wait share them. */
export function saveStored(stored: StoredMessage, keeper: Keeper): SavedMessage {
  const message = keeper.keep(stored.message);
  if (stored.saved === undefined || !isAsSaved(stored, stored.saved)) stored.saved = savedOf(stored, message);
  return stored.saved;
}

/** By what can change. */
function isAsSaved(stored: StoredMessage, saved: SavedMessage): boolean {
  return (
    stored.visibility === saved.visibility &&
    stored.receivedMs === saved.receivedMs &&
    stored.receiveCount === saved.receiveCount &&
    stored.hiddenSinceMs === saved.hiddenSinceMs &&
    stored.hiddenUntilMs === saved.hiddenUntilMs &&
    stored.place === saved.place &&
    stored.isDeleted === saved.isDeleted &&
    (stored.firstReceivedMs ?? null) === saved.firstReceivedMs
  );
}

function savedOf(stored: StoredMessage, message: number): SavedMessage {
  return {
    number: stored.number,
    message,
    groupId: stored.groupId ?? null,
    deduplicationId: stored.deduplicationId ?? null,
    sentMs: stored.sentMs,
    enteredMs: stored.enteredMs,
    source: stored.source ?? null,
    turns: stored.turns,
    receivedBefore: stored.receivedBefore,
    place: stored.place,
    visibility: stored.visibility,
    hiddenSinceMs: stored.hiddenSinceMs,
    hiddenUntilMs: stored.hiddenUntilMs,
    receiveCount: stored.receiveCount,
    firstReceivedMs: stored.firstReceivedMs ?? null,
    receivedMs: stored.receivedMs,
    isDeleted: stored.isDeleted,
  };
}

export function restoreStored(saved: SavedMessage, finder: Finder): StoredMessage {
  const { number, groupId, deduplicationId, sentMs, enteredMs, source, turns, receivedBefore } = saved;
  const arriving = {
    message: finder.find(saved.message),
    groupId: groupId ?? undefined,
    deduplicationId: deduplicationId ?? undefined,
    sentMs,
    source: source ?? undefined,
    turns,
    receivedBefore,
    delayMs: 0,
  };
  const stored = new StoredMessage(number, arriving, enteredMs);
  stored.place = saved.place;
  stored.visibility = saved.visibility;
  stored.hiddenSinceMs = saved.hiddenSinceMs;
  stored.hiddenUntilMs = saved.hiddenUntilMs;
  stored.receiveCount = saved.receiveCount;
  stored.firstReceivedMs = saved.firstReceivedMs ?? undefined;
  stored.receivedMs = saved.receivedMs;
  stored.isDeleted = saved.isDeleted;
  return stored;
}
