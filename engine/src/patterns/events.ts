/** From an event, as each service has it, to the fields that a pattern asks for. */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { readAttributes } from "./attributes.ts";
import type { LeafSink } from "./found.ts";
import type { NumberRules } from "./numbers.ts";
import { recordData } from "./records.ts";
import { scanEvent } from "./scan.ts";
import type { FieldNode, PatternDialect, SnsMessage } from "./types.ts";
import { walkEvent } from "./walk.ts";

/**
 * What patterns are matched with. SNS: a message with `body` and `attributes`. EventBridge: the event, or its JSON text.
 * Pipes and event source mappings: a record as the target gets it, or its JSON text; its data (`body`, `data`, `value`) is
 * taken out of its encoding first.
 */
export type PatternEvent = string | JsonObject | SnsMessage;

/** Gives the leaves of an event to `leaves`; false where the event is nothing that can be matched. */
export function readEvent(dialect: PatternDialect, event: PatternEvent, fields: FieldNode, leaves: LeafSink): boolean {
  switch (dialect) {
    case "sns-body":
      return readJson(snsMessage(event).body ?? "", fields, leaves, "sns");
    case "sns-attributes":
      readAttributes(snsMessage(event).attributes ?? {}, fields, leaves);
      return true;
    case "eventbridge":
      return readJson(event as string | JsonObject, fields, leaves, "double");
    default:
      return readRecord(event, fields, leaves);
  }
}

/** A text is no message of SNS: it has neither body nor attributes. */
export function snsMessage(event: PatternEvent): SnsMessage {
  return typeof event === "string" ? {} : (event as SnsMessage);
}

function readJson(event: JsonValue, fields: FieldNode, leaves: LeafSink, numbers: NumberRules): boolean {
  if (typeof event === "string") return scanEvent(event, fields, numbers, leaves);
  if (!isObject(event)) return false;
  walkEvent(event, fields, numbers, leaves);
  return true;
}

function readRecord(event: PatternEvent, fields: FieldNode, leaves: LeafSink): boolean {
  const record = typeof event === "string" ? parsedObject(event) : (event as JsonObject);
  return record !== undefined && readJson(recordData(record), fields, leaves, "double");
}

function parsedObject(text: string): JsonObject | undefined {
  const value = parsedJson(text);
  return isObject(value) ? value : undefined;
}

/** Undefined for what is no JSON. */
export function parsedJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
