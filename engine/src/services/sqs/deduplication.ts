/**
 * What a FIFO queue remembers of what was sent: for five minutes from the first time, whatever became of the message.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html
 */
import type { JsonValue } from "../../json.ts";
import { DEDUPLICATION_MS } from "../../limits.ts";
import type { Finder, Keeper, Message } from "../../sim/types.ts";

interface Seen {
  readonly message: Message;
  readonly sentMs: number;
}

export class Deduplication {
  /** In the order in which they were sent, so that the oldest stand first. */
  readonly #seen = new Map<string, Seen>();

  /** The message that was sent with the same id less than five minutes ago. */
  find(key: string, nowMs: number): Seen | undefined {
    for (const [oldest, { sentMs }] of this.#seen) {
      if (sentMs + DEDUPLICATION_MS > nowMs) break;
      this.#seen.delete(oldest);
    }
    return this.#seen.get(key);
  }

  add(key: string, message: Message, sentMs: number): void {
    this.#seen.set(key, { message, sentMs });
  }

  clear(): void {
    this.#seen.clear();
  }

  save(keeper: Keeper): JsonValue {
    return [...this.#seen].map(([key, { message, sentMs }]) => [key, keeper.keep(message), sentMs]);
  }

  restore(state: JsonValue, finder: Finder): void {
    this.clear();
    for (const [key, number, sentMs] of state as readonly (readonly [string, number, number])[]) {
      this.add(key, finder.find(number), sentMs);
    }
  }
}
