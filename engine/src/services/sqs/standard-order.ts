/**
 * Standard queues give messages roughly in the order in which they came; one that becomes visible again stands where it
 * stood. Nothing blocks anything.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html
 */
import type { JsonObject } from "../../json.ts";
import { Fifo } from "../../sim/fifo.ts";
import { TimerHeap } from "../../sim/timer-heap.ts";
import type { Order } from "./order.ts";
import type { StoredMessage } from "./stored-message.ts";

export class StandardOrder implements Order {
  /** Those that were visible from the first. */
  readonly #arrived = new Fifo<StoredMessage>();
  /** Those that became visible later, by number. */
  readonly #returned = new TimerHeap<StoredMessage>((stored) => stored.visibility !== "visible");

  arrived(stored: StoredMessage): void {
    if (stored.visibility === "visible") this.#arrived.push(stored);
  }

  shown(stored: StoredMessage): void {
    this.#returned.set(stored.number, stored);
  }

  left(): void {
    // Passed over when its turn comes.
  }

  hasNext(): boolean {
    return this.#firstArrived() !== undefined || this.#returned.nextMs < Number.POSITIVE_INFINITY;
  }

  #firstArrived(): StoredMessage | undefined {
    let first = this.#arrived.peek();
    while (first !== undefined && first.visibility !== "visible") {
      this.#arrived.shift();
      first = this.#arrived.peek();
    }
    return first;
  }

  next(): StoredMessage | undefined {
    const first = this.#firstArrived();
    const returned = this.#returned.take(first === undefined ? Number.MAX_VALUE : first.number);
    return returned ?? this.#arrived.shift();
  }

  received(): void {
    // Every message stands for itself.
  }

  blockedBy(): undefined {
    return undefined;
  }

  save(): JsonObject {
    return {};
  }

  restore(): void {
    // Follows from the messages: those that are visible, by number.
  }

  clear(): void {
    this.#arrived.clear();
    this.#returned.clear();
  }

  view(): JsonObject {
    return {};
  }
}
