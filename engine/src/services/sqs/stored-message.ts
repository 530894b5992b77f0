/** A message as one queue knows it. */
import type { Finder, Keeper, Message } from "../../sim/types.ts";

/** In which of the three counts of GetQueueAttributes it is; "gone" when it has left the queue. */
export type Visibility = "visible" | "delayed" | "inFlight" | "gone";

export interface StoredMessage {
  /** In the order of arrival, from 1: the queue's own order. */
  readonly number: number;
  readonly message: Message;
  readonly body: string;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  /** When it was sent, milliseconds: retention counts from here. A standard dead-letter queue keeps the first queue's. */
  readonly sentMs: number;
  readonly expiresMs: number;
  /** ARN of the queue that it was dead-lettered from. */
  readonly source: string | undefined;
  visibility: Visibility;
  /** When it becomes visible, milliseconds; of no meaning while it is. */
  hiddenUntilMs: number;
  receiveCount: number;
  firstReceivedMs: number | undefined;
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

type Plain = Omit<StoredMessage, "message" | "groupId" | "deduplicationId" | "source" | "firstReceivedMs"> & {
  readonly message: number;
  readonly groupId: string | null;
  readonly deduplicationId: string | null;
  readonly source: string | null;
  readonly firstReceivedMs: number | null;
};

export type SavedMessage = { readonly [K in keyof Plain]: Plain[K] };

export function saveStored(stored: StoredMessage, keeper: Keeper): SavedMessage {
  return {
    ...stored,
    message: keeper.keep(stored.message),
    groupId: stored.groupId ?? null,
    deduplicationId: stored.deduplicationId ?? null,
    source: stored.source ?? null,
    firstReceivedMs: stored.firstReceivedMs ?? null,
  };
}

export function restoreStored(saved: SavedMessage, finder: Finder): StoredMessage {
  return {
    ...saved,
    message: finder.find(saved.message),
    groupId: saved.groupId ?? undefined,
    deduplicationId: saved.deduplicationId ?? undefined,
    source: saved.source ?? undefined,
    firstReceivedMs: saved.firstReceivedMs ?? undefined,
  };
}
