/**
 * The queries by which dynamic partitioning reads keys out of records: an object of jq paths, `{customer: .customer.id}`.
 * Of jq, paths and some filters on texts are simulated.
 * https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-partitioning-keys.html
 */
import { isObject, type JsonValue } from "../../json.ts";

/** Reads the keys of a record. */
export type Query = (record: JsonValue) => Keys | undefined;

/** By the names that prefixes use. */
export type Keys = Readonly<Record<string, string>>;

/** What a name is read by. */
type Reader = (record: JsonValue) => JsonValue | undefined;

const FIELD = /\s*"?([A-Za-z_][\w-]*)"?\s*:\s*([^,{}]+)/gy;
const STEP = /\.?\["([^"]+)"\]|\.?\[(\d+)\]|\.([A-Za-z_]\w*)|\."([^"]+)"/gy;
const FILTERS: Readonly<Record<string, (value: JsonValue) => JsonValue>> = {
  tostring: (value) => (typeof value === "string" ? value : JSON.stringify(value)),
  ascii_downcase: (value) => String(value).toLowerCase(),
  ascii_upcase: (value) => String(value).toUpperCase(),
};

/** A query that cannot be read finds nothing in any record. */
export function readQuery(text: string): Query {
  const inner = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1] ?? "";
  const readers = new Map<string, Reader | undefined>();
  FIELD.lastIndex = 0;
  let end = 0;
  for (let match = FIELD.exec(inner); match !== null; match = FIELD.exec(inner)) {
    readers.set(match[1] as string, readPath((match[2] as string).trim()));
    if (inner[FIELD.lastIndex] === ",") FIELD.lastIndex += 1;
    end = FIELD.lastIndex;
  }
  const isWhole = inner.slice(end).trim() === "" && readers.size > 0;
  return (record) => (isWhole ? keysIn(record, readers) : undefined);
}

function keysIn(record: JsonValue, readers: ReadonlyMap<string, Reader | undefined>): Keys | undefined {
  const keys: Record<string, string> = {};
  for (const [name, read] of readers) {
    const value = read?.(record);
    // Firehose takes a key that is null, or nothing, for a failure.
    if (value === undefined || value === null || value === "" || typeof value === "object") return undefined;
    keys[name] = String(value);
  }
  return keys;
}

function readPath(text: string): Reader | undefined {
  const [path = "", ...filters] = text.split("|").map((part) => part.trim());
  const steps: (string | number)[] = [];
  STEP.lastIndex = 0;
  let end = path === "." ? 1 : 0;
  for (let match = STEP.exec(path); match !== null; match = STEP.exec(path)) {
    const [, quoted, index, plain, dotted] = match;
    steps.push(index === undefined ? (quoted ?? plain ?? dotted ?? "") : Number(index));
    end = STEP.lastIndex;
  }
  const applied = filters.map((name) => (Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined));
  if (end !== path.length || path === "" || applied.includes(undefined)) return undefined;
  return (record) => {
    const value = steps.reduce<JsonValue | undefined>(stepInto, record);
    return applied.reduce<JsonValue | undefined>((each, filter) => (each == null ? each : filter?.(each)), value);
  };
}

function stepInto(value: JsonValue | undefined, step: string | number): JsonValue | undefined {
  if (typeof step === "number") return Array.isArray(value) ? value[step] : undefined;
  return isObject(value) ? value[step] : undefined;
}
