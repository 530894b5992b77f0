/** Where the fields stand in a sample that patterns see. */
import type { PatternDialect } from "../../patterns/types.ts";
import type { Node, StringNode } from "../../text/tree.ts";
import type { Sample } from "./read.ts";

/** The value in a sample whose keys a pattern of a dialect compares. */
export function fieldsNode({ attributesNode, bodyNode, eventNode }: Sample, dialect: PatternDialect): Node | undefined {
  if (dialect === "sns-attributes") return attributesNode;
  return dialect === "sns-body" ? bodyNode : eventNode;
}

/** The keys in a sample that name a field, steps joined with dots; arrays are looked into. */
export function fieldKeysOf(sample: Sample, dialect: PatternDialect, name: string): readonly StringNode[] {
  const found: StringNode[] = [];
  const node = fieldsNode(sample, dialect);
  if (node !== undefined) collect(node, name, found);
  return found;
}

function collect(node: Node, name: string, found: StringNode[]): void {
  if (node.kind === "array") for (const item of node.items) collect(item, name, found);
  if (node.kind !== "object") return;
  for (const { key, value } of node.properties) {
    if (key.value === name) found.push(key);
    else if (name.startsWith(`${key.value}.`)) collect(value, name.slice(key.value.length + 1), found);
  }
}

/**
 * The field that a node of a sample stands for, steps joined with dots; "" for the object of all fields itself, undefined
 * for what patterns do not see.
 */
export function fieldAround(sample: Sample, dialect: PatternDialect, node: Node): string | undefined {
  const root = fieldsNode(sample, dialect);
  const steps: string[] = [];
  let at: Node = node.parent?.kind === "property" && node.parent.key === node ? node.parent.value : node;
  while (at !== root) {
    const { parent }: Node = at;
    if (parent === undefined) return undefined;
    if (parent.kind === "property") steps.unshift(parent.key.value);
    at = parent.kind === "property" ? parent.parent : parent;
  }
  // An attribute has its type and its value below its name.
  return dialect === "sns-attributes" ? (steps[0] ?? "") : steps.join(".");
}
