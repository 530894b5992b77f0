/** Makers of tree nodes: the only place that writes their links to parents. */
import type {
  ArrayNode,
  BooleanNode,
  MissingNode,
  Node,
  NullNode,
  NumberNode,
  ObjectNode,
  PlaceholderNode,
  Property,
  StringNode,
} from "./tree.ts";

type Parent = Property | ArrayNode | undefined;

export function objectNode(start: number, end: number): ObjectNode {
  return { kind: "object", start, end, parent: undefined, properties: [] };
}

export function arrayNode(start: number, end: number): ArrayNode {
  return { kind: "array", start, end, parent: undefined, items: [] };
}

export function stringNode(start: number, end: number, value: string, escaped: boolean): StringNode {
  return escaped
    ? { kind: "string", start, end, parent: undefined, value, escaped: true }
    : { kind: "string", start, end, parent: undefined, value };
}

export function numberNode(start: number, end: number, value: number): NumberNode {
  return { kind: "number", start, end, parent: undefined, value };
}

export function booleanNode(start: number, end: number, value: boolean): BooleanNode {
  return { kind: "boolean", start, end, parent: undefined, value };
}

export function nullNode(start: number, end: number): NullNode {
  return { kind: "null", start, end, parent: undefined };
}

export function placeholderNode(start: number, end: number, name: string): PlaceholderNode {
  return { kind: "placeholder", start, end, parent: undefined, name };
}

/** A value behind a tag that CloudFormation calls a function by. */
export function taggedNode(start: number, end: number, name: string, argument: Node): PlaceholderNode {
  return { kind: "placeholder", start, end, parent: undefined, name, argument };
}

/** A string behind `!Sub`. */
export function subNode(start: number, end: number, value: string): StringNode {
  return { kind: "string", start, end, parent: undefined, value, escaped: true, sub: true };
}

export function missingNode(offset: number): MissingNode {
  return { kind: "missing", start: offset, end: offset, parent: undefined };
}

/** Adds `key: value` to an object; the property ends where its value does. */
export function addProperty(object: ObjectNode, key: StringNode, value: Node): Property {
  const end = Math.max(key.end, value.end);
  const property: Property = { kind: "property", start: key.start, end, parent: object, key, value };
  setParent(key, property);
  setParent(value, property);
  object.properties.push(property);
  return property;
}

export function addItem(array: ArrayNode, item: Node): void {
  setParent(item, array);
  array.items.push(item);
}

/** Gives a node another parent; what stands behind a tag goes along. */
export function setParent(node: Node, parent: Parent): void {
  node.parent = parent;
  if (node.kind === "placeholder" && node.argument !== undefined) setParent(node.argument, parent);
}
