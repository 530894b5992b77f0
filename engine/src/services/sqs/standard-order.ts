/**
 * Standard queues give messages roughly in the order in which they came; one that becomes visible again stands where it
 * stood. Nothing blocks anything.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html
 */
import type { JsonObject } from "../../json.ts";
import { TimerHeap } from "../../sim/timer-heap.ts";
import type { Order } from "./order.ts";
import type { StoredMessage } from "./stored-message.ts";

/** Visible messages by their places, which are all different. */
export class StandardOrder implements Order {
  readonly #visible = new TimerHeap<StoredMessage>(isNotVisible);

  arrived(stored: StoredMessage): void {
    if (stored.visibility === "visible") this.shown(stored);
  }

  shown(stored: StoredMessage): void {
    this.#visible.set(stored.place, stored);
  }

  taken(): void {
    // `next` has taken it out.
  }

  left(): void {
    // Passed over when its turn comes.
  }

  hasNext(): boolean {
    return this.#visible.nextMs < Number.POSITIVE_INFINITY;
  }

  next(): StoredMessage | undefined {
    return this.#visible.take(Number.MAX_VALUE);
  }

  received(): void {
    // Every message stands for itself.
  }

  blockerOf(): undefined {
    return undefined;
  }

  audit(): readonly string[] {
    return [];
  }

  save(): JsonObject {
    return {};
  }

  restore(): void {
    // Follows from the messages.
  }

  view(): JsonObject {
    return {};
  }
}

export function isNotVisible({ visibility }: StoredMessage): boolean {
  return visibility !== "visible";
}
