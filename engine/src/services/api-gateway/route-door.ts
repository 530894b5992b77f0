/** A method or route as a resource of its own: traffic may go to it by its logical id. All that it does, its API does. */
import type { JsonObject } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { Message, NodeContext, NodeSpec, NodeState, SimNode } from "../../sim/types.ts";
import { type Delivery, type Ports, portOf, type TargetPort } from "../ports.ts";

export class RouteDoor implements SimNode, TargetPort {
  readonly ports: Partial<Ports> = { target: this };
  readonly #context: NodeContext;
  /** Logical id, or what `Ref` of the API gives, which is the same. */
  readonly #api: string;

  constructor(context: NodeContext, { properties: { RestApiId, ApiId } }: NodeSpec) {
    this.#context = context;
    this.#api = String(RestApiId ?? ApiId);
  }

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const api = portOf(this.#context, this.#api, "api");
    return api === undefined ? NO_API : api.deliverTo(this.#context.id, cause, delivery);
  }

  handle(): void {}

  view(): JsonObject {
    return { api: this.#api };
  }

  save(): NodeState {
    return {};
  }

  restore(): void {}
}

const NO_API = refusal("NotFoundException", "The API of this route is not there.");
