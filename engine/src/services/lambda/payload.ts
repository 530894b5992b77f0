/** What functions are invoked with, and how much of it. */
import type { JsonValue } from "../../json.ts";
import { MAX_ASYNC_PAYLOAD_BYTES } from "../../limits.ts";
import { parsedJson } from "../../patterns/events.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import { utf8Length } from "../../text/utf8.ts";

/** A message's text as an event: JSON, or else the text as a string. */
export function payloadOf(body: string): JsonValue {
  const value = parsedJson(body);
  return value === undefined ? body : value;
}

export function refusePayload(body: string): Refusal | undefined {
  // A character has at most three bytes a unit of UTF-16: most are measured without being looked at.
  if (body.length * 3 <= MAX_ASYNC_PAYLOAD_BYTES) return undefined;
  const bytes = utf8Length(body);
  if (bytes <= MAX_ASYNC_PAYLOAD_BYTES) return undefined;
  return refusal(
    "RequestEntityTooLargeException",
    `${bytes} byte payload is too large for the Event invocation type (limit ${MAX_ASYNC_PAYLOAD_BYTES} bytes)`,
  );
}
