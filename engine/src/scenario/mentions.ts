/** Every place of a scenario that names a node of the system: by its logical id, or by a name of the scenario's own. */
import { valueNode } from "../text/navigate.ts";
import type { Node, StringNode } from "../text/tree.ts";
import { holdingsIn } from "./holdings.ts";
import { isSection } from "./vary.ts";

export interface Mention {
  readonly id: string;
  /** The text that begins with the id, or is it. */
  readonly node: StringNode;
  /** What stands behind the id: `["ageMs", "p99"]` of `Orders.ageMs.p99`. */
  readonly path: readonly string[];
  readonly holds: "resource-id" | "queue-id" | "polled-id" | "metric-path" | "shown-metric" | "setting-path";
}

/** What is shown of the whole simulation, not of a node. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(["lost", "cost"]);

/** In document order, without the places that only declare a name. */
export function mentionsIn(root: Node): readonly Mention[] {
  return holdingsIn(root).flatMap(({ node, holds }): readonly Mention[] => {
    if (node.kind !== "string") return [];
    const [id = "", ...path] = node.value.split(".");
    switch (holds) {
      case "resource-id":
      case "queue-id":
      case "polled-id":
        return [{ id: node.value, node, path: [], holds }];
      case "metric-path":
        return path.length === 0 ? [] : [{ id, node, path, holds }];
      case "shown-metric":
        return OF_THE_WHOLE.has(id) ? [] : [{ id, node, path, holds }];
      case "setting-path":
        return isSection(id) ? [] : [{ id, node, path, holds }];
      default:
        return [];
    }
  });
}

/** The names that the scenario itself gives: its consumers, its traffic, the resources that it adds. */
export function declaredIn(root: Node): readonly StringNode[] {
  const keysOf = (section: string): readonly StringNode[] => {
    const node = valueNode(root, section);
    return node?.kind === "object" ? node.properties.map(({ key }) => key) : [];
  };
  const traffic = valueNode(root, "traffic");
  const items = traffic?.kind === "array" ? traffic.items : traffic === undefined ? [] : [traffic];
  const names = items.flatMap((item) => {
    const name = valueNode(item, "name");
    return name?.kind === "string" ? [name] : [];
  });
  return [...keysOf("resources"), ...names, ...keysOf("consumers")];
}
