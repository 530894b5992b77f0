/**
 * SAM's Globals: what all functions, state machines, ... have. Maps are merged, lists are joined, the resource's own
 * value wins.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";

export function withGlobals(properties: JsonObject, globals: JsonValue | undefined): JsonObject {
  return isObject(globals) ? mergedObject(globals, properties) : properties;
}

function mergedObject(globals: JsonObject, own: JsonObject): JsonObject {
  const merged: Record<string, JsonValue> = { ...globals };
  for (const [name, value] of Object.entries(own)) {
    const base = Object.hasOwn(globals, name) ? globals[name] : undefined;
    merged[name] = base === undefined ? value : mergedValue(base, value);
  }
  return merged;
}

function mergedValue(base: JsonValue, own: JsonValue): JsonValue {
  if (isObject(base) && isObject(own)) return mergedObject(base, own);
  return Array.isArray(base) && Array.isArray(own) ? [...base, ...own] : own;
}
