/** From an event, as each service has it, to the fields that a pattern asks for. */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { childFor } from "./fields.ts";
import type { LeafSink } from "./found.ts";
import { type NumberRules, readNumber } from "./numbers.ts";
import { recordData } from "./records.ts";
import { scanEvent } from "./scan.ts";
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
  return READERS[dialect](event, fields, leaves);
}

type Reader = (event: PatternEvent, fields: FieldNode, leaves: LeafSink) => boolean;

const READERS: Readonly<Record<PatternDialect, Reader>> = {
  "sns-attributes": (event, fields, leaves) => {
    const { attributes = {} } = snsMessage(event);
    for (const name in attributes) readAttribute(name, attributes[name] as SnsAttribute, fields, leaves);
    return true;
  },
  "sns-body": (event, fields, leaves) => readJson(snsMessage(event).body ?? "", fields, leaves, "sns"),
  eventbridge: (event, fields, leaves) => readJson(event as string | JsonObject, fields, leaves, "double"),
  pipes: readRecord,
  esm: readRecord,
};

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

/** An attribute is a field at the top, whatever dots its name has. */
function readAttribute(name: string, { Type, Value }: SnsAttribute, fields: FieldNode, leaves: LeafSink): void {
  const node = childFor(fields, name);
  if (node === undefined || node.field < 0) return;
  const text = String(Value);
  if (Type === "String.Array") {
    // One value stands for a list of it; what is no JSON has nothing in it.
    const list = parsedJson(text);
    if (list !== undefined) walkEvent({ [name]: list }, fields, "sns", leaves);
  } else if (Type.startsWith("String")) {
    leaves.add(node.field, text, undefined);
  } else if (Type.startsWith("Number")) {
    leaves.add(node.field, readNumber(text, "sns"), undefined);
  }
}
