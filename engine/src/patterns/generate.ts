/** Makes up messages for a pattern: one that matches, and one that just does not. The matcher has the last word. */
import type { JsonObject, JsonValue } from "../json.ts";
import type { PatternEvent } from "./events.ts";
import { matchesPattern } from "./match.ts";
import { isWide } from "./numbers.ts";
import type { Branch, CompiledPattern, Condition, PatternDialect, Scalar, SnsAttribute } from "./types.ts";

/** A leaf that can be written down. */
type Leaf = string | number | boolean | null;
/** By field; undefined for a field that must not be there. */
type Leaves = ReadonlyMap<string, Leaf | undefined>;

/** A message that matches, with nothing in it that need not be; undefined where there is none, or none was found. */
export function messageThatMatches(pattern: CompiledPattern): PatternEvent | undefined {
  const leaves = matchingLeaves(pattern);
  return leaves === undefined ? undefined : messageOf(pattern.dialect, leaves);
}

/** A message that matches but for one key; undefined where all messages match, or no other was found. */
export function messageThatDoesNot(pattern: CompiledPattern): PatternEvent | undefined {
  const leaves = matchingLeaves(pattern) ?? new Map<string, Leaf | undefined>();
  for (const path of pattern.paths) {
    for (const other of [...othersThan(leaves.get(path)), undefined]) {
      const message = messageOf(pattern.dialect, new Map(leaves).set(path, other));
      if (!matchesPattern(pattern, message)) return message;
    }
  }
  return undefined;
}

function matchingLeaves(pattern: CompiledPattern): Leaves | undefined {
  for (const branch of pattern.branches) {
    const leaves = leavesOf(pattern, branch);
    if (leaves !== undefined && matchesPattern(pattern, messageOf(pattern.dialect, leaves))) return leaves;
  }
  return undefined;
}

function leavesOf({ paths }: CompiledPattern, { conditions }: Branch): Leaves | undefined {
  const leaves = new Map<string, Leaf | undefined>();
  for (const condition of conditions) {
    const value = leafFor(condition);
    if (value === undefined && !condition.mayBeAbsent) return undefined;
    leaves.set(paths[condition.path] as string, value);
  }
  return leaves;
}

/** What makes a condition hold; a value rather than none. */
function leafFor({ alternatives }: Condition): Leaf | undefined {
  for (const { nearest, passes } of alternatives) {
    const value = nearest(undefined);
    if (value !== undefined && !isWide(value) && passes(value)) return value;
  }
  return undefined;
}

/** Values that are near to one and not the same. */
function othersThan(value: Scalar | undefined): readonly Leaf[] {
  switch (typeof value) {
    case "string":
      return [`${value}-other`, `other-${value}`, "other", ""];
    case "number":
      return [value - 1, value + 1, -value, "other"];
    case "boolean":
      return [!value, "other"];
    default:
      return ["other", 0];
  }
}

function messageOf(dialect: PatternDialect, leaves: Leaves): PatternEvent {
  switch (dialect) {
    case "sns-attributes":
      return { body: "Hello", attributes: attributesOf(leaves) };
    case "sns-body":
      return { body: JSON.stringify(objectOf({}, leaves)), attributes: {} };
    case "eventbridge":
      return objectOf(ENVELOPE, leaves);
    default:
      return recordOf(objectOf({}, leaves));
  }
}

function attributesOf(leaves: Leaves): Record<string, SnsAttribute> {
  const attributes: Record<string, SnsAttribute> = {};
  for (const [name, value] of leaves) if (value !== undefined) attributes[name] = attributeOf(value);
  return attributes;
}

/** Booleans and null exist in lists only. */
function attributeOf(value: Leaf): SnsAttribute {
  if (typeof value === "string") return { Type: "String", Value: value };
  if (typeof value === "number") return { Type: "Number", Value: String(value) };
  return { Type: "String.Array", Value: JSON.stringify([value]) };
}

/** What every event on a bus has. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
const ENVELOPE: JsonObject = {
  version: "0",
  id: "17793124-05d4-b198-2fde-7ededc63b103",
  "detail-type": "Something Happened",
  source: "my.application",
  account: "123456789012",
  time: "2026-01-01T00:00:00Z",
  region: "us-east-1",
  resources: [],
  detail: {},
};

type Building = { [key: string]: JsonValue };

/** The object with the leaves in their places. A field of which another one is the beginning keeps its dots. */
function objectOf(base: JsonObject, leaves: Leaves): JsonObject {
  const object = structuredCopy(base);
  for (const [path, value] of leaves) put(object, path.split("."), value);
  return object;
}

function structuredCopy(base: JsonObject): Building {
  return JSON.parse(JSON.stringify(base)) as Building;
}

function put(object: Building, steps: readonly string[], value: Leaf | undefined): void {
  const [step = "", ...rest] = steps;
  const inner = Object.hasOwn(object, step) ? object[step] : undefined;
  if (rest.length === 0) {
    if (value === undefined) delete object[step];
    else if (typeof inner === "object" && inner !== null && !Array.isArray(inner) && Object.keys(inner).length > 0)
      object[step] = [value, inner];
    else object[step] = value;
  } else if (inner === undefined || (typeof inner === "object" && inner !== null && !Array.isArray(inner))) {
    const next = (inner ?? {}) as Building;
    put(next, rest, value);
    if (Object.keys(next).length > 0 || inner !== undefined) object[step] = next;
  } else if (value !== undefined) {
    object[steps.join(".")] = value;
  }
}

/** Data of a record stands in it as text. */
function recordOf(record: JsonObject): JsonObject {
  const { body } = record;
  return typeof body === "object" && body !== null ? { ...record, body: JSON.stringify(body) } : record;
}
