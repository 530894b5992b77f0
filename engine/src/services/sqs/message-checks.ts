/**
 * What AWS says to a message before it takes it.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { Attributes } from "../../sim/types.ts";
import { utf8Length } from "../../text/utf8.ts";
import { Recent } from "../recent.ts";
import type { QueueSettings } from "./attributes.ts";
import { refuseMessageAttributes } from "./message-attribute-checks.ts";

export interface SendRequest {
  readonly body: string;
  readonly attributes?: Attributes;
  readonly groupId?: string;
  readonly deduplicationId?: string;
  readonly delaySeconds?: number;
}

const INVALID = "InvalidParameterValue";

/** Letters, digits and ASCII punctuation. */
const ID = /^[A-Za-z0-9!-/:-@[-`{-~]{1,128}$/;

/** Characters of XML 1.0, which alone SQS takes. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const ILLEGAL_TEXT =
  "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF";

export const NO_DEDUPLICATION_ID: Refusal = refusal(
  INVALID,
  "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly",
);

/** Checks messages. Producers send one text, and the same attributes, very often: what was found of
 * the last ones is kept. */
export class MessageChecks {
  #body = "";
  #bodySize = 0;
  #isLegal = true;
  readonly #attributes = new Recent((attributes: Attributes) => ({
    size: sizeOfAttributes(attributes),
    refused: refuseMessageAttributes(attributes),
  }));

  #look(body: string): void {
    if (body === this.#body) return;
    this.#body = body;
    this.#bodySize = utf8Length(body);
    this.#isLegal = !ILLEGAL.test(body);
  }

  /** As AWS counts: the body, and of each attribute its name, type and value; bytes of UTF-8. */
  sizeOf(body: string, attributes: Attributes | undefined): number {
    this.#look(body);
    return attributes === undefined ? this.#bodySize : this.#bodySize + this.#attributes.of(attributes).size;
  }

  /** Undefined where the queue takes it. `size` is the message's, bytes. */
  refuse(request: SendRequest, settings: QueueSettings, size: number): Refusal | undefined {
    const { body, attributes, groupId, delaySeconds } = request;
    if (body === "") return refusal("MissingParameter", "The request must contain the parameter MessageBody.");
    this.#look(body);
    if (!this.#isLegal) return refusal("InvalidMessageContents", ILLEGAL_TEXT);
    if (size > settings.maximumMessageSize) {
      const text = `One or more parameters are invalid. Reason: Message must be shorter than ${settings.maximumMessageSize} bytes.`;
      return refusal(INVALID, text);
    }
    if (delaySeconds !== undefined && !(delaySeconds >= 0 && delaySeconds <= 900)) {
      return invalid("DelaySeconds", delaySeconds, "DelaySeconds must be >= 0 and <= 900.");
    }
    const refusedGroup = groupId === undefined ? undefined : refuseId("MessageGroupId", groupId);
    const refused = refusedGroup ?? (settings.isFifo ? refuseFifo(request, settings) : refuseStandard(request));
    return refused ?? (attributes === undefined ? undefined : this.#attributes.of(attributes).refused);
  }
}

function refuseFifo(
  { groupId, deduplicationId, delaySeconds }: SendRequest,
  settings: QueueSettings,
): Refusal | undefined {
  if (groupId === undefined) {
    return refusal("MissingParameter", "The request must contain the parameter MessageGroupId.");
  }
  if (deduplicationId !== undefined) {
    const refused = refuseId("MessageDeduplicationId", deduplicationId);
    if (refused !== undefined) return refused;
  } else if (!settings.contentBasedDeduplication) {
    return NO_DEDUPLICATION_ID;
  }
  return delaySeconds === undefined || delaySeconds === 0
    ? undefined
    : invalid("DelaySeconds", delaySeconds, NOT_THIS_TYPE);
}

const NOT_THIS_TYPE = "The request include parameter that is not valid for this queue type.";

function refuseStandard({ deduplicationId }: SendRequest): Refusal | undefined {
  return deduplicationId === undefined ? undefined : invalid("MessageDeduplicationId", deduplicationId, NOT_THIS_TYPE);
}

function refuseId(name: string, value: string): Refusal | undefined {
  const reason = `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`;
  return ID.test(value) ? undefined : invalid(name, value, reason);
}

export function invalid(name: string, value: string | number, reason: string): Refusal {
  return refusal(INVALID, `Value ${value} for parameter ${name} is invalid. Reason: ${reason}`);
}

/** The same for one message. */
export function sizeOfMessage(body: string, attributes: Attributes | undefined): number {
  return utf8Length(body) + sizeOfAttributes(attributes ?? {});
}

function sizeOfAttributes(attributes: Attributes): number {
  let size = 0;
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = "StringValue" in attribute ? utf8Length(attribute.StringValue) : bytesOfBase64(attribute.BinaryValue);
    size += utf8Length(name) + utf8Length(attribute.DataType) + value;
  }
  return size;
}

function bytesOfBase64(text: string): number {
  return Math.floor((text.replace(/=+$/, "").length * 3) / 4);
}
