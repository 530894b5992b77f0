/**
 * Those who poll an empty queue: each is sent one event, when there is something to have or when its time is over. The
 * one that has waited longest comes first.
 */
import type { JsonValue } from "../../json.ts";
import { Fifo } from "../../sim/fifo.ts";
import { TimerHeap, type TimersState } from "../../sim/timer-heap.ts";
import type { Address, NodeContext } from "../../sim/types.ts";

interface Waiter {
  /** In the order in which they came. */
  readonly number: number;
  readonly address: Address;
  isWaiting: boolean;
}

export class Waiters {
  readonly #context: NodeContext;
  /** In the order in which they came; those who wait no longer are passed over. */
  readonly #waiting = new Fifo<Waiter>();
  readonly #deadlines = new TimerHeap<Waiter>(
    ({ isWaiting }) => !isWaiting,
    ({ number }) => number,
  );
  #lastNumber = 0;

  constructor(context: NodeContext) {
    this.#context = context;
  }

  /** How many wait. */
  size = 0;

  /** When the first one has waited long enough; Infinity where nobody waits. */
  get nextMs(): number {
    return this.#deadlines.nextMs;
  }

  add(address: Address, untilMs: number): void {
    this.#lastNumber += 1;
    const waiter = { number: this.#lastNumber, address, isWaiting: true };
    this.#waiting.push(waiter);
    this.size += 1;
    this.#deadlines.set(untilMs, waiter);
  }

  /** Calls the one that has waited longest. */
  callOne(): void {
    for (let waiter = this.#waiting.shift(); waiter !== undefined; waiter = this.#waiting.shift()) {
      if (!waiter.isWaiting) continue;
      this.#call(waiter);
      return;
    }
  }

  /** Calls those whose time is over. */
  callDue(nowMs: number): void {
    for (let waiter = this.#deadlines.take(nowMs); waiter !== undefined; waiter = this.#deadlines.take(nowMs)) {
      this.#call(waiter);
    }
    this.#passOver();
  }

  /** Lets go of those in front who wait no longer: a queue that stays empty is polled for ever. */
  #passOver(): void {
    while (this.#waiting.peek()?.isWaiting === false) this.#waiting.shift();
  }

  #call(waiter: Waiter): void {
    this.#release(waiter);
    this.#context.send(waiter.address);
  }

  #release(waiter: Waiter): void {
    waiter.isWaiting = false;
    this.size -= 1;
  }

  /** Whoever waits at an address has gone. */
  remove({ node, kind, ref }: Address): void {
    for (const waiter of this.#waiting) {
      const { address, isWaiting } = waiter;
      const isIt = address.node === node && address.kind === kind && address.ref === ref;
      if (isWaiting && isIt) this.#release(waiter);
    }
  }

  save(): JsonValue {
    const waiting = [...this.#waiting]
      .filter(({ isWaiting }) => isWaiting)
      .map(({ number, address: { node, kind, ref } }) => [number, node, kind, ref]);
    const deadlines = this.#deadlines.save(({ number }) => number).map((timer) => [...timer]);
    return { lastNumber: this.#lastNumber, waiting, deadlines };
  }

  restore(state: JsonValue): void {
    const { lastNumber, waiting, deadlines } = state as unknown as SavedWaiters;
    const byNumber = new Map<number, Waiter>();
    for (const [number, node, kind, ref] of waiting) {
      const waiter = { number, address: { node, kind, ref }, isWaiting: true };
      this.#waiting.push(waiter);
      byNumber.set(number, waiter);
    }
    this.#deadlines.restore(deadlines, (number) => byNumber.get(number) as Waiter);
    this.#lastNumber = lastNumber;
    this.size = waiting.length;
  }
}

interface SavedWaiters {
  readonly lastNumber: number;
  readonly waiting: readonly (readonly [number, string, number, number])[];
  readonly deadlines: TimersState<number>;
}
