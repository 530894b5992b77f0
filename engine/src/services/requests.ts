/** Reads the fields of requests of AWS's APIs. SDKs have checked their types; what has another is as if it were left out. */
import { type JsonObject, objectsIn } from "../json.ts";
import type { Refusal } from "../refusals/refusal.ts";

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
  return objectsIn(value);
}
