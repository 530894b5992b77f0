/**
 * How recorded answers of AWS are compared with ours: object keys in any order, arrays in order, numbers by value.
 * The recordings replaced what changes from run to run by placeholders; those match any value.
 */

/** Words that the recorder put in the place of points in time. */
const TIME_WORDS = new Set([
  "timestamp",
  "date",
  "datetime",
  "start-date",
  "stop-date",
  "time",
  "<timestamp>",
  "entered-time",
  "start-time",
]);
const REFERENCE = /<[^<>]+>/;
const WHOLE_REFERENCE = /^<[^<>]+>$/;
const SHOWN_LENGTH = 200;

/** What differs first, in words; undefined where nothing does. */
export type Difference = string | undefined;

function show(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, SHOWN_LENGTH);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text with references such as `<name:1>` in it: each stands for some text. */
export function textMatches(expected: string, actual: string): boolean {
  if (expected === actual || TIME_WORDS.has(expected)) return true;
  if (!REFERENCE.test(expected)) return false;
  const pieces = expected
    .split(new RegExp(REFERENCE, "g"))
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pieces.join("[\\s\\S]+?")}$`).test(actual);
}

function stringDifference(expected: string, actual: unknown, wild: ReadonlySet<string>, path: string): Difference {
  const present = actual !== undefined && actual !== null;
  if (present && (TIME_WORDS.has(expected) || wild.has(expected) || WHOLE_REFERENCE.test(expected))) return undefined;
  if (typeof actual === "string") {
    if (textMatches(expected, actual)) return undefined;
    if (expected.startsWith("{") && actual.startsWith("{")) {
      const [a, b] = [parseJson(expected), parseJson(actual)];
      if (a !== undefined && b !== undefined) return difference(a, b, wild, path);
    }
  }
  return `${path}: expected ${show(expected)}, got ${show(actual)}`;
}

function arrayDifference(
  expected: readonly unknown[],
  actual: unknown,
  wild: ReadonlySet<string>,
  path: string,
): Difference {
  if (!Array.isArray(actual)) return `${path}: expected an array, got ${show(actual)}`;
  if (actual.length !== expected.length) return `${path}: expected ${expected.length} items, got ${actual.length}`;
  for (const [i, item] of expected.entries()) {
    const found = difference(item, actual[i], wild, `${path}[${i}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function objectDifference(
  expected: Readonly<Record<string, unknown>>,
  actual: unknown,
  wild: ReadonlySet<string>,
  path: string,
): Difference {
  if (!isRecord(actual)) return `${path}: expected an object, got ${show(actual)}`;
  const missing = Object.keys(expected).find((key) => !Object.hasOwn(actual, key));
  if (missing !== undefined) return `${path}: ${missing} is missing`;
  const extra = Object.keys(actual).find((key) => !Object.hasOwn(expected, key));
  if (extra !== undefined) return `${path}: ${extra} should not be there`;
  for (const [key, value] of Object.entries(expected)) {
    const found = difference(value, actual[key], wild, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The first difference between a recorded value and ours. `wild`: more placeholders of this recording. The recorder
 * parsed JSON text one level below an answer, so an expected object also equals a string that holds it.
 */
export function difference(
  expected: unknown,
  actual: unknown,
  wild: ReadonlySet<string> = new Set(),
  path = "$",
): Difference {
  if (typeof expected === "string") return stringDifference(expected, actual, wild, path);
  if (typeof expected !== "object" || expected === null) {
    return expected === actual ? undefined : `${path}: expected ${show(expected)}, got ${show(actual)}`;
  }
  const value = typeof actual === "string" && actual.startsWith("{") ? (parseJson(actual) ?? actual) : actual;
  return Array.isArray(expected)
    ? arrayDifference(expected, value, wild, path)
    : objectDifference(expected as Record<string, unknown>, value, wild, path);
}

/** The first difference between two lists of texts, in order or as multisets. */
export function listDifference(expected: readonly string[], actual: readonly string[], ordered: boolean): Difference {
  const [a, b] = ordered ? [expected, actual] : [expected.toSorted(), actual.toSorted()];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i] === undefined || b[i] === undefined || !textMatches(a[i] as string, b[i] as string)) {
      return `item ${i}: expected ${a[i] ?? "the end"}, got ${b[i] ?? "the end"}`;
    }
  }
  return undefined;
}
