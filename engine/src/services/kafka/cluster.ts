/**
 * A Kafka cluster: its brokers, which come and go, and the controller that notices and makes others lead. Topics keep the
 * records. https://docs.aws.amazon.com/msk/latest/developerguide/what-is-msk.html
 */
import type { JsonObject } from "../../json.ts";
import { SERVERLESS_IN_BYTES } from "../../limits.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import { TokenBucket, type TokenBucketState } from "../../sim/token-bucket.ts";
import type { Faults, Gauge, Message, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { javaProperties } from "../../text/java-properties.ts";
import { type Delivery, type PartsPort, type Ports, portOf, type TargetPort } from "../ports.ts";
import { type ClusterSettings, clusterSettingsOf } from "./cluster-settings.ts";
import type { BrokerWatcher, KafkaClusterPort } from "./ports.ts";

/** The events that it sets: a broker that is gone is noticed; leadership is put right. */
const FENCE = 0;
const PREFER = 1;

interface Broker {
  readonly number: number;
  isUp: boolean;
  /** Goes up with each change: what was set for an earlier one no longer counts. */
  life: number;
}

const LIVES = 2 ** 20;

export class KafkaCluster implements SimNode, KafkaClusterPort, PartsPort, TargetPort {
  readonly ports: Partial<Ports> = { kafkaCluster: this, parts: this, target: this };
  readonly settings: ClusterSettings;
  readonly #context: NodeContext;
  readonly #topicIds: readonly string[];
  readonly #brokers: readonly Broker[];
  readonly #topics: BrokerWatcher[] = [];
  readonly #ingress: TokenBucket | undefined;
  readonly #up: Gauge;
  /** Parts that have an outage of their own. */
  readonly #downParts = new Set<number>();
  #isChecking = false;

  constructor(context: NodeContext, { type, properties }: NodeSpec) {
    this.#context = context;
    this.settings = clusterSettingsOf(type, properties, javaProperties(properties.ServerProperties));
    this.#topicIds = (properties.TopicIds ?? []) as readonly string[];
    this.#brokers = Array.from({ length: this.settings.brokers }, (_, index) => {
      return { number: index + 1, isUp: true, life: 0 };
    });
    this.#ingress = this.settings.isServerless ? new TokenBucket(SERVERLESS_IN_BYTES) : undefined;
    this.#up = context.gauge("brokersUp");
  }

  start(): void {
    this.#up.set(this.#brokers.length);
  }

  get isUp(): boolean {
    return this.#brokers.some(({ isUp }) => isUp);
  }

  join(topic: BrokerWatcher): void {
    if (!this.#topics.includes(topic)) this.#topics.push(topic);
  }

  isBrokerUp(number: number): boolean {
    return this.#brokers[number - 1]?.isUp === true;
  }

  takeIn(bytes: number): boolean {
    return this.#ingress?.take(this.#context.timeMs, bytes) ?? true;
  }

  /** Records go to topics; where there is only one, it is clear which. */
  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const [only, ...others] = this.#topicIds;
    const target = only === undefined || others.length > 0 ? undefined : portOf(this.#context, only, "target");
    return target === undefined ? NO_TOPIC : target.deliver(cause, delivery);
  }

  // --- brokers

  faultChanged(): void {
    for (const broker of this.#brokers) this.#follow(broker);
  }

  partChanged(name: string, { outage }: Faults): void {
    const number = Number(name.replace("b-", ""));
    if (outage) this.#downParts.add(number);
    else this.#downParts.delete(number);
    const broker = this.#brokers[number - 1];
    if (broker !== undefined) this.#follow(broker);
  }

  /** Does what the faults say. */
  #follow(broker: Broker): void {
    const isUp = !this.#context.faults.outage && !this.#downParts.has(broker.number);
    if (isUp === broker.isUp) return;
    broker.isUp = isUp;
    broker.life = (broker.life + 1) % LIVES;
    this.#up.set(this.#brokers.filter((each) => each.isUp).length);
    const { timeMs } = this.#context;
    if (isUp) {
      for (const topic of this.#topics) topic.brokerStarted(broker.number);
      this.#planCheck();
    } else {
      for (const topic of this.#topics) topic.brokerStopped(broker.number);
      this.#context.at(timeMs + this.settings.failoverMs, FENCE, broker.number * LIVES + broker.life);
    }
  }

  #planCheck(): void {
    const { leaderCheckMs } = this.settings;
    if (this.#isChecking || !Number.isFinite(leaderCheckMs)) return;
    this.#isChecking = true;
    this.#context.atIdle(this.#context.timeMs + leaderCheckMs, PREFER);
  }

  handle({ kind, ref }: SimEvent): void {
    if (kind === PREFER) {
      this.#isChecking = false;
      for (const topic of this.#topics) topic.preferLeaders();
      return;
    }
    const broker = this.#brokers[Math.floor(ref / LIVES) - 1];
    if (broker === undefined || broker.isUp || broker.life !== ref % LIVES) return;
    for (const topic of this.#topics) topic.brokerFenced(broker.number);
  }

  // --- for the kernel

  view(): JsonObject {
    return { brokers: this.#brokers.map(({ number, isUp }) => ({ number, isUp })) };
  }

  save(): SavedCluster {
    return {
      brokers: this.#brokers.map(({ isUp, life }) => [isUp, life]),
      downParts: [...this.#downParts],
      isChecking: this.#isChecking,
      ingress: this.#ingress?.save() ?? null,
    };
  }

  restore(saved: NodeState): void {
    const { brokers, downParts, isChecking, ingress } = saved as SavedCluster;
    for (const [index, broker] of this.#brokers.entries()) {
      const [isUp, life] = brokers[index] ?? [true, 0];
      broker.isUp = isUp;
      broker.life = life;
    }
    for (const number of downParts) this.#downParts.add(number);
    this.#isChecking = isChecking;
    if (ingress !== null) this.#ingress?.restore(ingress);
  }
}

interface SavedCluster {
  readonly brokers: readonly (readonly [isUp: boolean, life: number])[];
  readonly downParts: readonly number[];
  readonly isChecking: boolean;
  readonly ingress: TokenBucketState | null;
}

const NO_TOPIC = refusal(
  "UnknownTopicOrPartitionException",
  "A cluster takes records for one of its topics: say which one, Cluster/topic.",
);
