/** Where in the syntax the cursor stands: at a key, at a value, or inside a string. */
import { nodeAt } from "../text/navigate.ts";
import type { ArrayNode, Node, ObjectNode, Property, StringNode } from "../text/tree.ts";
import type { BaseDocument } from "./types.ts";

export type CompletionSite<D extends BaseDocument = BaseDocument> = KeySite<D> | ValueSite<D>;

interface SiteBase<D extends BaseDocument> {
  /** The document that `node`s belong to: for YAML a version in which the cursor has a word. */
  readonly document: D;
  /** What an entry replaces, as offsets of the real document. */
  readonly start: number;
  readonly end: number;
}

export interface KeySite<D extends BaseDocument = BaseDocument> extends SiteBase<D> {
  readonly kind: "key";
  readonly object: ObjectNode;
  /** The property whose key is being written, where there is one already. */
  readonly property: Property | undefined;
  readonly needsValue: boolean;
}

export interface ValueSite<D extends BaseDocument = BaseDocument> extends SiteBase<D> {
  readonly kind: "value";
  /** What the value belongs to; undefined for the document itself. */
  readonly holder: Property | ArrayNode | undefined;
  /** The value as it stands. */
  readonly node: Node | undefined;
}

/** The string whose text the cursor is in, quotes excluded; undefined for keys. */
export function stringAt(document: BaseDocument, offset: number): StringNode | undefined {
  const node = nodeAt(document.parsed.root, offset);
  if (node?.kind !== "string" || (node.parent?.kind === "property" && node.parent.key === node)) return undefined;
  const quoted = /["']/.test(document.text[node.start] ?? "");
  return quoted && (offset === node.start || (offset === node.end && isClosed(document.text, node))) ? undefined : node;
}

/** In JSON, whose reader makes something of what is half written. Undefined where nothing can be completed. */
export function jsonSite<D extends BaseDocument>(document: D, offset: number): CompletionSite<D> | undefined {
  const node = nodeAt(document.parsed.root, offset);
  if (node === undefined) return isBlank(document.text) ? valueSite(document, undefined, undefined, offset) : undefined;
  const range = { start: node.start, end: node.kind === "string" ? endOf(document.text, node, offset) : node.end };
  const { parent } = node;
  if (node.kind === "object" || node.kind === "array") {
    return offset > node.start && offset <= node.end ? insideSite(document, node, offset) : undefined;
  }
  if (node.kind === "missing") {
    return parent === undefined
      ? valueSite(document, undefined, undefined, offset)
      : insideSite(document, node, offset);
  }
  if (parent?.kind === "property" && parent.key === node) {
    const needsValue = !/^\s*:/.test(document.text.slice(range.end, range.end + 80));
    return { kind: "key", document, object: parent.parent, property: parent, needsValue, ...range };
  }
  return { kind: "value", document, holder: parent, node, ...range };
}

/** Between the parts of an object or array, perhaps behind a word without quotes. */
function insideSite<D extends BaseDocument>(document: D, at: Node, offset: number): CompletionSite<D> | undefined {
  const { text } = document;
  const word = /[\w.$]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? "";
  const start = offset - word.length;
  const before = text.slice(0, start).trimEnd().at(-1);
  const container = at.kind === "missing" ? containerOf(at) : at;
  if (container === undefined) return undefined;
  if (before === ":" && container.kind === "object") {
    const property = container.properties.findLast(({ key, value }) => key.end <= start && value.kind === "missing");
    return property && { ...valueSite(document, property, undefined, offset), start };
  }
  if (container.kind === "array") return { ...valueSite(document, container, undefined, offset), start };
  return container.kind === "object"
    ? { kind: "key", document, object: container, property: undefined, needsValue: true, start, end: offset }
    : undefined;
}

function containerOf({ parent }: Node): ObjectNode | ArrayNode | undefined {
  return parent?.kind === "property" ? parent.parent : parent;
}

function valueSite<D extends BaseDocument>(
  document: D,
  holder: ValueSite["holder"],
  node: Node | undefined,
  offset: number,
): ValueSite<D> {
  return { kind: "value", document, holder, node, start: offset, end: offset };
}

/** A string that is not closed reaches to the end of its line: what follows the cursor is not its text. */
function endOf(text: string, node: StringNode, offset: number): number {
  return isClosed(text, node) ? node.end : offset;
}

function isClosed(text: string, node: StringNode): boolean {
  return node.end - node.start >= 2 && text[node.end - 1] === text[node.start];
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
