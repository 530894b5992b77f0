/**
 * JSONPath to segments: the grammar of Jayway's PathCompiler, which accepts and refuses what AWS does.
 * https://github.com/json-path/JsonPath#operators
 */
import type { JsonValue } from "../json.ts";
import { type FilterPath, type FunctionParameter, isDefinite, type Segment, type SegmentKind } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { readFilter } from "./filter-grammar.ts";
import { isPathFunction, PATH_FUNCTION_NAMES } from "./functions.ts";

/** Filters and function parameters may hold paths that hold filters; nobody nests them deeper. */
const MAX_DEPTH = 50;

const BARE_NAME = /[^\s.,[\]()]+/y;
/** Inside a filter a name ends where an operator begins: `@.price<10`. */
const BARE_NAME_IN_FILTER = /[^\s.,[\]()=!<>~&|]+/y;
const INTEGER = /-?\d+/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** The segments from here to the first character that cannot continue the path. */
export function readSegments(cursor: Cursor, depth: number): readonly Segment[] {
  if (depth > MAX_DEPTH) cursor.fail(`Paths may not nest more than ${MAX_DEPTH} levels deep.`);
  const segments: Segment[] = [];
  for (;;) {
    const start = cursor.at;
    if (cursor.accept("..")) {
      segments.push({ kind: "descent", start, end: cursor.at });
      segments.push(located(cursor, cursor.at, readBehindDots(cursor, depth)));
    } else if (cursor.accept(".")) {
      segments.push(located(cursor, start, readBehindDots(cursor, depth)));
    } else if (cursor.peek() === "[") {
      segments.push(located(cursor, start, readBracket(cursor, depth)));
    } else if (depth === 0 && cursor.text[start - 1] === "]" && isNameNext(cursor)) {
      // `$.a[0]b`: Jayway wants no dot behind a bracket, and deployed definitions leave it out.
      segments.push(located(cursor, start, readBehindDots(cursor, depth)));
    } else break;
  }
  checkFunctionIsLast(cursor, segments);
  return segments;
}

function isNameNext(cursor: Cursor): boolean {
  return !cursor.done && !/[\s.,[\]()*]/.test(cursor.peek());
}

function located(cursor: Cursor, start: number, kind: SegmentKind): Segment {
  return { ...kind, start, end: cursor.at };
}

function checkFunctionIsLast(cursor: Cursor, segments: readonly Segment[]): void {
  const early = segments.find((segment, index) => segment.kind === "function" && index < segments.length - 1);
  if (early !== undefined) {
    cursor.fail("A function must be the last step of a path.", early.start, early.end - early.start);
  }
}

function readBehindDots(cursor: Cursor, depth: number): SegmentKind {
  if (cursor.peek() === "[") return readBracket(cursor, depth);
  if (cursor.accept("*")) return { kind: "wildcard" };
  const start = cursor.at;
  const name = cursor.take(depth === 0 ? BARE_NAME : BARE_NAME_IN_FILTER);
  if (name === undefined) {
    const blank = /\s/.test(cursor.peek());
    cursor.fail(blank ? "Names with blanks are written ['like this']." : "A name must follow the dot.");
  }
  if (cursor.peek() !== "(") return { kind: "name", name };
  if (!isPathFunction(name)) {
    cursor.fail(`Unknown function '${name}'. JSONPath knows ${PATH_FUNCTION_NAMES.join(", ")}.`, start, name.length);
  }
  cursor.at += 1;
  return { kind: "function", name, parameters: readParameters(cursor, depth) };
}

function readParameters(cursor: Cursor, depth: number): readonly FunctionParameter[] {
  const parameters: FunctionParameter[] = [];
  cursor.skipBlanks();
  if (cursor.accept(")")) return parameters;
  for (;;) {
    cursor.skipBlanks();
    parameters.push(readParameter(cursor, depth));
    cursor.skipBlanks();
    if (cursor.accept(")")) return parameters;
    cursor.expect(",", "Expected , or ) behind the parameter.");
  }
}

function readParameter(cursor: Cursor, depth: number): FunctionParameter {
  if (cursor.peek() === "$" || cursor.peek() === "@") return readFilterPath(cursor, depth + 1);
  return { value: readLiteral(cursor) };
}

