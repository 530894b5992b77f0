/** In which order a queue gives its messages: what standard, fair and FIFO queues do differently. */
import type { JsonObject } from "../../json.ts";
import type { StoredMessage, Visibility } from "./stored-message.ts";

export interface Order {
  /** A message has arrived, visible or delayed. */
  arrived(stored: StoredMessage): void;
  /** It is visible, for the first time or again; what it was before. */
  shown(stored: StoredMessage, was: Visibility): void;
  /**
   * It is in flight. At its first receive: the number of a later message of its group that was received before it, if any
   * was; messages without a group are one group.
   */
  taken(stored: StoredMessage): number | undefined;
  /** It has left the queue; what it was before. */
  left(stored: StoredMessage, was: Visibility): void;
  /** One receive: the messages that it may take, one after the other. The caller takes or removes each of them. */
  next(): StoredMessage | undefined;
  /** `next` gave it, but it was neither taken nor removed. */
  putBack(stored: StoredMessage): void;
  /** The receive that `next` was for is over. */
  received(): void;
  /** Whether a receive would find something. */
  hasNext(): boolean;
  /** The hidden message at the head of a message group, which holds up all others of it. */
  blockerOf(groupId: string | undefined): StoredMessage | undefined;
  /** Sentences for what does not hold. */
  audit(): readonly string[];
  /** What of it does not follow from the messages, as plain data. */
  save(): JsonObject;
  /** `arrived` has been told of every message, in the order of arrival, whatever it is by now. */
  restore(state: JsonObject): void;
  /** What a person wants to see of it. */
  view(): JsonObject;
}
