/**
 * Values of items in DynamoDB's own form (`{"S": "..."}`), from and to plain JSON, and their size.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { base64Decode } from "../../text/base64.ts";
import { utf8Length } from "../../text/utf8.ts";

const TYPES: ReadonlySet<string> = new Set(["S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS"]);

/** An item: DynamoDB's form of each attribute by name. */
export type Item = Readonly<Record<string, JsonObject>>;

/** An item of an object, which may be in DynamoDB's form already. */
export function itemOf(object: JsonObject): Item {
  const values = Object.values(object);
  if (values.length > 0 && values.every(isTyped)) return object as Item;
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, typed(value)]));
}

function isTyped(value: JsonValue): boolean {
  if (!isObject(value)) return false;
  const [type, ...more] = Object.keys(value);
  return more.length === 0 && type !== undefined && TYPES.has(type);
}

function typed(value: JsonValue): JsonObject {
  if (value === null) return { NULL: true };
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(typed) };
  return { M: Object.fromEntries(Object.entries(value as JsonObject).map(([name, inner]) => [name, typed(inner)])) };
}

/** Bytes of an item: names and values. */
export function sizeOf(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + utf8Length(name) + valueSize(value), 0);
}

/** What a list or map takes beyond its elements, and each of these. */
const CONTAINER_BYTES = 3;
const ELEMENT_BYTES = 1;

function valueSize(value: JsonObject): number {
  const [type = "", inner = null] = Object.entries(value)[0] ?? [];
  switch (type) {
    case "S":
      return utf8Length(String(inner));
    case "N":
      return numberSize(String(inner));
    case "B":
      return base64Decode(String(inner))?.length ?? 0;
    case "SS":
    case "NS":
    case "BS":
      return list(inner).reduce<number>((sum, each) => sum + valueSize({ [type.charAt(0)]: each }), 0);
    case "L":
      return list(inner).reduce<number>(
        (sum, each) => sum + ELEMENT_BYTES + valueSize(objectOf(each)),
        CONTAINER_BYTES,
      );
    case "M":
      return Object.entries(objectOf(inner)).reduce((sum, [name, each]) => {
        return sum + ELEMENT_BYTES + utf8Length(name) + valueSize(objectOf(each));
      }, CONTAINER_BYTES);
    default:
      return 1; // BOOL, NULL
  }
}

/** A byte for each two significant digits, one more, and one for a sign. */
function numberSize(text: string): number {
  const digits = text.replace(/e.*$/i, "").replace(/[-+.]/g, "").replace(/^0+/, "").replace(/0+$/, "");
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith("-") ? 1 : 0);
}

function list(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
