/** Values that are only known once a template is deployed. */
import { hasPlaceholder } from "../text/parsed.ts";
import type { Node, Property, StringNode } from "../text/tree.ts";

/**
 * Whether CloudFormation or another tool puts the value in before AWS sees it: a bare `${Name}`, a YAML tag, an object
 * of `Ref` or of one `Fn::` function.
 */
export function isFilledIn(node: Node): boolean {
  if (node.kind === "placeholder") return true;
  if (node.kind !== "object" || node.properties.length !== 1) return false;
  const { key, value } = node.properties[0] as Property;
  return key.value.startsWith("Fn::") || (key.value === "Ref" && value.kind === "string");
}

/** A text whose content can be judged: nothing is filled in later. */
export function isFinal(node: StringNode): boolean {
  return !hasPlaceholder(node.value);
}
