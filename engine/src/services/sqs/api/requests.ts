/** Reads what only requests to SQS have. */
import { isObject, type JsonObject, type JsonValue } from "../../../json.ts";
import { type Refusal, refusal } from "../../../refusals/refusal.ts";
import type { Attributes } from "../../../sim/types.ts";

/** Attributes of a queue: text by name. */
export function textMap(request: JsonObject, name: string): Readonly<Record<string, string>> {
  const value: JsonValue | undefined = request[name];
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, String(each)]));
}

export function messageAttributes(request: JsonObject): Attributes | undefined {
  const value = request.MessageAttributes;
  return isObject(value) && Object.keys(value).length > 0 ? (value as Attributes) : undefined;
}

export function missing(parameter: string): Refusal {
  return refusal("MissingParameter", `The request must contain the parameter ${parameter}.`);
}

export const NO_SUCH_QUEUE: Refusal = refusal(
  "AWS.SimpleQueueService.NonExistentQueue",
  "The specified queue does not exist.",
);
