/** What SNS answers to calls that are wrong, or nearly. */
import {
  type GivenAttribute,
  type GivenEntry,
  type JsonObject,
  type JsonValue,
  NO_SUCH_TOPIC,
  refuseEndpoint,
  refusePublish,
  refusePublishBatch,
  refuseSubscriptionArn,
  refuseSubscriptionAttribute,
  refuseSubscriptionAttributes,
  refuseTopicArn,
  refuseTopicName,
  type TopicSettings,
  topicSettingsOf,
} from "@sluice/engine";
import type { Case } from "../cases.ts";
import type { Operation } from "./operation.ts";

const REGION = "us-east-1";
/** Rows name what they need of a topic or a queue in brackets. */
const NAMED: Readonly<Record<string, string>> = {
  "<fifo queue>": `arn:aws:sqs:${REGION}:123456789012:queue.fifo`,
  "<standard queue>": `arn:aws:sqs:${REGION}:123456789012:queue`,
  "<topic in another Region>": "arn:aws:sns:eu-west-1:123456789012:topic",
};

/** Recorded when messages could have 256 KiB, as topics still have it that do not say otherwise. */
const RECORDED_BYTES = 262_144;

export const SNS_OPERATIONS: Readonly<Record<string, Operation>> = {
  "sns:CreateTopic": ({ Name, Attributes }) => {
    return refuseTopicName(String(Name), topicSettingsOf((Attributes ?? {}) as JsonObject).isFifo);
  },
  "sns:Subscribe": ({ TopicArn, Protocol, Endpoint, Attributes }, row) => {
    const attributes = Object.entries((Attributes ?? {}) as JsonObject).map(([name, value]) => [name, String(value)]);
    return (
      (TopicArn === undefined ? undefined : refuseTopicArn(named(TopicArn), REGION)) ??
      refuseEndpoint(String(Protocol), named(Endpoint), topicOf(row).isFifo) ??
      refuseSubscriptionAttributes(Object.fromEntries(attributes))
    );
  },
  "sns:Unsubscribe": ({ SubscriptionArn }) => refuseSubscriptionArn(String(SubscriptionArn)),
  "sns:SetSubscriptionAttributes": ({ AttributeName, AttributeValue }) => {
    return refuseSubscriptionAttribute(String(AttributeName), String(AttributeValue));
  },
  "sns:Publish": (params, row) => {
    if (params.TopicArn === undefined) return refusePublish(publishOf(params), topicOf(row));
    // Rows name a topic only where it is not there; the one that is, they describe.
    return refuseTopicArn(named(params.TopicArn), REGION) ?? NO_SUCH_TOPIC;
  },
  "sns:PublishBatch": ({ Entries }, row) => {
    const settings = topicOf(row);
    const entries = (Entries as readonly JsonObject[]).map((entry): GivenEntry => {
      return { ...publishOf(entry), id: String(entry.Id) };
    });
    return refusePublishBatch(entries, settings) ?? entries.map((entry) => refusePublish(entry, settings));
  },
};

function named(value: JsonValue | undefined): string {
  return NAMED[String(value)] ?? String(value);
}

function topicOf({ topic }: Case): TopicSettings {
  const { fifo, contentBasedDeduplication } = (topic ?? {}) as JsonObject;
  return {
    ...topicSettingsOf({
      FifoTopic: fifo ?? false,
      ContentBasedDeduplication: contentBasedDeduplication ?? false,
    }),
    maximumMessageSize: RECORDED_BYTES,
  };
}

function publishOf(params: JsonObject): GivenEntry {
  const { Message, MessageRepeat, MessageStructure, Subject, MessageGroupId, MessageDeduplicationId } = params;
  const repeat = MessageRepeat as { readonly text: string; readonly count: number } | undefined;
  return {
    id: "",
    message: repeat === undefined ? String(Message ?? "") : repeat.text.repeat(repeat.count),
    ...(typeof MessageStructure === "string" && { structure: MessageStructure }),
    ...(typeof Subject === "string" && { subject: Subject }),
    ...(typeof MessageGroupId === "string" && { groupId: MessageGroupId }),
    ...(typeof MessageDeduplicationId === "string" && { deduplicationId: MessageDeduplicationId }),
    ...(params.MessageAttributes !== undefined && { attributes: attributesOf(params.MessageAttributes as JsonObject) }),
  };
}

function attributesOf(attributes: JsonObject): Readonly<Record<string, GivenAttribute>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const { BinaryBase64, ...given } = value as JsonObject;
      return [name, { ...given, ...(typeof BinaryBase64 === "string" && { BinaryValue: BinaryBase64 }) }];
    }),
  );
}
