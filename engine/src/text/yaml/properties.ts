/**
 * Tags and anchors in front of a value, and the aliases that repeat anchored values.
 * https://yaml.org/spec/1.2.2/#69-node-properties, https://yaml.org/spec/1.2.2/#71-alias-nodes
 */
import { MAX_NESTING_DEPTH, MAX_YAML_ALIAS_NODES } from "../../limits.ts";
import { addItem, addProperty, arrayNode, missingNode, nullNode, objectNode, subNode, taggedNode } from "../build.ts";
import { syntaxProblem, wholePlaceholder } from "../parsed.ts";
import type { Node, StringNode } from "../tree.ts";
import type { YamlCursor } from "./cursor.ts";

export interface Properties {
  readonly tag?: string;
  /** Where the tag begins. */
  readonly tagStart?: number;
  readonly anchor?: string;
}

export const NO_PROPERTIES: Properties = {};

/** Reads the tag or anchor at the cursor; the same properties where none stands there. */
export function readProperty(cursor: YamlCursor, properties: Properties): Properties {
  const { text, at } = cursor;
  const { length } = propertyAt(text, at);
  cursor.at += length;
  const word = text.slice(at, at + length);
  if (word.startsWith("!")) return { ...properties, tag: word, tagStart: at };
  const anchor = word.slice(1);
  cursor.anchored = true;
  cursor.anchors.set(anchor, undefined);
  return { ...properties, anchor };
}

/** The tag or anchor at an offset; empty where there is none. */
export function propertyAt(text: string, offset: number): string {
  const char = text[offset];
  if (char !== "!" && char !== "&") return "";
  let end = offset + 1;
  if (char === "!" && text[end] === "<") while (end < text.length && !/[>\s]/.test(text[end - 1] as string)) end++;
  while (end < text.length && !/[\s,[\]{}]/.test(text[end] as string)) end++;
  return text.slice(offset, end);
}

/** CloudFormation's short forms are tags of one word; YAML's own have two exclamation marks, or none behind the first. */
export function ownTag({ tag }: Properties): string | undefined {
  return tag !== undefined && /^![^!<]/.test(tag) ? tag.slice(1) : undefined;
}

/** True where the tag keeps a plain scalar from becoming a number, a boolean or null. */
export function isText({ tag }: Properties): boolean {
  return tag !== undefined && !/^!!(?:int|float|bool|null)$/.test(tag);
}

/** The value with its properties: behind its tag, and known by its anchor. */
export function withProperties(cursor: YamlCursor, node: Node, properties: Properties): Node {
  const tagged = withTag(cursor.text, node, properties);
  if (properties.anchor !== undefined) cursor.anchors.set(properties.anchor, tagged);
  return tagged;
}

function withTag(text: string, node: Node, properties: Properties): Node {
  const tag = ownTag(properties);
  const { tagStart = node.start } = properties;
  if (tag === undefined) return node;
  if (tag !== "Sub" || node.end === node.start || (node.kind !== "string" && node.kind !== "placeholder")) {
    return taggedNode(tagStart, node.end, tag, node);
  }
  const string = subNode(node.start, node.end, node.kind === "string" ? node.value : `\${${node.name}}`);
  const isPlain = !/["'|>]/.test(text[node.start] ?? "");
  const name = isPlain ? wholePlaceholder(string.value) : undefined;
  return name === undefined ? string : taggedNode(tagStart, node.end, name, string);
}

/** Reads `*name`: a copy of what is anchored, all of which stands where the alias does. */
export function readAlias(cursor: YamlCursor, depth: number): Node {
  const start = cursor.at;
  const { text } = cursor;
  let end = start + 1;
  while (end < text.length && !/[\s,[\]{}]/.test(text[end] as string)) end++;
  cursor.at = end;
  cursor.anchored = true;
  const name = text.slice(start + 1, end);
  const target = cursor.anchors.get(name);
  if (target !== undefined) return copyOf(cursor, target, start, end, depth);
  const message = cursor.anchors.has(name)
    ? `The alias stands inside of \`&${name}\`, which it repeats: that has no end.`
    : `No anchor \`&${name}\` stands before this alias.`;
  cursor.complain(start, end, message);
  return missingNode(start);
}

function copyOf(cursor: YamlCursor, node: Node, start: number, end: number, depth: number): Node {
  if (++cursor.copies > MAX_YAML_ALIAS_NODES || depth > MAX_NESTING_DEPTH) return tooManyCopies(cursor, start, end);
  const inner = (of: Node) => copyOf(cursor, of, start, end, depth + 1);
  switch (node.kind) {
    case "array": {
      const array = arrayNode(start, end);
      for (const item of node.items) addItem(array, inner(item));
      return array;
    }
    case "object": {
      const object = objectNode(start, end);
      for (const { key, value } of node.properties) addProperty(object, { ...key, start, end }, inner(value));
      return object;
    }
    case "placeholder":
      if (node.argument !== undefined) return taggedNode(start, end, node.name, inner(node.argument));
  }
  return { ...(node as StringNode), start, end, parent: undefined };
}

function tooManyCopies(cursor: YamlCursor, start: number, end: number): Node {
  if (cursor.copies === MAX_YAML_ALIAS_NODES + 1) {
    const message = `Aliases expand to more than ${MAX_YAML_ALIAS_NODES} values; the rest is not read.`;
    cursor.problems.push(syntaxProblem("yaml-syntax", start, end, message));
  }
  return nullNode(start, end);
}
