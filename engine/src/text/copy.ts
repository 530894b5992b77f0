/** Copies of a tree that stand by themselves: with the same offsets, and without a parent. */
import { addItem, addProperty, arrayNode, objectNode } from "./build.ts";
import type { Node, StringNode } from "./tree.ts";

/** `instead`: what stands in the place of a node; undefined for the node's own copy. */
export function copyOf(node: Node, instead: (node: Node) => Node | undefined = () => undefined): Node {
  const other = instead(node);
  if (other !== undefined) return other;
  const { start, end } = node;
  switch (node.kind) {
    case "object": {
      const object = objectNode(start, end);
      for (const { key, value } of node.properties) addProperty(object, { ...key }, copyOf(value, instead));
      return object;
    }
    case "array": {
      const array = arrayNode(start, end);
      for (const item of node.items) addItem(array, copyOf(item, instead));
      return array;
    }
    case "placeholder":
      return node.argument === undefined
        ? { ...node, parent: undefined }
        : { ...node, parent: undefined, argument: copyOf(node.argument, instead) };
    default:
      return { ...(node as StringNode), parent: undefined };
  }
}
