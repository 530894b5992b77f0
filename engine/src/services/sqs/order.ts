/** In which order a queue gives its messages: what standard and FIFO queues do differently. */
import type { JsonObject } from "../../json.ts";
import type { StoredMessage } from "./stored-message.ts";

export interface Order {
  /** A message has arrived, visible or delayed. */
  arrived(stored: StoredMessage): void;
  /** It is visible, for the first time or again. */
  shown(stored: StoredMessage): void;
  /** It has left the queue. */
  left(stored: StoredMessage): void;
  /** One receive: the messages that it may take, one after the other. */
  next(): StoredMessage | undefined;
  /** The receive that `next` was for is over. */
  received(): void;
  /** Whether a receive would find something. */
  hasNext(): boolean;
  /** What holds a message up that is visible itself. */
  blockedBy(stored: StoredMessage): StoredMessage | undefined;
  /** What of it does not follow from the messages, as plain data. */
  save(): JsonObject;
  /** `arrived` has been told of every message, in their order. */
  restore(state: JsonObject): void;
  clear(): void;
  /** What a person wants to see of it. */
  view(): JsonObject;
}
