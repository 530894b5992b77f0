/**
 * Records of event sources as filters see them: the data, which arrives as text or in base64, is looked into where it is
 * JSON. A pattern on a text finds text, a pattern on keys finds JSON; what is the other kind does not match.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-filtering.html
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { base64Decode } from "../text/base64.ts";
import { utf8Decode } from "../text/utf8.ts";

/** The record with its data taken out of its encoding. */
export function recordData(record: JsonObject): JsonObject {
  const { body, kinesis, data, value, key } = record;
  if (typeof body === "string") return { ...record, body: jsonOrText(body) };
  // Lambda has a Kinesis record inside `kinesis`, where filters say `data`.
  if (isObject(kinesis) && typeof kinesis.data === "string")
    return { ...record, ...kinesis, data: decoded(kinesis.data) };
  if (typeof data === "string") return { ...record, data: decoded(data) };
  if (typeof value === "string" && "topic" in record) {
    return { ...record, value: decoded(value), ...(typeof key === "string" ? { key: decoded(key) } : {}) };
  }
  return record;
}

/** Data in base64, as Kinesis, Kafka and message brokers deliver it. */
function decoded(text: string): JsonValue {
  const bytes = base64Decode(text);
  return jsonOrText(bytes === undefined ? text : utf8Decode(bytes));
}

function jsonOrText(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
