/**
 * What a topic goes by, from the properties of AWS::SNS::Topic or the attributes of the API, which have the same names.
 * https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { MAX_SNS_MESSAGE_BYTES } from "../../limits.ts";

export interface TopicSettings {
  readonly isFifo: boolean;
  readonly contentBasedDeduplication: boolean;
  /** Of deduplication and of the throughput quota. */
  readonly fifoThroughputScope: "Topic" | "MessageGroup";
  readonly maximumMessageSize: number;
  /** Days that messages are archived for replay; undefined: they are not. FIFO topics only. */
  readonly archiveDays: number | undefined;
  /** The `http` part of the topic's delivery policy, as it is written. */
  readonly deliveryPolicy: JsonObject | undefined;
}

export function topicSettingsOf(properties: JsonObject): TopicSettings {
  const isFifo = isTrue(properties.FifoTopic);
  const archive = documentOf(properties.ArchivePolicy);
  const delivery = documentOf(properties.DeliveryPolicy);
  return {
    isFifo,
    contentBasedDeduplication: isFifo && isTrue(properties.ContentBasedDeduplication),
    fifoThroughputScope: properties.FifoThroughputScope === "MessageGroup" ? "MessageGroup" : "Topic",
    maximumMessageSize: Number(properties.MaximumMessageSize ?? MAX_SNS_MESSAGE_BYTES),
    archiveDays: isFifo && archive !== undefined ? Number(archive.MessageRetentionPeriod) : undefined,
    deliveryPolicy: delivery !== undefined && isObject(delivery.http) ? delivery.http : delivery,
  };
}

export function isTrue(value: JsonValue | undefined): boolean {
  return String(value) === "true";
}

/** Policies are objects in templates, JSON text in the API. */
export function documentOf(value: JsonValue | undefined): JsonObject | undefined {
  if (typeof value !== "string") return isObject(value) ? value : undefined;
  try {
    const parsed = JSON.parse(value) as JsonValue;
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
