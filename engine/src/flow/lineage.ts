/** The line of a message: what it was made of, and what was made of it. Found while a run goes by once more. */
import type { Message } from "../sim/types.ts";

export class Lineage {
  /** The first message of the line. */
  origin: number;
  readonly #wanted: number;
  /** Numbers of the message itself, of those before it and of those made of it; others of the line are its siblings. */
  readonly #own: Set<number>;

  constructor(wanted: number) {
    this.origin = wanted;
    this.#wanted = wanted;
    this.#own = new Set([wanted]);
  }

  watch(message: Message): void {
    if (message.number === this.#wanted) {
      this.origin = message.origin;
      for (let before = message.cause; before !== undefined; before = before.cause) this.#own.add(before.number);
    } else if (message.origin === this.origin && isMadeOf(message, this.#wanted)) this.#own.add(message.number);
  }

  isOwn(message: number | undefined): boolean {
    return message !== undefined && this.#own.has(message);
  }
}

function isMadeOf({ cause }: Message, wanted: number): boolean {
  for (let before = cause; before !== undefined && before.number >= wanted; before = before.cause) {
    if (before.number === wanted) return true;
  }
  return false;
}
