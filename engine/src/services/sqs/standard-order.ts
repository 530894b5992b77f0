/**
 * Standard queues give messages roughly in the order in which they came; one that becomes visible again stands where it
 * stood. Nothing blocks anything; but once messages have groups, noisy ones let the others go first (`fair-share.ts`).
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html
 */
import { isObject, type JsonObject } from "../../json.ts";
import { TimerHeap } from "../../sim/timer-heap.ts";
import type { NodeContext } from "../../sim/types.ts";
import { FairShare, type QueueCounts } from "./fair-share.ts";
import type { Order } from "./order.ts";
import { isNotVisible, numberOf, type StoredMessage, type Visibility } from "./stored-message.ts";

export class StandardOrder implements Order {
  readonly #context: NodeContext;
  /** Visible messages by their places, which are all different. */
  readonly #visible = new TimerHeap<StoredMessage>(isNotVisible, numberOf);
  readonly #counts: QueueCounts = { inFlight: 0, ungrouped: 0 };
  /** Of the messages without a group: the latest that has been received. */
  #lastFirst = 0;
  /** From the first message on that has a group. */
  #fair: FairShare | undefined;

  constructor(context: NodeContext) {
    this.#context = context;
  }

  #beFair(): FairShare {
    this.#fair ??= new FairShare(this.#context, this.#counts, (stored) => this.#visible.set(stored.place, stored));
    return this.#fair;
  }

  arrived(stored: StoredMessage): void {
    if (stored.visibility === "inFlight") this.#counts.inFlight += 1;
    if (stored.groupId === undefined) this.#counts.ungrouped += 1;
    else this.#beFair();
    this.#fair?.arrived(stored);
    if (stored.visibility === "visible") this.#show(stored);
  }

  shown(stored: StoredMessage, was: Visibility): void {
    if (was === "inFlight") {
      this.#counts.inFlight -= 1;
      this.#fair?.returned(stored);
    }
    this.#show(stored);
  }

  /** Back in its place after a receive passed over it. */
  putBack(stored: StoredMessage): void {
    this.#show(stored);
  }

  #show(stored: StoredMessage): void {
    if (this.#fair?.holds(stored) !== true) this.#visible.set(stored.place, stored);
  }

  taken(stored: StoredMessage): number | undefined {
    this.#counts.inFlight += 1;
    if (stored.groupId !== undefined) return this.#fair?.taken(stored);
    if (stored.receiveCount > 1) return undefined;
    if (stored.number < this.#lastFirst) return this.#lastFirst;
    this.#lastFirst = stored.number;
    return undefined;
  }

  left(stored: StoredMessage, was: Visibility): void {
    if (was === "inFlight") this.#counts.inFlight -= 1;
    if (stored.groupId === undefined) this.#counts.ungrouped -= 1;
    this.#fair?.left(stored, was);
  }

  hasNext(): boolean {
    return this.#visible.nextMs < Number.POSITIVE_INFINITY || this.#fair?.hasNext() === true;
  }

  next(): StoredMessage | undefined {
    this.#fair?.settle();
    for (;;) {
      const stored = this.#visible.take(Number.MAX_VALUE);
      if (stored === undefined) return this.#fair?.next();
      // Its tenant may have become noisy while it stood here.
      if (this.#fair?.holds(stored) !== true) return stored;
    }
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
    return { lastFirst: this.#lastFirst, ...(this.#fair !== undefined && { fair: this.#fair.save() }) };
  }

  restore({ lastFirst, fair }: JsonObject): void {
    this.#lastFirst = lastFirst as number;
    if (isObject(fair)) this.#beFair().restore(fair);
  }

  view(): JsonObject {
    return this.#fair?.view() ?? {};
  }
}
