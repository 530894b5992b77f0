/**
 * What FIFO queues and topics remember of what was sent: for five minutes from the first time, whatever became of the message.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html
 */
import type { JsonValue } from "../json.ts";
import { DEDUPLICATION_MS } from "../limits.ts";
import { Fifo } from "../sim/fifo.ts";

/** A message that was sent before. */
export interface Seen {
  /** `Message.number`: the message itself may be gone. */
  readonly message: number;
  readonly sentMs: number;
}

export class Deduplication {
  readonly #seen = new Map<string, Seen>();
  /** Their keys, in the order in which they were sent. */
  readonly #keys = new Fifo<string>();

  /** The message that was sent with the same key less than five minutes ago. */
  find(key: string, nowMs: number): Seen | undefined {
    for (let oldest = this.#keys.peek(); oldest !== undefined; oldest = this.#keys.peek()) {
      if ((this.#seen.get(oldest) as Seen).sentMs + DEDUPLICATION_MS > nowMs) break;
      this.#seen.delete(oldest);
      this.#keys.shift();
    }
    return this.#seen.get(key);
  }

  /** `key`: one that was not found. */
  add(key: string, message: number, sentMs: number): void {
    this.#seen.set(key, { message, sentMs });
    this.#keys.push(key);
  }

  clear(): void {
    this.#seen.clear();
    this.#keys.clear();
  }

  save(): JsonValue {
    return [...this.#keys].map((key) => {
      const { message, sentMs } = this.#seen.get(key) as Seen;
      return [key, message, sentMs];
    });
  }

  restore(state: JsonValue): void {
    this.clear();
    for (const [key, message, sentMs] of state as readonly (readonly [string, number, number])[]) {
      this.add(key, message, sentMs);
    }
  }
}
