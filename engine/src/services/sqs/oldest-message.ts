/**
 * The age of the oldest message, as CloudWatch has it: since it came to this queue, without messages that have been
 * received three times or more, of which one that fails for ever would hide all others.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
import { Fifo } from "../../sim/fifo.ts";
import type { Age } from "../../sim/types.ts";
import type { StoredMessage } from "./stored-message.ts";

/** From this receive on it no longer counts. */
const RECEIVED_OFTEN = 3;

export class OldestMessage {
  readonly #age: Age;
  readonly #arrived = new Fifo<StoredMessage>();

  constructor(age: Age) {
    this.#age = age;
  }

  add(stored: StoredMessage): void {
    this.#arrived.push(stored);
    if (this.#arrived.size === 1) this.update();
  }

  /** One that was there before; the age is known. */
  restore(stored: StoredMessage): void {
    this.#arrived.push(stored);
    this.#first();
  }

  /** Something has changed. */
  update(): void {
    this.#age.since(this.#first()?.enteredMs);
  }

  /** Passes over those that no longer count. */
  #first(): StoredMessage | undefined {
    let first = this.#arrived.peek();
    while (first !== undefined && (first.visibility === "gone" || first.receiveCount >= RECEIVED_OFTEN)) {
      this.#arrived.shift();
      first = this.#arrived.peek();
    }
    return first;
  }
}
