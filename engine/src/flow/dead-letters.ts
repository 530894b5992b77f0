/** Which messages came first into dead-letter queues in a run, and when: what somebody asks who sees some there. */
import type { Message } from "../sim/types.ts";

export interface DeadLetter {
  /** `Message.number`. */
  readonly message: number;
  /** Virtual, milliseconds. */
  readonly timeMs: number;
  /** Logical id of the resource that gave it up. */
  readonly from: string;
}

/** Those of a queue that are kept: the first ones tell what goes wrong, its meter tells how many there are. */
const MAX_KEPT = 20;

export class DeadLetters {
  readonly #ids: ReadonlyMap<string, string>;
  readonly #byQueue = new Map<string, DeadLetter[]>();

  /** `ids`: logical ids by ARN. */
  constructor(ids: ReadonlyMap<string, string>) {
    this.#ids = ids;
  }

  watch(timeMs: number, node: string, what: string, { number }: Message, other: string | undefined): void {
    if (what !== "deadLettered" || other === undefined) return;
    const queue = this.#ids.get(other) ?? other;
    const kept = this.#byQueue.get(queue);
    const letter = { message: number, timeMs, from: node };
    if (kept === undefined) this.#byQueue.set(queue, [letter]);
    else if (kept.length < MAX_KEPT) kept.push(letter);
  }

  /** Up to a time, in order. */
  of(queue: string, untilMs: number): readonly DeadLetter[] {
    return (this.#byQueue.get(queue) ?? []).filter(({ timeMs }) => timeMs <= untilMs);
  }
}
