/** How deployed resources hang together: each type's properties name others by ARN, URL or name. */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { TopologyEdge, TopologyEdgeKind, TopologyNode } from "../topology.ts";
import { CONNECTIONS } from "./connections.ts";
import { NodeIndex } from "./node-index.ts";

/** What a table of connections is given to say what it finds. */
export interface Connector {
  readonly node: TopologyNode;
  readonly properties: JsonObject;
  /** The node that a value names; an external one where the template has none. Undefined where it names nothing. */
  find(value: JsonValue | undefined, type?: string): TopologyNode | undefined;
  /** The same, only for what is in the template. */
  own(value: JsonValue | undefined): TopologyNode | undefined;
  /** An edge by way of this node. */
  add(
    from: TopologyNode | undefined,
    to: TopologyNode | undefined,
    kind: TopologyEdgeKind,
    properties?: JsonObject,
  ): void;
}

export type Connection = (connector: Connector) => void;

export function connect(resources: readonly TopologyNode[]): {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
} {
  const index = new NodeIndex(resources);
  const edges: TopologyEdge[] = [];
  for (const node of resources) {
    const connection = Object.hasOwn(CONNECTIONS, node.type) ? CONNECTIONS[node.type] : undefined;
    connection?.({
      node,
      properties: node.properties,
      find: (value, type) => index.find(value, node, type),
      own: (value) => index.own(value),
      add(from, to, kind, properties = {}) {
        if (from === undefined || to === undefined) return;
        const via = node.id === from.id || node.id === to.id ? {} : { via: node.id };
        const { start, end } = node;
        edges.push({ from: from.id, to: to.id, kind, ...via, properties, start, end });
      },
    });
  }
  return { nodes: [...resources, ...index.external], edges };
}

/** A member of an object, or undefined. */
export function member(value: JsonValue | undefined, ...names: readonly string[]): JsonValue | undefined {
  let at = value;
  for (const name of names) at = isObject(at) ? at[name] : undefined;
  return at;
}

export function list(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** One text or a list of them, as statements of policies have both. */
export function texts(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
