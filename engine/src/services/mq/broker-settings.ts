/**
 * What a broker of Amazon MQ and its queues go by, with the defaults of the two engines.
 * https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/welcome.html
 */
import { type JsonObject, objectOf } from "../../json.ts";
import { ACTIVEMQ_MAX_REDELIVERIES, ACTIVEMQ_REDELIVERY_DELAY_MS, RABBITMQ_DELIVERY_LIMIT } from "../../limits.ts";

export type BrokerEngine = "ACTIVEMQ" | "RABBITMQ";

/** Where ActiveMQ puts what nobody could process, of all queues. */
export const ACTIVEMQ_DEAD_LETTERS = "ActiveMQ.DLQ";

export function engineOf({ EngineType }: JsonObject): BrokerEngine {
  return String(EngineType ?? "RABBITMQ").toUpperCase() === "ACTIVEMQ" ? "ACTIVEMQ" : "RABBITMQ";
}

/** What no template says of a queue: policies of RabbitMQ, redelivery policies of ActiveMQ's clients. */
export interface QueueBehavior {
  /** How often a message that was rejected is delivered again. */
  readonly redeliveries?: number;
  readonly redeliveryDelayMs?: number;
  /** What takes messages that were rejected too often, or that expired. */
  readonly deadLettersTo?: string;
  /** How long a message lives, milliseconds. Default: for ever. */
  readonly expiresMs?: number;
}

export interface QueueSettings {
  readonly engine: BrokerEngine;
  readonly brokerArn: string;
  readonly name: string;
  /** Infinity: as often as it takes. */
  readonly redeliveries: number;
  readonly redeliveryDelayMs: number;
  /** Undefined: what is given up is dropped. */
  readonly deadLettersTo: string | undefined;
  readonly expiresMs: number;
}

/** A message that is given back is with the next consumer after so long, milliseconds: our own. */
const ROUND_TRIP_MS = 5;

export function queueSettingsOf(properties: JsonObject, behavior: JsonObject = {}): QueueSettings {
  const broker = objectOf(properties.Broker);
  const engine = engineOf(broker);
  const brokerArn = String(properties.BrokerArn ?? "");
  const name = String(properties.QueueName ?? "");
  const { redeliveries, redeliveryDelayMs, deadLettersTo, expiresMs } = behavior as QueueBehavior;
  const isActive = engine === "ACTIVEMQ";
  const letters = isActive && name !== ACTIVEMQ_DEAD_LETTERS ? `${brokerArn}/${ACTIVEMQ_DEAD_LETTERS}` : undefined;
  return {
    engine,
    brokerArn,
    name,
    redeliveries: redeliveries ?? (isActive ? ACTIVEMQ_MAX_REDELIVERIES : rabbitLimit(broker)),
    redeliveryDelayMs: Math.max(ROUND_TRIP_MS, redeliveryDelayMs ?? (isActive ? ACTIVEMQ_REDELIVERY_DELAY_MS : 0)),
    deadLettersTo: deadLettersTo ?? letters,
    expiresMs: expiresMs ?? Number.POSITIVE_INFINITY,
  };
}

/** Quorum queues of RabbitMQ 4 have a limit of their own; before, a message came back as often as it was rejected. */
function rabbitLimit({ EngineVersion }: JsonObject): number {
  return Number.parseInt(String(EngineVersion ?? ""), 10) >= 4 ? RABBITMQ_DELIVERY_LIMIT : Number.POSITIVE_INFINITY;
}
