/**
 * A topic with durable subscriptions, as virtual topics of ActiveMQ and fanout exchanges of RabbitMQ are: each queue behind it
 * gets every message. It keeps none.
 */
import type { JsonObject } from "../../json.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import type { Counter, Message, NodeContext, NodeSpec, NodeState, SimNode } from "../../sim/types.ts";
import { type Delivery, type Ports, portOf, type TargetPort } from "../ports.ts";

export class BrokerTopic implements SimNode, TargetPort {
  readonly ports: Partial<Ports> = { target: this };
  readonly #context: NodeContext;
  readonly #queueArns: readonly string[];
  readonly #published: Counter;

  constructor(context: NodeContext, { properties }: NodeSpec) {
    this.#context = context;
    this.#queueArns = (properties.QueueArns ?? []) as readonly string[];
    this.#published = context.counter("published");
  }

  /** Refused where the broker is away: then by each queue. */
  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const { body = cause?.body ?? "", attributes } = delivery;
    const message = cause ?? this.#context.newMessage(body, attributes);
    for (const arn of this.#queueArns) {
      const refused = portOf(this.#context, arn, "target")?.deliver(message, { ...delivery, body });
      if (refused !== undefined) return refused;
    }
    this.#published.add(1);
    return undefined;
  }

  handle(): void {
    // Nothing falls due here.
  }

  view(): JsonObject {
    return { queues: this.#queueArns.length };
  }

  save(): NodeState {
    return {};
  }

  restore(): void {
    // It keeps nothing.
  }
}
