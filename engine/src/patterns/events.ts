/** From an event, as each service has it, to the fields that a pattern asks for. */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { DIALECTS } from "./dialects.ts";
import { addFound, type FoundFields, nothingFound } from "./found.ts";
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

/** What the pattern's fields hold in the event; undefined where the event is nothing that can be matched. */
export function findFields(
  {
    dialect,
    fields,
    paths,
  }: { readonly dialect: PatternDialect; readonly fields: FieldNode; readonly paths: readonly string[] },
  event: PatternEvent,
): FoundFields | undefined {
  const found = nothingFound(paths.length);
  return READERS[dialect](event, fields, found) ? found : undefined;
}

type Reader = (event: PatternEvent, fields: FieldNode, found: FoundFields) => boolean;

const READERS: Readonly<Record<PatternDialect, Reader>> = {
  "sns-attributes": (event, fields, found) => {
    for (const [name, attribute] of Object.entries(snsMessage(event).attributes ?? {})) {
      if (isObject(attribute as unknown as JsonValue)) readAttribute(name, attribute, fields, found);
    }
    return true;
  },
  "sns-body": (event, fields, found) => readJson(snsMessage(event).body ?? "", fields, found, "sns"),
  eventbridge: (event, fields, found) => readJson(event as string | JsonObject, fields, found, "double"),
  pipes: readRecord,
  esm: readRecord,
};

function snsMessage(event: PatternEvent): SnsMessage {
  return typeof event === "string" ? {} : (event as SnsMessage);
}

function readJson(event: JsonValue, fields: FieldNode, found: FoundFields, numbers: NumberRules): boolean {
  if (typeof event === "string") return scanEvent(event, fields, numbers, found);
  if (!isObject(event)) return false;
  walkEvent(event, fields, numbers, found);
  return true;
}

function readRecord(event: PatternEvent, fields: FieldNode, found: FoundFields): boolean {
  const record = typeof event === "string" ? parsedObject(event) : (event as JsonObject);
  return record !== undefined && readJson(recordData(record), fields, found, "double");
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
function readAttribute(name: string, { Type, Value }: SnsAttribute, fields: FieldNode, found: FoundFields): void {
  const text = String(Value);
  if (Type === "String.Array") {
    // One value stands for a list of it; what is no JSON has nothing in it.
    const list = parsedJson(text);
    if (list !== undefined) walkEvent({ [name]: list }, fields, "sns", found);
  } else if (Type.startsWith("Number")) {
    const field = leafNamed(fields, name);
    if (field >= 0) addFound(found, field, readNumber(text, DIALECTS["sns-attributes"].numbers), undefined);
  } else if (Type.startsWith("String")) {
    walkEvent({ [name]: text }, fields, "sns", found);
  }
}

function leafNamed(fields: FieldNode, name: string): number {
  let at: FieldNode | undefined = fields;
  for (const step of name.split(".")) at = at?.children.find((child) => child.step === step);
  return at?.field ?? -1;
}