/** A path inside a filter or a function: `@...` or `$...`. */
export function readFilterPath(cursor: Cursor, depth: number): FilterPath {
  const root = cursor.accept("@") ? "current" : "document";
  if (root === "document") cursor.expect("$", "Expected a path.");
  const segments = readSegments(cursor, depth);
  return { kind: "path", root, segments, definite: isDefinite(segments) };
}

/** A string in either quotes, a number, true, false or null. */
export function readLiteral(cursor: Cursor): JsonValue {
  if (cursor.peek() === "'" || cursor.peek() === '"') return readQuoted(cursor);
  const number = cursor.take(NUMBER);
  if (number !== undefined) return Number(number);
  for (const [word, value] of [
    ["true", true],
    ["false", false],
    ["null", null],
  ] as const) {
    if (cursor.accept(word)) return value;
  }
  return cursor.fail("Expected a string, a number, true, false, null or a path.");
}

function readBracket(cursor: Cursor, depth: number): SegmentKind {
  const open = cursor.at;
  cursor.at += 1;
  cursor.skipBlanks();
  const kind = readInsideBracket(cursor, open, depth);
  cursor.skipBlanks();
  cursor.expect("]", "Expected ] here.");
  return kind;
}

function readInsideBracket(cursor: Cursor, open: number, depth: number): SegmentKind {
  const next = cursor.peek();
  if (next === "'" || next === '"') return readNames(cursor);
  if (cursor.accept("*")) return { kind: "wildcard" };
  if (next === "?") {
    cursor.at += 1;
    return { kind: "filter", filter: readFilter(cursor, depth + 1) };
  }
  if (next === "-" || next === ":" || (next >= "0" && next <= "9")) return readIndexes(cursor);
  return cursor.fail("Names inside brackets need quotes: ['name'].", open);
}

function readNames(cursor: Cursor): SegmentKind {
  const first = readQuoted(cursor);
  const names = [first];
  for (;;) {
    cursor.skipBlanks();
    if (!cursor.accept(",")) break;
    cursor.skipBlanks();
    if (cursor.peek() !== "'" && cursor.peek() !== '"') cursor.fail("Expected another quoted name behind the comma.");
    names.push(readQuoted(cursor));
  }
  return names.length === 1 ? { kind: "name", name: first } : { kind: "names", names };
}

/**
 * A quoted text. A backslash escapes the quote that closes it and itself; before anything else it stays: AWS finds the
 * key `a\"b` by `['a\"b']`.
 */
export function readQuoted(cursor: Cursor): string {
  const open = cursor.at;
  const quote = cursor.peek();
  cursor.at += 1;
  let text = "";
  while (!cursor.done) {
    const character = cursor.peek();
    cursor.at += 1;
    if (character === quote) return text;
    const escapes = character === "\\" && (cursor.peek() === quote || cursor.peek() === "\\");
    text += escapes ? cursor.peek() : character;
    if (escapes) cursor.at += 1;
  }
  return cursor.fail(`The string is not closed: expected ${quote}.`, open);
}

/** `0`, `-1`, `0,2`, `1:3`, `:2`, `-2:`. Jayway reads a third number and does nothing with it, and so does this. */
function readIndexes(cursor: Cursor): SegmentKind {
  const start = cursor.at;
  const first = readInteger(cursor);
  cursor.skipBlanks();
  if (cursor.accept(":")) {
    const to = readInteger(cursor);
    if (cursor.accept(":")) readInteger(cursor);
    if (first === undefined && to === undefined)
      cursor.fail("A slice needs a start or an end.", start, cursor.at - start);
    return { kind: "slice", from: first, to };
  }
  if (first === undefined) cursor.fail("Expected an index.");
  const indexes = [first];
  while (cursor.accept(",")) {
    cursor.skipBlanks();
    indexes.push(readInteger(cursor) ?? cursor.fail("Expected another index behind the comma."));
    cursor.skipBlanks();
  }
  return indexes.length === 1 ? { kind: "index", index: first } : { kind: "indexes", indexes };
}

function readInteger(cursor: Cursor): number | undefined {
  cursor.skipBlanks();
  const start = cursor.at;
  const digits = cursor.take(INTEGER);
  if (digits === undefined) return undefined;
  const value = Number(digits);
  if (Math.abs(value) > 0x7fff_ffff) cursor.fail("The index is too large.", start, digits.length);
  return value;
}
