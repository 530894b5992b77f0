/**
 * JSON and JSON lines as datasets: an array, an object whose fields are the items, or one value a line.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { Collection } from "./dataset.ts";
import { readerFailure } from "./failure.ts";

/** The array or object in a JSON text, or the one that ItemsPointer names in it. Throws StateFailure. */
export function readJson(text: string, config: JsonObject): Collection {
  const whole = parse(text, "The dataset is not JSON");
  const { ItemsPointer: pointer } = config;
  const value = typeof pointer === "string" ? valueAtPointer(whole, pointer) : whole;
  if (value === undefined) throw readerFailure(`ItemsPointer '${String(pointer)}' names nothing in the dataset.`);
  if (Array.isArray(value) || isObject(value)) return value as Collection;
  throw readerFailure("Attempting to map over non-iterable node.");
}

/** One item a line, not more than `max`; empty lines are none. Throws StateFailure. */
export function readJsonLines(text: string, max: number): readonly JsonValue[] {
  const items: JsonValue[] = [];
  let line = 0;
  for (let start = 0; start < text.length && items.length < max; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const content = text.slice(start, end).trim();
    line += 1;
    if (content !== "") items.push(parse(content, `Line ${line} of the dataset is not JSON`));
    start = end + 1;
  }
  return items;
}

function parse(text: string, what: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    throw readerFailure(`${what}: ${(error as Error).message}`);
  }
}

/** What a JSON pointer names; undefined where it names nothing. https://www.rfc-editor.org/rfc/rfc6901 */
export function valueAtPointer(value: JsonValue, pointer: string): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(found)) found = /^(?:0|[1-9]\d*)$/.test(key) ? (found[Number(key)] as JsonValue) : undefined;
    else found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}
