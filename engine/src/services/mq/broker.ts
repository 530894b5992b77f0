/**
 * A broker of Amazon MQ: what its queues have in common is that they are there or not. Messages are persistent and outlive an
 * outage; consumers lose their connections.
 */
import type { JsonObject } from "../../json.ts";
import type { NodeContext, NodeSpec, NodeState, SimNode } from "../../sim/types.ts";
import type { Ports } from "../ports.ts";
import { type BrokerEngine, engineOf } from "./broker-settings.ts";

export interface BrokerPort {
  readonly engine: BrokerEngine;
  readonly isUp: boolean;
  /** From now on a queue hears when connections are lost. */
  join(queue: ConnectionWatcher): void;
}

export interface ConnectionWatcher {
  connectionsLost(): void;
}

export class Broker implements SimNode, BrokerPort {
  readonly ports: Partial<Ports> = { broker: this };
  readonly #context: NodeContext;
  readonly engine: BrokerEngine;
  readonly #queues: ConnectionWatcher[] = [];

  constructor(context: NodeContext, { properties }: NodeSpec) {
    this.#context = context;
    this.engine = engineOf(properties);
  }

  get isUp(): boolean {
    return !this.#context.faults.outage;
  }

  join(queue: ConnectionWatcher): void {
    if (!this.#queues.includes(queue)) this.#queues.push(queue);
  }

  faultChanged(): void {
    if (!this.isUp) for (const queue of this.#queues) queue.connectionsLost();
  }

  handle(): void {
    // Nothing falls due here.
  }

  view(): JsonObject {
    return { engine: this.engine, isUp: this.isUp };
  }

  /** Queues join again; faults are the kernel's to keep. */
  save(): NodeState {
    return {};
  }

  restore(): void {
    // See `save`.
  }
}
