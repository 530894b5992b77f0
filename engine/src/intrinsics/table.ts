/**
 * Every intrinsic function: what it takes and what it does, with AWS's quirks where they were observed.
 * https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
import { isObject, type JsonValue, sameValue } from "../json.ts";
import { MAX_ARRAY_RANGE_ITEMS, MAX_INTRINSIC_TEXT_LENGTH } from "../limits.ts";
import type { Random } from "../random.ts";
import { base64Decode, base64Encode } from "../text/base64.ts";
import { HASH_ALGORITHMS, hashHex } from "../text/hash.ts";
import { utf8Decode, utf8Encode } from "../text/utf8.ts";
import { formatText } from "./format.ts";
import { javaRandomInt } from "./java-random.ts";

export interface IntrinsicFunction {
  /** With its prefix: `States.Format`. */
  readonly name: string;
  readonly minArguments: number;
  readonly maxArguments: number;
  /** Names of the parameters, for signatures; the last one repeats where `maxArguments` is infinite. */
  readonly parameters: readonly string[];
  /** Gives the value, or a complaint for an argument of the wrong type or size. */
  readonly apply: (given: readonly JsonValue[], random: Random) => JsonValue | Complaint;
}

/** What is wrong with the arguments; `reason` is "" where AWS says no more than that they are invalid. */
export class Complaint {
  readonly reason: string;

  constructor(reason = "") {
    this.reason = reason;
  }
}

const INVALID = new Complaint();

const TABLE: readonly IntrinsicFunction[] = [
  entry("Array", ["value"], (given) => given, 0, Number.POSITIVE_INFINITY),
  entry("ArrayPartition", ["array", "chunkSize"], ([array, size]) => partition(array, size)),
  entry("ArrayContains", ["array", "value"], ([array, value]) =>
    isArray(array) && value !== undefined ? array.some((item) => sameValue(item, value)) : INVALID,
  ),
  entry("ArrayRange", ["start", "end", "step"], ([start, end, step]) => range(start, end, step)),
  entry("ArrayGetItem", ["array", "index"], ([array, index]) => itemAt(array, index)),
  entry("ArrayLength", ["array"], ([array]) => (isArray(array) ? array.length : INVALID)),
  entry("ArrayUnique", ["array"], ([array]) => (isArray(array) ? unique(array) : INVALID)),
  entry("Base64Encode", ["text"], ([text]) => (isShortText(text) ? base64Encode(utf8Encode(text)) : INVALID)),
  entry("Base64Decode", ["base64"], ([text]) => decode(text)),
  entry("Hash", ["data", "algorithm"], ([data, algorithm]) => hash(data, algorithm)),
  entry("JsonMerge", ["object1", "object2", "deep"], ([first, second, deep]) => merge(first, second, deep)),
  entry("StringToJson", ["text"], ([text]) => parseJson(text)),
  entry("JsonToString", ["value"], ([value]) => JSON.stringify(value)),
  entry(
    "MathRandom",
    ["start", "end", "seed"],
    ([start, end, seed], random) => randomInteger(start, end, seed, random),
    2,
  ),
  entry("MathAdd", ["number1", "number2"], ([first, second]) =>
    // A zero without a sign: `-0` would show where a result is printed.
    isNumber(first) && isNumber(second) ? Math.round(first) + Math.round(second) + 0 : INVALID,
  ),
  entry("StringSplit", ["text", "delimiters"], ([text, delimiters]) => split(text, delimiters)),
  entry("UUID", [], (_given, random) => random.uuid()),
  entry(
    "Format",
    ["template", "value"],
    ([template, ...values]) => format(template, values),
    1,
    Number.POSITIVE_INFINITY,
  ),
];

export const INTRINSIC_FUNCTIONS: ReadonlyMap<string, IntrinsicFunction> = new Map(
  TABLE.map((intrinsic) => [intrinsic.name, intrinsic]),
);

function entry(
  name: string,
  parameters: readonly string[],
  apply: IntrinsicFunction["apply"],
  minArguments = parameters.length,
  maxArguments = parameters.length,
): IntrinsicFunction {
  return { name: `States.${name}`, parameters, minArguments, maxArguments, apply };
}

