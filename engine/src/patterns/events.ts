/** From an event, as each service has it, to the fields that a pattern asks for. */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { childFor } from "./fields.ts";
import type { LeafSink } from "./found.ts";
import { type NumberRules, readNumber } from "./numbers.ts";
import { recordData } from "./records.ts";
import { scanEvent, scanLeaves } from "./scan.ts";
import type { FieldNode, PatternDialect } from "./types.ts";
import { walkEvent } from "./walk.ts";

/**
 * A message as SNS filters it. `Type`: String, String.Array (the value is JSON text of a list), Number (a number or its
 * text) or Binary, which filters do not see.
 */
export interface SnsMessage {
  readonly body?: string;
  readonly attributes?: Readonly<Record<string, SnsAttribute>>;
}

export interface SnsAttribute {
  readonly Type: string;
  readonly Value: string | number;
}

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
      return readAttributes(snsMessage(event).attributes ?? {}, fields, leaves);
    case "eventbridge":
      return readJson(event as string | JsonObject, fields, leaves, "double");
    default:
      return readRecord(event, fields, leaves);
  }
}

function snsMessage(event: PatternEvent): SnsMessage {
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

function readAttributes(
  attributes: Readonly<Record<string, SnsAttribute>>,
  fields: FieldNode,
  leaves: LeafSink,
): boolean {
  for (const name in attributes) {
    const field = childFor(fields, name);
    if (field !== undefined && field.field >= 0) readAttribute(attributes[name] as SnsAttribute, field, leaves);
  }
  return true;
}

/** An attribute is a field at the top, whatever dots its name has. */
function readAttribute({ Type, Value }: SnsAttribute, field: FieldNode, leaves: LeafSink): void {
  const text = typeof Value === "string" ? Value : String(Value);
  // One value stands for a list of it; what is no JSON has nothing in it.
  if (Type === "String.Array") scanLeaves(text, field, "sns", leaves);
  else if (Type.startsWith("String")) leaves.add(field.field, text, undefined);
  else if (Type.startsWith("Number")) leaves.add(field.field, readNumber(text, "sns"), undefined);
}
