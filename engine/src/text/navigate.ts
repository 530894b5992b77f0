/** Ways through the tree: by offset, by JSON pointer (RFC 6901), by name, and back to a pointer. */
import { type JsonObject, type JsonValue, setOwn } from "../json.ts";
import type { Node, ObjectNode, Property } from "./tree.ts";

/** The first property of that name; AWS, too, reads a key that stands twice once. */
export function property(node: Node | undefined, name: string): Property | undefined {
  if (node?.kind !== "object") return undefined;
  for (const candidate of node.properties) if (candidate.key.value === name) return candidate;
  return undefined;
}

/** The value of that property. */
export function valueNode(node: Node | undefined, name: string): Node | undefined {
  return property(node, name)?.value;
}

/**
 * The innermost node at an offset, keys included; an offset at the end of a node still belongs to it, so that a cursor
 * behind the last character finds what was just typed.
 */
export function nodeAt(root: Node, offset: number): Node | undefined {
  return pathAt(root, offset).at(-1);
}

/** The nodes that an offset lies in, from the root inwards, tags of YAML among them. */
export function pathAt(root: Node, offset: number): readonly Node[] {
  const path: Node[] = [];
  let node = holds(root, offset) ? root : undefined;
  for (; node !== undefined; node = childAt(node, offset)) path.push(node);
  return path;
}

function childAt(node: Node, offset: number): Node | undefined {
  if (node.kind === "array") return lastStartingBy(node.items, offset);
  if (node.kind === "placeholder") return holds(node.argument, offset) ? node.argument : undefined;
  if (node.kind !== "object") return undefined;
  const found = lastStartingBy(node.properties, offset);
  if (found === undefined) return undefined;
  if (offset <= found.key.end) return found.key;
  return holds(found.value, offset) ? found.value : undefined;
}

function holds(node: Node | undefined, offset: number): boolean {
  return node !== undefined && offset >= node.start && offset <= node.end;
}

function lastStartingBy<T extends { start: number; end: number }>(list: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as T).start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  const found = list[high];
  return found !== undefined && offset <= found.end ? found : undefined;
}

/** The nodes from the root to `node`, both included; a key stands behind the object that has it. */
export function pathTo(node: Node): readonly Node[] {
  const path: Node[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = parentOf(at)) path.push(at);
  return path.reverse();
}

/** The object or array that holds a node. */
export function parentOf(node: Node): Node | undefined {
  return node.parent?.kind === "property" ? node.parent.parent : node.parent;
}

/** How many objects and arrays hold a node. */
export function depthOf(node: Node): number {
  let depth = 0;
  for (let at = parentOf(node); at !== undefined; at = parentOf(at)) depth++;
  return depth;
}

/** Names and indexes from the root to a value; a key has the place of its value. */
export function segmentsOf(node: Node): readonly (string | number)[] {
  const segments: (string | number)[] = [];
  for (let at: Node = node; at.parent !== undefined; ) {
    const parent: Property | Node = at.parent;
    if (parent.kind === "property") {
      segments.push(parent.key.value);
      at = parent.parent;
    } else {
      segments.push((parent as { items: Node[] }).items.indexOf(at));
      at = parent as Node;
    }
  }
  return segments.reverse();
}

/** JSON pointer into the document: `/States/X/Choices/0/Next`; "" for the root. */
export function pointerOf(node: Node): string {
  return segmentsOf(node).map(pointerSegment).join("");
}

/** One name or index as a JSON pointer has it, with the slash in front. */
export function pointerSegment(segment: string | number): string {
  const text = String(segment);
  return `/${/[~/]/.test(text) ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text}`;
}

/** The place as AWS's diagnostics write it: `/States/X/Choices[0]/Next`; "/" for the root. */
export function awsLocation(node: Node): string {
  const text = segmentsOf(node)
    .map((segment) => (typeof segment === "number" ? `[${segment}]` : `/${segment}`))
    .join("");
  return text === "" ? "/" : text;
}

/** What a JSON pointer points at, or undefined. */
export function nodeAtPointer(root: Node, pointer: string): Node | undefined {
  let node: Node | undefined = root;
  for (const segment of pointer.split("/").slice(1)) {
    const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    if (node?.kind === "array") node = /^\d+$/.test(name) ? node.items[Number(name)] : undefined;
    else node = valueNode(node, name);
    if (node === undefined) return undefined;
  }
  return node;
}

const values = new WeakMap<Node, JsonValue>();

/**
 * The plain data of a node, shared: the same node always gives the same value. Placeholders become the text "${Name}",
 * missing values null; the last of two equal keys wins, as in JSON.parse.
 */
export function valueOf(node: Node): JsonValue {
  switch (node.kind) {
    case "string":
    case "number":
    case "boolean":
      return node.value;
    case "placeholder":
      return `\${${node.name}}`;
    case "object":
    case "array":
      return containerValue(node);
    default:
      return null;
  }
}

function containerValue(node: Extract<Node, { kind: "object" | "array" }>): JsonValue {
  const known = values.get(node);
  if (known !== undefined) return known;
  const value = node.kind === "array" ? node.items.map(valueOf) : objectValue(node);
  values.set(node, value);
  return value;
}

function objectValue(node: ObjectNode): JsonObject {
  const value: Record<string, JsonValue> = {};
  for (const { key, value: inner } of node.properties) setOwn(value, key.value, valueOf(inner));
  return value;
}
