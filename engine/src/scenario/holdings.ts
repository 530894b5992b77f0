/** What the texts of a scenario hold, as the schemas say: times, names of nodes, files, patterns, ... */
import { kindIn, type Slot, slotInside } from "../schema/locate.ts";
import type { Holds } from "../schema/types.ts";
import type { Node, ObjectNode, StringNode } from "../text/tree.ts";

/** A text that holds something, or an object, for what is written as one. */
export interface Holding {
  readonly node: StringNode | ObjectNode;
  readonly holds: Holds;
  readonly isKey: boolean;
}

const known = new WeakMap<Node, readonly Holding[]>();

/** In document order; the same list for as long as the root lives. */
export function holdingsIn(root: Node): readonly Holding[] {
  let holdings = known.get(root);
  if (holdings === undefined) {
    const found: Holding[] = [];
    visit({ object: "scenario", depth: 0 }, root, found);
    known.set(root, found);
    holdings = found;
  }
  return holdings;
}

/** What a node holds; undefined for what the schemas say nothing of. */
export function holdingOf(root: Node, node: Node): Holding | undefined {
  return holdingsIn(root).find((holding) => holding.node === node);
}

function visit(slot: Slot, node: Node, found: Holding[]): void {
  const { field, depth } = slot;
  const kind = kindIn(slot, node);
  const [holds] = field?.holds ?? [];
  // A list of names holds what its field says.
  const isNamed = holds !== undefined && kind === undefined && depth <= 1;
  if (isNamed && (node.kind === "string" || (node.kind === "object" && depth === 0))) {
    found.push({ node, holds, isKey: false });
  }
  if (node.kind === "array") for (const item of node.items) visit(slotInside(slot, kind, item), item, found);
  if (node.kind !== "object") return;
  const keys = depth === 0 ? field?.keys : undefined;
  for (const { key, value } of node.properties) {
    if (keys !== undefined && kind === undefined) found.push({ node: key, holds: keys, isKey: true });
    visit(slotInside(slot, kind, value), value, found);
  }
}
