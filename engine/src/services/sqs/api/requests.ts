/** Reads the fields of requests. SDKs have checked their types; what has another is as if it were left out. */
import { isObject, type JsonObject, type JsonValue } from "../../../json.ts";
import type { Attributes } from "../../../sim/types.ts";
import { type Refusal, refusal } from "../../refusal.ts";

/** An action's answer: AWS's response, or its error. */
export type Answer = JsonObject | Refusal;

export function text(request: JsonObject, name: string): string | undefined {
  const value = request[name];
  return typeof value === "string" ? value : undefined;
}

export function number(request: JsonObject, name: string): number | undefined {
  const value = request[name];
  return typeof value === "number" ? value : undefined;
}

export function texts(request: JsonObject, name: string): readonly string[] {
  const value = request[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

export function objects(request: JsonObject, name: string): readonly JsonObject[] {
  const value = request[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

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
