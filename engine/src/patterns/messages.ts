/**
 * Messages as people write them down, as SNS filters them: `body` and `attributes`, or `Message` and `MessageAttributes` as
 * the API and notifications have them; attributes with type and value as either has them, or just as values.
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import type { PatternEvent } from "./events.ts";
import type { PatternDialect, SnsAttribute, SnsMessage } from "./types.ts";

const MESSAGE_FIELDS = ["body", "Message", "attributes", "MessageAttributes"];

/**
 * What a pattern of a dialect is matched with, from the JSON value of a message, event or record and the text that it was
 * read from; undefined where a message of SNS is no object. An object without any of a message's fields is the body
 * itself, or the attributes themselves, as the policy asks.
 */
export function patternEventOf(value: JsonValue, text: string, dialect: PatternDialect): PatternEvent | undefined {
  switch (dialect) {
    case "sns-body":
      return isMessage(value) ? snsMessageOf(value) : { body: text };
    case "sns-attributes":
      if (!isObject(value)) return undefined;
      return isMessage(value) ? snsMessageOf(value) : { attributes: attributesOf(value) };
    default:
      return text;
  }
}

function isMessage(value: JsonValue): value is JsonObject {
  return isObject(value) && MESSAGE_FIELDS.some((field) => Object.hasOwn(value, field));
}

/** A body that is no text is sent as JSON. */
export function snsMessageOf(message: JsonObject): SnsMessage {
  const body = message.body ?? message.Message ?? "";
  const attributes = message.attributes ?? message.MessageAttributes;
  return {
    body: typeof body === "string" ? body : JSON.stringify(body),
    attributes: isObject(attributes) ? attributesOf(attributes) : {},
  };
}

function attributesOf(attributes: JsonObject): Readonly<Record<string, SnsAttribute>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, attributeOf(value)]));
}

/** `{Type, Value}` as SNS delivers it, `{DataType, StringValue}` as its API takes it, or just the value. */
function attributeOf(value: JsonValue): SnsAttribute {
  if (typeof value === "string") return { Type: "String", Value: value };
  if (typeof value === "number") return { Type: "Number", Value: value };
  const type = isObject(value) ? (value.Type ?? value.DataType) : undefined;
  if (!isObject(value) || typeof type !== "string") return { Type: "String.Array", Value: JSON.stringify(value) };
  const given = value.Value ?? value.StringValue ?? "";
  return { Type: type, Value: typeof given === "number" || typeof given === "string" ? given : JSON.stringify(given) };
}
