/**
 * Messages of a queue as records of the event that a function gets.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
import type { JsonObject } from "../../json.ts";
import type { Attribute, Attributes } from "../../sim/types.ts";
import { hashHex } from "../../text/hash.ts";
import { messageIdOf } from "../message-id.ts";
import type { Received } from "../ports.ts";
import { handleOf } from "../sqs/api/handles.ts";
import { md5OfAttributes } from "../sqs/api/md5.ts";
import { systemAttributes } from "../sqs/api/receive-actions.ts";

/** `startMs`: epoch milliseconds of virtual time 0. */
export function queueRecord(received: Received, arn: string, startMs: number): JsonObject {
  const { message, receipt } = received;
  const { attributes = {} } = message;
  return {
    messageId: messageIdOf(message.number),
    receiptHandle: handleOf(arn, receipt),
    body: message.body,
    attributes: systemAttributes(received, arn.endsWith(".fifo"), startMs),
    messageAttributes: attributesIn(attributes),
    ...(Object.keys(attributes).length > 0 && { md5OfMessageAttributes: md5OfAttributes(attributes) }),
    md5OfBody: hashHex(message.body, "MD5") ?? "",
    eventSource: "aws:sqs",
    eventSourceARN: arn,
    awsRegion: arn.split(":")[3] ?? "",
  };
}

/** What of it filters look at: the digests and handles of a million messages need not be made for that. */
export function filteredRecord(received: Received, arn: string, startMs: number): JsonObject {
  const { message } = received;
  return {
    messageId: messageIdOf(message.number),
    body: message.body,
    attributes: systemAttributes(received, arn.endsWith(".fifo"), startMs),
    messageAttributes: attributesIn(message.attributes ?? {}),
    eventSource: "aws:sqs",
    eventSourceARN: arn,
  };
}

function attributesIn(attributes: Attributes): JsonObject {
  return Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, attributeIn(attribute)]));
}

function attributeIn(attribute: Attribute): JsonObject {
  const value =
    "StringValue" in attribute ? { stringValue: attribute.StringValue } : { binaryValue: attribute.BinaryValue };
  return { ...value, stringListValues: [], binaryListValues: [], dataType: attribute.DataType };
}
