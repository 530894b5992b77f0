/**
 * What SNS says to the attributes of a message.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
 */
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import { utf8Length } from "../../text/utf8.ts";

/** An attribute as a caller writes it: anything of it may be missing or wrong. */
export interface GivenAttribute {
  readonly DataType?: string;
  readonly StringValue?: string;
  /** Base64. */
  readonly BinaryValue?: string;
}

const NAME_BYTES = 256;

/** Undefined where SNS takes all of them. */
export function refuseAttributes(attributes: Readonly<Record<string, GivenAttribute>>): Refusal | undefined {
  for (const [name, attribute] of Object.entries(attributes)) {
    const refused =
      refuseName(name) ?? refuseMissingType(name, attribute, "messageAttributes") ?? refuseValue(name, attribute);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function invalid(message: string): Refusal {
  return refusal("ParameterValueInvalid", message);
}

function refuseName(name: string): Refusal | undefined {
  if (utf8Length(name) > NAME_BYTES) return invalid("Length of message attribute name must be less than 256 bytes.");
  const [wrong] = /[^A-Za-z0-9_.-]/u.exec(name) ?? [];
  if (wrong !== undefined) {
    const code = (wrong.codePointAt(0) as number).toString(16).toUpperCase();
    return invalid(
      `Invalid non-alphanumeric character '#x${code}' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.`,
    );
  }
  if (name.startsWith(".")) return invalid("Invalid message attribute name starting with character '.' was found.");
  if (name.endsWith(".")) return invalid("Invalid message attribute name ending with character '.' was found.");
  return name.includes("..") ? invalid("Message attribute name can not have successive '.' character.") : undefined;
}

/** `at`: where the attributes stand in the request. Of one entry of a batch, too, SNS refuses the whole call. */
export function refuseMissingType(name: string, { DataType }: GivenAttribute, at: string): Refusal | undefined {
  if (DataType !== undefined) return undefined;
  const place = `${at}.${name}.member.dataType`;
  const message = `1 validation error detected: Value null at '${place}' failed to satisfy constraint: Member must not be null`;
  return refusal("ValidationError", message);
}

/** A decimal number, as Java reads it. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function refuseValue(
  name: string,
  { DataType: type = "", StringValue: text, BinaryValue: binary }: GivenAttribute,
): Refusal | undefined {
  if (type === "") return invalid(`The message attribute '${name}' must contain non-empty message attribute type.`);
  const kind = /^(String|Number|Binary)(?:\..|$)/.exec(type)?.[1];
  if (kind === undefined) {
    return invalid(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  }
  const [field, value, other] =
    kind === "Binary" ? (["Binary", binary, text] as const) : (["String", text, binary] as const);
  if (value === undefined && other !== undefined) {
    return invalid(`The message attribute '${name}' with type '${type}' must use field '${field}'.`);
  }
  if (value === undefined || value === "") {
    return invalid(
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${type}'.`,
    );
  }
  return kind !== "Number" || NUMBER.test(value)
    ? undefined
    : invalid(`Could not cast message attribute '${name}' value to number.`);
}
