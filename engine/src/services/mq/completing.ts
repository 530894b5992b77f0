/**
 * Queues and topics of brokers, which no resource declares: those that mappings and pipes read, that a scenario names, and that
 * topics hand on to. Plain data, put into the specs before there are nodes.
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import type { NodeSpec } from "../../sim/types.ts";
import { partsNamed } from "../part.ts";
import { ACTIVEMQ_DEAD_LETTERS, engineOf } from "./broker-settings.ts";

export const BROKER_TYPE = "AWS::AmazonMQ::Broker";
export const BROKER_QUEUE_TYPE = "Sluice::BrokerQueue";
export const BROKER_TOPIC_TYPE = "Sluice::BrokerTopic";

/** What a queue or topic is found by, for those who know its broker and its name. */
function queueKey(brokerArn: string, name: string): string {
  return `${brokerArn}/${name}`;
}

/** What the queue that a mapping reads is found by; undefined where it reads none of a broker. */
export function brokerQueueRead({ EventSourceArn: arn, Queues }: JsonObject): string | undefined {
  const [queue] = texts(Queues);
  return typeof arn === "string" && queue !== undefined ? queueKey(arn, queue) : undefined;
}

/** `names`: what the scenario speaks of, `Broker/queue` among it. */
export function completeBrokers(specs: readonly NodeSpec[], names: readonly string[]): readonly NodeSpec[] {
  return specs.flatMap((spec) => (spec.type === BROKER_TYPE ? [spec, ...partsOf(spec, specs, names)] : [spec]));
}

function partsOf(broker: NodeSpec, specs: readonly NodeSpec[], names: readonly string[]): readonly NodeSpec[] {
  const bound = bindingsOf(broker.behavior?.topics);
  const read = specs.flatMap(({ properties }) => queuesRead(properties, broker.arn));
  const letters = engineOf(broker.properties) === "ACTIVEMQ" ? [ACTIVEMQ_DEAD_LETTERS] : [];
  const named = [...read, ...partsNamed(broker.id, names), ...[...bound.values()].flat(), ...letters];
  for (const name of named) bindVirtual(name, bound);
  const queues = [...new Set(named)].filter((name) => !bound.has(name));
  const part = (type: string, name: string, own: JsonObject): NodeSpec => ({
    id: `${broker.id}/${name}`,
    type,
    arn: queueKey(broker.arn, name),
    properties: { BrokerArn: broker.arn, Broker: broker.properties, ...own },
  });
  return [
    ...queues.map((QueueName) => part(BROKER_QUEUE_TYPE, QueueName, { QueueName })),
    ...Array.from(bound, ([TopicName, to]) => {
      return part(BROKER_TOPIC_TYPE, TopicName, { TopicName, QueueArns: to.map((name) => queueKey(broker.arn, name)) });
    }),
  ];
}

/** Queues by the topic that hands on to them. */
function bindingsOf(topics: JsonValue | undefined): Map<string, readonly string[]> {
  return new Map(Object.entries(objectOf(topics)).map(([topic, queues]) => [topic, texts(queues)]));
}

/**
 * ActiveMQ's virtual topics: `Consumer.Billing.VirtualTopic.Orders` gets what is sent to `VirtualTopic.Orders`.
 * https://activemq.apache.org/components/classic/documentation/virtual-destinations
 */
function bindVirtual(queue: string, bound: Map<string, readonly string[]>): void {
  const topic = /^Consumer\.[^.]+\.(VirtualTopic\..+)$/.exec(queue)?.[1];
  const to = topic === undefined ? undefined : (bound.get(topic) ?? []);
  if (topic !== undefined && to?.includes(queue) === false) bound.set(topic, [...to, queue]);
}

/** Names of the queues of a broker that a mapping or a pipe reads. */
function queuesRead({ EventSourceArn, Queues, Source, SourceParameters }: JsonObject, arn: string): readonly string[] {
  if (EventSourceArn === arn) return texts(Queues);
  if (Source !== arn || !isObject(SourceParameters)) return [];
  const { ActiveMQBrokerParameters: active, RabbitMQBrokerParameters: rabbit } = SourceParameters;
  return texts([active, rabbit].map((parameters) => (isObject(parameters) ? (parameters.QueueName ?? null) : null)));
}

function texts(value: JsonValue | undefined): readonly string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((each): each is string => typeof each === "string");
}
