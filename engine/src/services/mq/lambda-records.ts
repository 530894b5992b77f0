/**
 * Messages of a broker as the event that a function gets.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
 */
import type { JsonObject } from "../../json.ts";
import { base64Encode } from "../../text/base64.ts";
import { utf8Encode } from "../../text/utf8.ts";
import { messageIdOf } from "../message-id.ts";
import type { Received } from "../ports.ts";
import type { BrokerEngine } from "./broker-settings.ts";

/** `source`: ARN of the broker and name of the queue. `startMs`: epoch milliseconds of virtual time 0. */
export function brokerRecord(received: Received, engine: BrokerEngine, queue: string, startMs: number): JsonObject {
  const { message, receiveCount, sentMs } = received;
  const data = base64Encode(utf8Encode(message.body));
  const redelivered = receiveCount > 1;
  if (engine === "RABBITMQ") {
    const basicProperties = {
      contentType: "text/plain",
      deliveryMode: 2,
      priority: 0,
      messageId: messageIdOf(message.number),
    };
    return { basicProperties: { ...basicProperties, bodySize: message.body.length }, redelivered, data };
  }
  return {
    messageID: `ID:${messageIdOf(message.number)}`,
    messageType: "jms/text-message",
    deliveryMode: 2,
    priority: 4,
    timestamp: startMs + sentMs,
    brokerInTime: startMs + sentMs,
    redelivered,
    destination: { physicalName: queue },
    expiration: 0,
    properties: {},
    data,
  };
}

export function brokerEvent(
  records: readonly JsonObject[],
  engine: BrokerEngine,
  brokerArn: string,
  queue: string,
): JsonObject {
  return engine === "RABBITMQ"
    ? { eventSource: "aws:rmq", eventSourceArn: brokerArn, rmqMessagesByQueue: { [`${queue}::/`]: records } }
    : { eventSource: "aws:mq", eventSourceArn: brokerArn, messages: records };
}
