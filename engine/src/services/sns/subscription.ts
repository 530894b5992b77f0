/** AWS::SNS::Subscription as a node: a subscriber with a generator and meters of its own. */
import type { JsonObject } from "../../json.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import { refuseSubscriptionAttribute } from "../../refusals/topic.ts";
import type { Finder, Keeper, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { type Ports, portOf, type SubscriptionPort } from "../ports.ts";
import { type SavedSubscriber, Subscriber } from "./subscriber.ts";
import type { SubscriptionBehavior } from "./subscription-behavior.ts";
import { subscriptionSettingsOf } from "./subscription-settings.ts";

/** Its events: a retry falls due; it subscribes. */
const RETRY = 0;
const SUBSCRIBE = 1;

export class Subscription implements SimNode, SubscriptionPort {
  readonly ports: Partial<Ports> = { subscription: this };
  readonly subscriber: Subscriber;
  readonly #context: NodeContext;
  readonly #subscribedMs: number;
  #properties: JsonObject;
  #isSubscribed = false;

  constructor(context: NodeContext, { arn, properties, behavior }: NodeSpec) {
    const given = (behavior ?? {}) as SubscriptionBehavior;
    this.#context = context;
    this.#properties = properties;
    this.#subscribedMs = given.subscribedMs ?? 0;
    this.subscriber = new Subscriber(context, arn, subscriptionSettingsOf(properties), RETRY, given);
  }

  start(): void {
    if (this.#subscribedMs > 0) this.#context.at(this.#subscribedMs, SUBSCRIBE);
    else this.#subscribe();
  }

  #subscribe(): void {
    const { topicArn, replayFromMs } = this.subscriber.settings;
    const topic = portOf(this.#context, topicArn, "topic");
    this.#isSubscribed = true;
    topic?.subscribe(this.subscriber);
    if (replayFromMs !== undefined) topic?.replay(this.subscriber, replayFromMs);
  }

  setAttribute(name: string, value: string): Refusal | undefined {
    const { filterPolicyScope } = this.subscriber.settings;
    const refused = refuseSubscriptionAttribute(name, value, filterPolicyScope);
    if (refused !== undefined) return refused;
    this.#properties = { ...this.#properties, [name]: value };
    this.subscriber.set(subscriptionSettingsOf(this.#properties));
    return undefined;
  }

  attributes(): Readonly<Record<string, string>> {
    const { rawMessageDelivery, filter, filterPolicyScope } = this.subscriber.settings;
    return {
      RawMessageDelivery: String(rawMessageDelivery),
      // It is there once there is a policy, whether it was set or not.
      ...(filter !== undefined && { FilterPolicyScope: filterPolicyScope }),
    };
  }

  handle(event: SimEvent): void {
    if (event.kind === SUBSCRIBE) this.#subscribe();
    else this.subscriber.due(event);
  }

  inside(): number {
    return this.subscriber.pending;
  }

  view(): JsonObject {
    return this.subscriber.view();
  }

  save(keeper: Keeper): SavedSubscription {
    return { properties: this.#properties, isSubscribed: this.#isSubscribed, subscriber: this.subscriber.save(keeper) };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { properties, isSubscribed, subscriber } = saved as SavedSubscription;
    this.#properties = properties;
    this.subscriber.set(subscriptionSettingsOf(properties));
    this.subscriber.restore(subscriber, finder);
    this.#isSubscribed = isSubscribed;
    const { topicArn } = this.subscriber.settings;
    if (isSubscribed) portOf(this.#context, topicArn, "topic")?.subscribe(this.subscriber);
  }
}

interface SavedSubscription {
  readonly properties: JsonObject;
  readonly isSubscribed: boolean;
  readonly subscriber: SavedSubscriber;
}
