/** Those who poll an empty queue: told, one by one, when there is something to have, or when their time is over. */
import type { JsonValue } from "../../json.ts";
import { Fifo } from "../../sim/fifo.ts";
import type { Address, NodeContext } from "../../sim/types.ts";

interface Waiter {
  readonly address: Address;
  readonly untilMs: number;
}

export class Waiters {
  readonly #context: NodeContext;
  readonly #waiting = new Fifo<Waiter>();

  constructor(context: NodeContext) {
    this.#context = context;
  }

  /** Whoever waits hears in any case when the time is over; what comes after an earlier call is not for it any more. */
  add(address: Address, untilMs: number): void {
    this.#waiting.push({ address, untilMs });
    this.#context.send(address, undefined, undefined, untilMs);
  }

  /** Calls the one that has waited longest. */
  callOne(): void {
    for (let waiter = this.#waiting.shift(); waiter !== undefined; waiter = this.#waiting.shift()) {
      if (waiter.untilMs <= this.#context.timeMs) continue;
      this.#context.send(waiter.address);
      return;
    }
  }

  save(): JsonValue {
    return [...this.#waiting].map(({ address: { node, kind, ref }, untilMs }) => [node, kind, ref, untilMs]);
  }

  restore(state: JsonValue): void {
    this.#waiting.clear();
    for (const [node, kind, ref, untilMs] of state as readonly (readonly [string, number, number, number])[]) {
      this.#waiting.push({ address: { node, kind, ref }, untilMs });
    }
  }
}
