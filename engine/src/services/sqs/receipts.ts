/**
 * What is done with a message that was received: DeleteMessage and ChangeMessageVisibility. A standard queue takes any
 * receipt of a message that is there, a FIFO queue only the last one, while its visibility timeout lasts.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
 */
import { MAX_VISIBILITY_SECONDS } from "../../limits.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import { invalid } from "./message-checks.ts";
import { type QueueParts, refuseCall } from "./parts.ts";
import { isLatest, numberOfReceipt, type StoredMessage } from "./stored-message.ts";

const BEYOND_THE_LIMIT = `Total VisibilityTimeout for the message is beyond the limit [${MAX_VISIBILITY_SECONDS} seconds]`;

export class Receipts {
  readonly #parts: QueueParts;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  delete(receipt: number): Refusal | undefined {
    this.#parts.meters.requests.add(1);
    return refuseCall(this.#parts, "delete") ?? this.#delete(receipt);
  }

  deleteBatch(receipts: readonly number[]): readonly (Refusal | undefined)[] {
    this.#parts.meters.requests.add(1);
    const refused = refuseCall(this.#parts, "delete");
    return receipts.map((receipt) => refused ?? this.#delete(receipt));
  }

  #delete(receipt: number): Refusal | undefined {
    const { context, meters, settings, store } = this.#parts;
    const stored = store.get(numberOfReceipt(receipt));
    if (stored === undefined) return undefined;
    if (settings.isFifo && !(isLatest(receipt, stored) && stored.visibility === "inFlight")) {
      return invalid("ReceiptHandle", receipt, "The receipt handle has expired.");
    }
    meters.deleted.add(1);
    meters.ageMs.add(context.timeMs - stored.enteredMs);
    context.tell("deleted", stored.message);
    if (this.#comesBack(stored)) return undefined;
    store.remove(stored);
    this.#parts.wake();
    return undefined;
  }

  /** A server that held a copy did not hear of it: the message becomes visible again when its timeout is over. */
  #comesBack(stored: StoredMessage): boolean {
    const { context, behavior, settings, meters } = this.#parts;
    const rate = settings.isFifo ? 0 : Math.max(behavior.duplicateRate, context.faults.duplicateRate);
    if (rate === 0 || context.random.next() >= rate) return false;
    stored.isDeleted = true;
    meters.duplicates.add(1);
    context.tell("duplicated", stored.message, { code: "sqs.duplicated" });
    return true;
  }

  /** Whether its message is there, and has not been deleted before. */
  holds(receipt: number): boolean {
    return this.#parts.store.get(numberOfReceipt(receipt))?.isDeleted === false;
  }

  changeVisibility(receipt: number, seconds: number): Refusal | undefined {
    const { context, settings, store, meters } = this.#parts;
    meters.requests.add(1);
    const refused = refuseCall(this.#parts, "delete");
    if (refused !== undefined) return refused;
    if (!(seconds >= 0)) {
      return invalid("VisibilityTimeout", seconds, `Must be >= 0 and <= ${MAX_VISIBILITY_SECONDS}, if provided.`);
    }
    // Too long by itself is too long in all: the same words, as other servers of this API have them, too.
    if (seconds > MAX_VISIBILITY_SECONDS) return invalid("VisibilityTimeout", seconds, BEYOND_THE_LIMIT);
    const stored = store.get(numberOfReceipt(receipt));
    if (stored === undefined || (settings.isFifo && !isLatest(receipt, stored))) {
      const reason = "Message does not exist or is not available for visibility timeout change.";
      return invalid("ReceiptHandle", receipt, reason);
    }
    if (stored.visibility !== "inFlight") return undefined;
    const untilMs = context.timeMs + seconds * 1_000;
    if (untilMs - stored.receivedMs > MAX_VISIBILITY_SECONDS * 1_000) {
      return invalid("VisibilityTimeout", seconds, BEYOND_THE_LIMIT);
    }
    store.hide(stored, untilMs);
    context.tell("visibilityChanged", stored.message, { code: "sqs.visibility-changed", seconds });
    this.#parts.due(untilMs);
    return undefined;
  }
}
