/** What is named and not simulated, at the end of the way: it takes whatever comes, and does nothing with it. */
import type { JsonObject } from "../json.ts";
import { type Refusal, THROTTLED, UNAVAILABLE } from "../refusals/refusal.ts";
import type { Address, Message, NodeContext, NodeState, SimNode } from "../sim/types.ts";
import type { CallPort, Delivery, Ports, TargetPort } from "./ports.ts";

export const SINK = "Sluice::Sink";

export class Sink implements SimNode, TargetPort, CallPort {
  readonly ports: Partial<Ports> = { target: this, calls: this };
  readonly #context: NodeContext;
  readonly #taken;

  constructor(context: NodeContext) {
    this.#context = context;
    this.#taken = context.counter("taken");
  }

  deliver(cause: Message | undefined, { body = cause?.body ?? "", attributes, from }: Delivery): Refusal | undefined {
    const { faults, random } = this.#context;
    if (faults.outage) return UNAVAILABLE;
    if (faults.throttleRate > 0 && random.next() < faults.throttleRate) return THROTTLED;
    this.#taken.add(1);
    this.#context.tell("arrived", this.#context.newMessage(body, attributes, cause), undefined, from);
    return undefined;
  }

  /** Nobody knows what it answers. */
  call(cause: Message | undefined, delivery: Delivery, reply: Address): Refusal | undefined {
    const refused = this.deliver(cause, delivery);
    if (refused === undefined) this.#context.send(reply, undefined, { error: null, response: null });
    return refused;
  }

  handle(): void {}

  view(): JsonObject {
    return { taken: this.#taken.total };
  }

  save(): NodeState {
    return {};
  }

  restore(): void {}
}
