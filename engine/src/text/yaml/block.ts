/**
 * Values by their indentation: block mappings and sequences, and what stands in them. A mistake stays on its line: what
 * is indented below is read where it can be.
 * https://yaml.org/spec/1.2.2/#chapter-8-block-style-productions
 */
import { MAX_NESTING_DEPTH } from "../../limits.ts";
import { addItem, arrayNode, missingNode, objectNode, stringNode } from "../build.ts";
import type { Node, ObjectNode, StringNode } from "../tree.ts";
import { readBlockScalar } from "./block-scalar.ts";
import { isBlank, type YamlCursor } from "./cursor.ts";
import { plainEnd } from "./flow-scalar.ts";
import { addMember, emptyNode, keyOf, readInline } from "./inline.ts";
import { NO_PROPERTIES, type Properties, propertyAt, readProperty, withProperties } from "./properties.ts";

export interface Surroundings {
  /** What belongs to the value is indented more than this. */
  readonly indent: number;
  readonly depth: number;
  /** A sequence may stand at `indent` itself, as values of mappings may. */
  readonly sequenceHere: boolean;
  /** A collection may begin on this line. */
  readonly compact: boolean;
}

/** Reads what stands behind the cursor, on its line or below. */
export function readBlock(cursor: YamlCursor, around: Surroundings): Node {
  const from = cursor.at;
  let properties = NO_PROPERTIES;
  let isFresh = around.compact;
  let end = from;
  for (;;) {
    isFresh = cursor.skip() || isFresh;
    if (!belongs(cursor, from, around)) return withProperties(cursor, emptyNode(end, properties), properties);
    if (propertyAt(cursor.text, cursor.at) === "" || (isFresh && keyEnd(cursor) !== undefined)) break;
    properties = readProperty(cursor, properties);
    end = cursor.at;
    isFresh = false;
  }
  return withProperties(cursor, readContent(cursor, around, isFresh, properties), properties);
}

/** False where the text ends, or a line that is not indented enough begins. */
function belongs(cursor: YamlCursor, from: number, { indent, sequenceHere }: Surroundings): boolean {
  if (cursor.isAtEnd) return false;
  if (cursor.lineStart <= from) return true;
  if (cursor.isAtMark()) return false;
  return cursor.column > indent || (sequenceHere && cursor.column === indent && cursor.isIndicator("-"));
}

function readContent(cursor: YamlCursor, around: Surroundings, isFresh: boolean, properties: Properties): Node {
  const { indent, depth } = around;
  const start = cursor.at;
  const isSequence = cursor.isIndicator("-");
  const isMapping = !isSequence && isFresh && (cursor.isIndicator("?") || keyEnd(cursor) !== undefined);
  if ((isSequence || isMapping) && depth >= MAX_NESTING_DEPTH) {
    cursor.giveUp(start);
    return missingNode(start);
  }
  if (isSequence) {
    if (!isFresh) cursor.complain(start, start + 1, "A list begins on a line of its own.");
    return readSequence(cursor, depth);
  }
  if (isMapping) return readMapping(cursor, depth);
  const node = /[|>]/.test(cursor.char)
    ? blockScalarNode(cursor, indent)
    : readInline(cursor, { indent, depth, flow: false }, properties);
  finishLine(cursor, start);
  return node;
}

function blockScalarNode(cursor: YamlCursor, indent: number): Node {
  const start = cursor.at;
  const value = readBlockScalar(cursor, indent);
  return stringNode(start, cursor.at, value, true);
}

/** Nothing but a comment may follow a value on its line. */
function finishLine(cursor: YamlCursor, start: number): void {
  if (cursor.at === cursor.lineStart && cursor.at > start) return; // a block scalar has taken its last line
  const { at } = cursor;
  cursor.skipBlanks();
  const { lineEnd } = cursor;
  if (cursor.at >= lineEnd || (cursor.char === "#" && cursor.at > at)) return;
  const message =
    cursor.char === ":"
      ? "A mapping cannot begin on the line of another key."
      : "Nothing may follow the value on its line.";
  cursor.complain(cursor.at, cursor.text.slice(0, lineEnd).trimEnd().length, message);
  cursor.at = lineEnd;
}

function readSequence(cursor: YamlCursor, depth: number): Node {
  const { column } = cursor;
  const array = arrayNode(cursor.at, cursor.at);
  do {
    cursor.at++;
    addItem(array, readBlock(cursor, { indent: column, depth: depth + 1, sequenceHere: false, compact: true }));
  } while (isAtMember(cursor, column) && cursor.isIndicator("-"));
  array.end = array.items.at(-1)?.end ?? array.start;
  return array;
}

function readMapping(cursor: YamlCursor, depth: number): Node {
  const { column } = cursor;
  const object = objectNode(cursor.at, cursor.at);
  while (readMember(cursor, object, column, depth));
  object.end = object.properties.at(-1)?.end ?? object.start;
  return object;
}