function partition(array: Given, chunkSize: Given): JsonValue | Complaint {
  if (!isArray(array) || !isNumber(chunkSize)) return INVALID;
  const size = Math.trunc(chunkSize);
  if (size < 1) return INVALID;
  return Array.from({ length: Math.ceil(array.length / size) }, (_, chunk) =>
    array.slice(chunk * size, (chunk + 1) * size),
  );
}

/** Both ends count. AWS cuts fractions off here, where MathAdd rounds. */
function range(start: Given, end: Given, step: Given): JsonValue | Complaint {
  if (!isNumber(start) || !isNumber(end) || !isNumber(step)) return INVALID;
  const [first, last, stride] = [Math.trunc(start), Math.trunc(end), Math.trunc(step)];
  if (stride === 0) return INVALID;
  const length = Math.max(0, Math.floor((last - first) / stride) + 1);
  if (length > MAX_ARRAY_RANGE_ITEMS) return INVALID;
  return Array.from({ length }, (_, position) => first + position * stride + 0);
}

function itemAt(array: Given, index: Given): JsonValue | Complaint {
  if (!isArray(array) || !isNumber(index)) return INVALID;
  return array[Math.trunc(index)] ?? (Math.trunc(index) in array ? null : INVALID);
}

function unique(array: readonly JsonValue[]): JsonValue {
  const seen = new Set<JsonValue>();
  const containers: JsonValue[] = [];
  return array.filter((item) => {
    // Scalars by a set: only objects and arrays need comparing with each other.
    if (typeof item !== "object" || item === null) {
      if (seen.has(item)) return false;
      seen.add(item);
    } else {
      if (containers.some((other) => sameValue(item, other))) return false;
      containers.push(item);
    }
    return true;
  });
}

function decode(text: Given): JsonValue | Complaint {
  const bytes = isShortText(text) ? base64Decode(text) : undefined;
  return bytes === undefined ? INVALID : utf8Decode(bytes);
}

/** What is no text is hashed as its JSON. */
function hash(data: Given, algorithm: Given): JsonValue | Complaint {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  const digest = isShortText(text) && typeof algorithm === "string" ? hashHex(text, algorithm) : undefined;
  return (
    digest ??
    new Complaint(`the algorithm must be one of ${HASH_ALGORITHMS.join(", ")}, the data at most 10,000 characters long`)
  );
}

/** Only the shallow mode exists; AWS takes anything but true for it. */
function merge(first: Given, second: Given, deep: Given): JsonValue | Complaint {
  if (!isObject(first) || !isObject(second)) return INVALID;
  return deep === true
    ? new Complaint("only shallow merging is supported: the third argument must be false")
    : { ...first, ...second };
}

function parseJson(text: Given): JsonValue | Complaint {
  if (typeof text !== "string") return INVALID;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return INVALID;
  }
}

/** A whole number from `start` up to, not including, `end`; with a seed the one that Java's generator gives. */
function randomInteger(start: Given, end: Given, seed: Given, random: Random): JsonValue | Complaint {
  if (!isNumber(start) || !isNumber(end)) return INVALID;
  const [first, bound] = [Math.trunc(start), Math.trunc(end)];
  if (first >= bound) return INVALID;
  if (seed === undefined) return first + Math.floor(random.next() * (bound - first));
  return isNumber(seed) ? javaRandomInt(Math.trunc(seed), first, bound) : INVALID;
}

/** Every character of `delimiters` parts by itself; empty pieces are dropped. */
function split(text: Given, delimiters: Given): JsonValue | Complaint {
  if (typeof text !== "string" || typeof delimiters !== "string") return INVALID;
  const parting = new Set(delimiters);
  const pieces: string[] = [];
  let piece = "";
  for (const character of text) {
    if (!parting.has(character)) piece += character;
    else if (piece !== "") {
      pieces.push(piece);
      piece = "";
    }
  }
  return piece === "" ? pieces : [...pieces, piece];
}

function format(template: Given, values: readonly JsonValue[]): JsonValue | Complaint {
  const formatted = typeof template === "string" ? formatText(template, values) : undefined;
  if (formatted === undefined) return INVALID;
  return "text" in formatted ? formatted.text : new Complaint(formatted.reason);
}

type Given = JsonValue | undefined;

function isArray(value: Given): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isNumber(value: Given): value is number {
  return typeof value === "number";
}

function isShortText(value: Given): value is string {
  return typeof value === "string" && value.length <= MAX_INTRINSIC_TEXT_LENGTH;
}
