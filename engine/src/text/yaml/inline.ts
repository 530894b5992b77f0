/**
 * Values that are not held together by indentation: flow collections, and the scalars and aliases in them.
 * https://yaml.org/spec/1.2.2/#74-flow-collection-styles
 */
import { MAX_NESTING_DEPTH } from "../../limits.ts";
import { addItem, addProperty, arrayNode, missingNode, nullNode, objectNode, stringNode } from "../build.ts";
import type { ArrayNode, Node, ObjectNode, StringNode } from "../tree.ts";
import { isBlank, type YamlCursor } from "./cursor.ts";
import { type Inline, isFlowIndicator, readPlain, readQuoted } from "./flow-scalar.ts";
import {
  isText,
  NO_PROPERTIES,
  type Properties,
  propertyAt,
  readAlias,
  readProperty,
  withProperties,
} from "./properties.ts";

/** Reads the value at the cursor, without properties in front of it. */
export function readInline(cursor: YamlCursor, within: Inline, properties: Properties): Node {
  switch (cursor.char) {
    case "[":
    case "{":
      return readFlow(cursor, within);
    case '"':
    case "'":
      return readQuoted(cursor, within);
    case "*":
      return readAlias(cursor, within.depth);
    default:
      return readPlain(cursor, within, properties);
  }
}

function readFlow(cursor: YamlCursor, within: Inline): Node {
  const start = cursor.at;
  if (within.depth >= MAX_NESTING_DEPTH) {
    cursor.giveUp(start);
    return missingNode(start);
  }
  const inner = { ...within, depth: within.depth + 1, flow: true };
  const isObject = cursor.char === "{";
  const collection = isObject ? objectNode(start, start) : arrayNode(start, start);
  const close = isObject ? "}" : "]";
  cursor.at++;
  let wantsComma = false;
  for (;;) {
    cursor.skip();
    if (cursor.char === close) {
      cursor.at++;
      break;
    }
    if (isPastFlow(cursor, start, within.indent) || cursor.char === "]" || cursor.char === "}") {
      cursor.complain(start, start + 1, `A \`${close}\` is missing that closes this.`);
      break;
    }
    if (cursor.char === ",") {
      if (!wantsComma) cursor.complain(cursor.at, cursor.at + 1, "A value is expected before this comma.");
      wantsComma = false;
      cursor.at++;
      continue;
    }
    if (wantsComma) cursor.complain(cursor.at, cursor.at + 1, "A comma is missing before this.");
    const before = cursor.at;
    if (collection.kind === "object") readPair(cursor, collection, inner);
    else readItem(cursor, collection, inner);
    wantsComma = true;
    if (cursor.at === before) cursor.at++;
  }
  collection.end = endOfFlow(cursor, collection);
  return collection;
}

/** What is not closed ends with its last member. */
function endOfFlow(cursor: YamlCursor, collection: ObjectNode | ArrayNode): number {
  const isClosed = /[\]}]/.test(cursor.text[cursor.at - 1] ?? "") && cursor.at - 1 > collection.start;
  if (isClosed) return cursor.at;
  const last = collection.kind === "object" ? collection.properties.at(-1) : collection.items.at(-1);
  return last?.end ?? collection.start + 1;
}

/** At a line that is not indented as what stands in the brackets must be. */
function isPastFlow(cursor: YamlCursor, start: number, indent: number): boolean {
  return cursor.isAtEnd || (cursor.lineStart > start && (cursor.column <= indent || cursor.isAtMark()));
}

function readItem(cursor: YamlCursor, array: ArrayNode, within: Inline): void {
  const start = cursor.at;
  const isExplicit = cursor.isIndicator("?");
  if (isExplicit) cursor.at++;
  const item = cursor.isIndicator(":") ? nullNode(start, start) : readFlowValue(cursor, within);
  if (!isExplicit && !isAtColon(cursor, item)) return addItem(array, item);
  // `[key: value]` is a list of a mapping with one key.
  const object = objectNode(item.start, item.end);
  addFlowProperty(cursor, object, keyOf(cursor.text, item), within);
  object.end = object.properties[0]?.end ?? item.end;
  addItem(array, object);
}

function readPair(cursor: YamlCursor, object: ObjectNode, within: Inline): void {
  if (cursor.isIndicator("?")) cursor.at++;
  const start = cursor.at;
  const key = cursor.isIndicator(":") ? nullNode(start, start) : readFlowValue(cursor, within);
  addFlowProperty(cursor, object, keyOf(cursor.text, key), within);
}

function addFlowProperty(cursor: YamlCursor, object: ObjectNode, key: StringNode, within: Inline): void {
  const { text } = cursor;
  const { at, lineStart } = cursor;
  cursor.skip();
  if (cursor.char !== ":") {
    Object.assign(cursor, { at, lineStart });
    return void addMember(object, key, missingNode(key.end), text);
  }
  cursor.at++;
  const after = cursor.at;
  cursor.skip();
  const isEmpty = cursor.isAtEnd || ",]}".includes(cursor.char);
  addMember(object, key, isEmpty ? nullNode(after, after) : readFlowValue(cursor, within), text);
}

/** True where the value at hand turns out to be a key. */
function isAtColon(cursor: YamlCursor, item: Node): boolean {
  const { text } = cursor;
  let at = cursor.at;
  while (text[at] === " " || text[at] === "\t") at++;
  if (text[at] !== ":") return false;
  const isJson = item.kind === "object" || item.kind === "array" || /["']/.test(text[item.start] ?? "");
  return isJson || isBlank(text, at + 1) || isFlowIndicator(text, at + 1);
}

function readFlowValue(cursor: YamlCursor, within: Inline): Node {
  const from = cursor.at;
  let properties = NO_PROPERTIES;
  while (propertyAt(cursor.text, cursor.at) !== "") {
    properties = readProperty(cursor, properties);
    cursor.skip();
  }
  const isEmpty =
    properties !== NO_PROPERTIES && (cursor.isAtEnd || ",]}".includes(cursor.char) || cursor.isIndicator(":"));
  const node = isEmpty ? emptyNode(endOfProperties(cursor, from), properties) : readInline(cursor, within, properties);
  return withProperties(cursor, node, properties);
}

function endOfProperties({ text, at }: YamlCursor, from: number): number {
  return from + text.slice(from, at).trimEnd().length;
}

/** Nothing, which a tag may make an empty text. */
export function emptyNode(offset: number, properties: Properties): Node {
  return isText(properties) ? stringNode(offset, offset, "", true) : nullNode(offset, offset);
}

/** A value as a key; tags mean nothing there. */
export function keyOf(text: string, node: Node): StringNode {
  if (node.kind === "placeholder" && node.argument !== undefined) return keyOf(text, node.argument);
  const { start, end } = node;
  return stringNode(start, end, node.kind === "string" ? node.value : text.slice(start, end), true);
}

/** Adds a property; `<<` with an alias takes over what the mapping does not have itself. */
export function addMember(object: ObjectNode, key: StringNode, value: Node, text: string): void {
  if (key.value !== "<<" || text[value.start] !== "*") return void addProperty(object, key, value);
  if (value.kind !== "object") return;
  for (const merged of value.properties) {
    const isOwn = object.properties.some((property) => property.key.value === merged.key.value);
    if (!isOwn) addProperty(object, merged.key, merged.value);
  }
}