/** Adds the member at the cursor to a mapping, and moves to the next one; false where there is none. */
export function readMember(cursor: YamlCursor, object: ObjectNode, column: number, depth: number): boolean {
  const key = cursor.isIndicator("?") ? readExplicitKey(cursor, column, depth) : readKey(cursor, depth);
  const value = { indent: column, depth: depth + 1, sequenceHere: true, compact: key.isExplicit };
  if (key.hasValue || isDeeper(cursor, column)) addMember(object, key.node, readBlock(cursor, value), cursor.text);
  else addMember(object, key.node, missingNode(key.node.end), cursor.text);
  return isAtMember(cursor, column) && !cursor.isIndicator("-");
}

/** Moves to the next member of a collection; what is indented more than the members belongs to none. */
function isAtMember(cursor: YamlCursor, column: number): boolean {
  for (;;) {
    cursor.skip();
    if (cursor.isAtEnd || cursor.isAtMark() || cursor.column < column) return false;
    if (cursor.column === column) return true;
    cursor.complain(
      cursor.at,
      cursor.text.slice(0, cursor.lineEnd).trimEnd().length,
      "This is indented more than what it stands with.",
    );
    cursor.at = cursor.lineEnd;
  }
}

function isDeeper(cursor: YamlCursor, column: number): boolean {
  return cursor.skip() && !cursor.isAtEnd && !cursor.isAtMark() && cursor.column > column;
}

interface Key {
  readonly node: StringNode;
  /** A colon follows it. */
  readonly hasValue: boolean;
  readonly isExplicit: boolean;
}

function readKey(cursor: YamlCursor, depth: number): Key {
  if (/\t/.test(cursor.text.slice(cursor.lineStart, cursor.at))) {
    cursor.complain(cursor.lineStart, cursor.at, "Tabs cannot indent in YAML.");
  }
  const colon = keyEnd(cursor);
  let properties = NO_PROPERTIES;
  while (propertyAt(cursor.text, cursor.at) !== "") {
    properties = readProperty(cursor, properties);
    cursor.skipBlanks();
  }
  const start = cursor.at;
  const isPlain = !/["'[{*]/.test(cursor.char);
  const end = isPlain ? plainEnd(cursor.text, start, false) : start;
  const node =
    colon !== undefined && !isPlain
      ? keyOf(cursor.text, readInline(cursor, { indent: -1, depth, flow: false }, properties))
      : stringNode(start, end, cursor.text.slice(start, end), true);
  if (properties.anchor !== undefined) cursor.anchors.set(properties.anchor, node);
  if (colon === undefined) {
    const { lineEnd } = cursor;
    cursor.complain(
      start,
      cursor.text.slice(0, lineEnd).trimEnd().length,
      "A key is expected here, with a colon behind it.",
    );
    cursor.at = lineEnd;
  } else cursor.at = colon + 1;
  return { node, hasValue: colon !== undefined, isExplicit: false };
}

/** `? key` on a line of its own, `: value` on another. */
function readExplicitKey(cursor: YamlCursor, column: number, depth: number): Key {
  cursor.at++;
  const key = readBlock(cursor, { indent: column, depth: depth + 1, sequenceHere: false, compact: true });
  cursor.skip();
  const hasValue = cursor.column === column && cursor.isIndicator(":");
  if (hasValue) cursor.at++;
  return { node: keyOf(cursor.text, key), hasValue, isExplicit: true };
}

/** Where the colon stands behind the key at the cursor; undefined where no key stands there. */
function keyEnd(cursor: YamlCursor): number | undefined {
  const { key } = cursor;
  if (key?.at === cursor.at) return key.colon;
  const colon = colonBehindKey(cursor);
  cursor.key = { at: cursor.at, colon };
  return colon;
}

function colonBehindKey({ text, at, lineEnd }: YamlCursor): number | undefined {
  let start = at;
  for (let word = propertyAt(text, start); word !== ""; word = propertyAt(text, start)) {
    start += word.length;
    while (text[start] === " ") start++;
  }
  const first = text[start] ?? "";
  let end = start;
  if (first === '"' || first === "'") end = quotedEnd(text, start, lineEnd);
  else if (first === "[" || first === "{") end = bracketedEnd(text, start, lineEnd);
  else if (first === "*") while (end < lineEnd && !isBlank(text, end)) end++;
  else if (/[|>@`%#,\]}]/.test(first)) return undefined;
  else end = plainEnd(text, start, false);
  while (text[end] === " " || text[end] === "\t") end++;
  return end < lineEnd + 1 && text[end] === ":" && isBlank(text, end + 1) ? end : undefined;
}

function quotedEnd(text: string, start: number, lineEnd: number): number {
  const quote = text[start];
  for (let at = start + 1; at < lineEnd; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote && text[at + 1] === quote && quote === "'") at++;
    else if (text[at] === quote) return at + 1;
  }
  return lineEnd;
}

function bracketedEnd(text: string, start: number, lineEnd: number): number {
  let depth = 0;
  for (let at = start; at < lineEnd; at++) {
    const char = text[at] as string;
    if (char === '"' || char === "'") at = quotedEnd(text, at, lineEnd) - 1;
    else if (char === "[" || char === "{") depth++;
    else if ((char === "]" || char === "}") && --depth === 0) return at + 1;
  }
  return lineEnd;
}
