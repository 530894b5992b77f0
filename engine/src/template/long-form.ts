/**
 * A template's tree as plain data, with every intrinsic function in its long form: what JSON can hold, and what can be
 * merged with another template.
 */
import type { JsonObject, JsonValue } from "../json.ts";
import type { Node } from "../text/tree.ts";
import { intrinsicOf } from "./intrinsics.ts";

export function longForm(node: Node): JsonValue {
  const intrinsic = node.kind === "object" ? undefined : intrinsicOf(node);
  if (intrinsic !== undefined && intrinsic.node === node) {
    const { name, argument } = intrinsic;
    return { [name]: argument === node && node.kind === "string" ? node.value : plain(argument) };
  }
  return plain(node);
}

function plain(node: Node): JsonValue {
  switch (node.kind) {
    case "object":
      return Object.fromEntries(node.properties.map(({ key, value }) => [key.value, longForm(value)])) as JsonObject;
    case "array":
      return node.items.map(longForm);
    case "placeholder":
      return `\${${node.name}}`;
    case "string":
    case "number":
    case "boolean":
      return node.value;
    default:
      return null;
  }
}
