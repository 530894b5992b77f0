/**
 * What SQS says to the attributes of a message.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
import { MAX_MESSAGE_ATTRIBUTES } from "../../limits.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { Attribute, Attributes } from "../../sim/types.ts";

/** Names and types are shorter than this, bytes. */
const NAME_LIMIT = 256;

/** Undefined where SQS takes all of them. */
export function refuseMessageAttributes(attributes: Attributes): Refusal | undefined {
  const entries = Object.entries(attributes);
  if (entries.length > MAX_MESSAGE_ATTRIBUTES) {
    return no(
      `Number of message attributes [${entries.length}] exceeds the allowed maximum [${MAX_MESSAGE_ATTRIBUTES}].`,
    );
  }
  for (const [name, attribute] of entries) {
    const refused = refuseName(name) ?? refuseType(name, attribute) ?? refuseValue(name, attribute);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function no(text: string): Refusal {
  return refusal("InvalidParameterValue", text);
}

function refuseName(name: string): Refusal | undefined {
  if (name.length >= NAME_LIMIT) return no("Message (user) attribute names must be shorter than 256 Bytes");
  if (!/^[A-Za-z0-9_.-]+$/.test(name)) {
    return no(
      "Message (user) attributes name can only contain upper and lower score characters, digits, periods, hyphens and underscores.",
    );
  }
  const isReserved = /^(aws|amazon)\./i.test(name) || name.startsWith(".") || name.endsWith(".") || name.includes("..");
  return isReserved
    ? no(
        "You can't use message attribute names beginning with 'AWS.' or 'Amazon.'. These strings are reserved for internal use. Additionally, they cannot start or end with '.'.",
      )
    : undefined;
}

function refuseType(name: string, { DataType }: Attribute): Refusal | undefined {
  if (!/^(String|Number|Binary)(\.|$)/.test(DataType)) {
    return no(
      `The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
    );
  }
  return DataType.length >= NAME_LIMIT
    ? no("Message (user) attribute types must be shorter than 256 Bytes")
    : undefined;
}

function refuseValue(name: string, attribute: Attribute): Refusal | undefined {
  const { DataType } = attribute;
  const [kind = ""] = DataType.split(".");
  const value = "StringValue" in attribute ? attribute.StringValue : attribute.BinaryValue;
  if (value === undefined || value === "") {
    return no(
      `Message (user) attribute '${name}' must contain a non-empty value of type '${kind === "Binary" ? kind : "String"}'.`,
    );
  }
  if (kind === "Number" && (value.trim() === "" || Number.isNaN(Number(value)))) {
    return no(`Can't cast the value of message (user) attribute '${name}' to a number.`);
  }
  return undefined;
}
