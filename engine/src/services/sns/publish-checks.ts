/**
 * What SNS says to a message before it takes it.
 * https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
import { MAX_BATCH_ENTRIES, MAX_SNS_MESSAGE_BYTES } from "../../limits.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import { utf8Length } from "../../text/utf8.ts";
import { type GivenAttribute, refuseAttributes, refuseMissingType } from "./attribute-checks.ts";
import { type PublishRequest, textsOf } from "./publication.ts";
import type { TopicSettings } from "./topic-settings.ts";

/** As a caller writes it. */
export type GivenPublish = Omit<PublishRequest, "attributes"> & {
  readonly attributes?: Readonly<Record<string, GivenAttribute>>;
};

export interface GivenEntry extends GivenPublish {
  readonly id: string;
}

function invalid(what: string): Refusal {
  return refusal("InvalidParameter", `Invalid parameter: ${what}`);
}

/** What SNS finds in the attributes of a message: their size, bytes, and why it does not take them. */
export interface CheckedAttributes {
  readonly bytes: number;
  readonly refused: Refusal | undefined;
}

export function checkAttributes(attributes: Readonly<Record<string, GivenAttribute>>): CheckedAttributes {
  return { bytes: bytesOfAttributes(attributes), refused: refuseAttributes(attributes) };
}

const NO_ATTRIBUTES: CheckedAttributes = { bytes: 0, refused: undefined };

/** Undefined where the topic takes it. `check`: `checkAttributes`, or one that remembers what it has found. */
export function refusePublish(
  given: GivenPublish,
  settings: TopicSettings,
  check = checkAttributes,
): Refusal | undefined {
  const { message, structure, subject, attributes } = given;
  if (message === "") return invalid("Empty message");
  if (subject !== undefined && !/^[^\s\p{Cc}][^\n\r\p{Cc}]{0,99}$/u.test(subject)) return invalid("Subject");
  if (structure !== undefined && structure !== "json") return invalid("MessageStructure");
  const { bytes, refused } = attributes === undefined ? NO_ATTRIBUTES : check(attributes);
  return (
    (structure === "json" ? refuseStructure(message) : undefined) ??
    (utf8Length(message) + bytes > settings.maximumMessageSize ? invalid("Message too long") : undefined) ??
    refuseOrdering(given, settings) ??
    refused
  );
}

function refuseStructure(message: string): Refusal | undefined {
  const texts = textsOf(message);
  if (texts === undefined) return invalid("Message Structure - JSON message body failed to parse");
  return Object.hasOwn(texts, "default")
    ? undefined
    : invalid("Message Structure - No default entry in JSON message body");
}

/** Letters, digits and ASCII punctuation. */
const ID = /^[A-Za-z0-9!-/:-@[-`{-~]{1,128}$/;

function refuseOrdering({ groupId, deduplicationId }: GivenPublish, settings: TopicSettings): Refusal | undefined {
  if (groupId !== undefined && !ID.test(groupId)) return invalid("MessageGroupId");
  if (!settings.isFifo) {
    if (deduplicationId === undefined) return undefined;
    const reason = "The request includes MessageDeduplicationId parameter that is not valid for this topic type";
    return invalid(`MessageDeduplicationId Reason: ${reason}`);
  }
  if (groupId === undefined) return invalid("The MessageGroupId parameter is required for FIFO topics");
  if (deduplicationId !== undefined) return ID.test(deduplicationId) ? undefined : invalid("MessageDeduplicationId");
  if (settings.contentBasedDeduplication) return undefined;
  return invalid(
    "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly",
  );
}

/** As AWS counts: the message and its attributes with their names and types. */
function bytesOf({ message, attributes = {} }: GivenPublish): number {
  return utf8Length(message) + bytesOfAttributes(attributes);
}

function bytesOfAttributes(attributes: Readonly<Record<string, GivenAttribute>>): number {
  let bytes = 0;
  for (const [name, { DataType = "", StringValue = "", BinaryValue = "" }] of Object.entries(attributes)) {
    const binary = Math.floor((BinaryValue.replace(/=+$/, "").length * 3) / 4);
    bytes += utf8Length(name) + utf8Length(DataType) + utf8Length(StringValue) + binary;
  }
  return bytes;
}

/** Why PublishBatch is refused as a whole; a single bad entry fails alone, but for what AWS looks at first. */
export function refusePublishBatch(entries: readonly GivenEntry[], settings: TopicSettings): Refusal | undefined {
  if (entries.length === 0) return refusal("EmptyBatchRequest", "The batch request doesn't contain any entries.");
  if (entries.length > MAX_BATCH_ENTRIES) {
    return refusal("TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
  }
  const refused = refuseIds(entries.map(({ id }) => id));
  if (refused !== undefined) return refused;
  const bytes = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
  if (bytes > Math.max(MAX_SNS_MESSAGE_BYTES, settings.maximumMessageSize)) {
    return refusal("BatchRequestTooLong", "The length of all the messages put together is more than the limit.");
  }
  const incomplete = refuseMissingTypes(entries);
  if (incomplete !== undefined) return incomplete;
  for (const entry of entries) {
    const wrong = entry.structure === "json" ? refuseStructure(entry.message) : undefined;
    if (wrong !== undefined) return wrong;
    if (settings.isFifo && entry.groupId === undefined) return refuseOrdering(entry, settings);
  }
  return undefined;
}

function refuseMissingTypes(entries: readonly GivenEntry[]): Refusal | undefined {
  for (const [index, { attributes = {} }] of entries.entries()) {
    const at = `publishBatchRequestEntries.${index + 1}.member.messageAttributes`;
    for (const [name, attribute] of Object.entries(attributes)) {
      const refused = refuseMissingType(name, attribute, at);
      if (refused !== undefined) return refused;
    }
  }
  return undefined;
}

const ID_BYTES = 80;

function refuseIds(ids: readonly string[]): Refusal | undefined {
  for (const id of ids) {
    const code = "InvalidBatchEntryId";
    if (id.length > ID_BYTES) {
      return refusal(code, `The Id of a batch entry in the batch request is too long: ${id}`);
    }
    if (!/^[A-Za-z0-9_-]+$/.test(id)) {
      return refusal(code, `The Id of a batch entry in the batch request contains an impermissible character: ${id}`);
    }
  }
  if (new Set(ids).size === ids.length) return undefined;
  return refusal("BatchEntryIdsNotDistinct", "Two or more batch entries in the batch request have the same Id.");
}
