/** What was published, and what a subscriber gets of it. */
import { isObject, type JsonValue } from "../../json.ts";
import type { Attributes, Finder, Keeper, Message } from "../../sim/types.ts";
import { messageIdOf } from "../message-id.ts";

/** What Publish takes. */
export interface PublishRequest {
  readonly message: string;
  readonly subject?: string;
  /** "json": the message is an object with a text for each protocol, and `default`. */
  readonly structure?: string;
  readonly attributes?: Attributes;
  readonly groupId?: string;
  readonly deduplicationId?: string;
}

/** One message of PublishBatch. */
export interface PublishEntry extends PublishRequest {
  readonly id: string;
}

/** What Publish answers. */
export interface Published {
  /** `Message.number`: of the message that was published before, where this one was taken for it. */
  readonly number: number;
  readonly isDuplicate: boolean;
}

/** A message as its topic hands it to subscriptions. Plain but for the message. */
export interface Publication {
  readonly message: Message;
  readonly subject: string | undefined;
  /** By protocol, where it was published so. */
  readonly texts: Readonly<Record<string, string>> | undefined;
  readonly groupId: string | undefined;
  /** Its own, or the hash of the message; FIFO topics only. */
  readonly deduplicationId: string | undefined;
  /** FIFO topics only. */
  readonly sequenceNumber: string | undefined;
  readonly publishedEpochMs: number;
}

/** The texts of a message with structure "json"; undefined where it is no object. */
export function textsOf(message: string): Readonly<Record<string, string>> | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(message) as JsonValue;
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** What the message says to one protocol. */
export function textFor(protocol: string, { message, texts }: Publication): string {
  return texts?.[protocol] ?? texts?.default ?? message.body;
}

const SIGNED = "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-example.pem";

/** AWS signs; nobody checks a simulated signature. */
const SIGNATURE = "EXAMPLE";

/**
 * The envelope that subscribers get who do not want the message raw: JSON text with its names in AWS's order, written as
 * AWS writes it.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
 */
export function envelopeOf(
  publication: Publication,
  protocol: string,
  topicArn: string,
  subscriptionArn: string,
): string {
  const { message, subject, sequenceNumber, publishedEpochMs } = publication;
  const isFifo = sequenceNumber !== undefined;
  const fields: [string, JsonValue][] = [
    ["Type", "Notification"],
    ["MessageId", messageIdOf(message.number)],
    ...(isFifo ? ([["SequenceNumber", sequenceNumber]] as [string, JsonValue][]) : []),
    ["TopicArn", topicArn],
    ...(subject === undefined ? [] : ([["Subject", subject]] as [string, JsonValue][])),
    ["Message", textFor(protocol, publication)],
    ["Timestamp", new Date(publishedEpochMs).toISOString()],
    ...(isFifo
      ? []
      : ([
          ["SignatureVersion", "1"],
          ["Signature", SIGNATURE],
          ["SigningCertURL", SIGNED],
        ] as [string, JsonValue][])),
    ["UnsubscribeURL", unsubscribeUrl(subscriptionArn)],
  ];
  if (message.attributes !== undefined) fields.push(["MessageAttributes", attributesIn(message.attributes)]);
  return `{\n${fields.map(([name, value]) => `  ${JSON.stringify(name)} : ${spaced(value)}`).join(",\n")}\n}`;
}

function spaced(value: JsonValue): string {
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => {
    const { Type: type = "", Value: text = "" } = inner as Readonly<Record<string, string>>;
    return `    ${JSON.stringify(name)} : {"Type":${JSON.stringify(type)},"Value":${JSON.stringify(text)}}`;
  });
  return `{\n${members.join(",\n")}\n  }`;
}

function unsubscribeUrl(subscriptionArn: string): string {
  return `https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${subscriptionArn}`;
}

/** In envelopes an attribute is `{Type, Value}`; binary ones in base64. */
function attributesIn(
  attributes: Attributes,
): Readonly<Record<string, { readonly Type: string; readonly Value: string }>> {
  const entries = Object.entries(attributes).map(([name, attribute]) => {
    const value = "StringValue" in attribute ? attribute.StringValue : attribute.BinaryValue;
    return [name, { Type: attribute.DataType, Value: value }] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * The event that a function gets: other names than in the envelope, and all of them always there.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export function lambdaEventOf(publication: Publication, topicArn: string, subscriptionArn: string): string {
  const { message, subject, publishedEpochMs } = publication;
  const sns = {
    Type: "Notification",
    MessageId: messageIdOf(message.number),
    TopicArn: topicArn,
    Subject: subject ?? null,
    Message: textFor("lambda", publication),
    Timestamp: new Date(publishedEpochMs).toISOString(),
    SignatureVersion: "1",
    Signature: SIGNATURE,
    SigningCertUrl: SIGNED,
    UnsubscribeUrl: unsubscribeUrl(subscriptionArn),
    MessageAttributes: attributesIn(message.attributes ?? {}),
  };
  const record = { EventSource: "aws:sns", EventVersion: "1.0", EventSubscriptionArn: subscriptionArn, Sns: sns };
  return JSON.stringify({ Records: [record] });
}

/** As plain data. */
export interface SavedPublication {
  readonly message: number;
  readonly subject: string | null;
  readonly texts: Readonly<Record<string, string>> | null;
  readonly groupId: string | null;
  readonly deduplicationId: string | null;
  readonly sequenceNumber: string | null;
  readonly publishedEpochMs: number;
}

export function savePublication(publication: Publication, keeper: Keeper): SavedPublication {
  const { message, subject, texts, groupId, deduplicationId, sequenceNumber, publishedEpochMs } = publication;
  return {
    message: keeper.keep(message),
    subject: subject ?? null,
    texts: texts ?? null,
    groupId: groupId ?? null,
    deduplicationId: deduplicationId ?? null,
    sequenceNumber: sequenceNumber ?? null,
    publishedEpochMs,
  };
}

export function restorePublication(saved: SavedPublication, finder: Finder): Publication {
  return {
    message: finder.find(saved.message),
    subject: saved.subject ?? undefined,
    texts: saved.texts ?? undefined,
    groupId: saved.groupId ?? undefined,
    deduplicationId: saved.deduplicationId ?? undefined,
    sequenceNumber: saved.sequenceNumber ?? undefined,
    publishedEpochMs: saved.publishedEpochMs,
  };
}
