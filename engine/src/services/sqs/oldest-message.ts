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
  readonly #stored: ReadonlyMap<number, StoredMessage>;
  /** Numbers: those that have gone are held by nobody. */
  readonly #arrived = new Fifo<number>();

  /** `stored`: the messages that are there, by number. */
  constructor(age: Age, stored: ReadonlyMap<number, StoredMessage>) {
    this.#age = age;
    this.#stored = stored;
  }

  add(stored: StoredMessage): void {
    this.#arrived.push(stored.number);
    if (this.#arrived.size === 1) this.update();
  }

  /** One that was there before; the age is known. */
  restore(stored: StoredMessage): void {
    this.#arrived.push(stored.number);
    this.#first();
  }

  /** Something has changed. */
  update(): void {
    this.#age.since(this.#first()?.enteredMs);
  }

  /** Passes over those that no longer count. */
  #first(): StoredMessage | undefined {
    for (let number = this.#arrived.peek(); number !== undefined; number = this.#arrived.peek()) {
      const stored = this.#stored.get(number);
      if (stored !== undefined && stored.receiveCount < RECEIVED_OFTEN) return stored;
      this.#arrived.shift();
    }
    return undefined;
  }
}
