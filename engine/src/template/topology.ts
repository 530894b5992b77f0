/**
 * A template's topology: its resources after deployment, with what SAM makes of its own, and how messages and calls go
 * between them. Drawn by `sluice graph`, simulated, and asked by the rules across resources.
 */
import type { JsonObject } from "../json.ts";
import { deployedResources } from "./deployed.ts";
import { connect } from "./edges/connect.ts";
import type { Template } from "./model.ts";
import { resolverFor } from "./resolve.ts";

export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly notes: readonly TopologyNote[];
}

export interface TopologyNode {
  /** The logical id; what SAM makes has SAM's name for it. */
  readonly id: string;
  /** CloudFormation's type, also for what SAM makes. */
  readonly type: string;
  readonly arn: string;
  readonly name: string;
  /** What `Ref` gives. */
  readonly ref: string;
  /** Named as CloudFormation names them, fully resolved. */
  readonly properties: JsonObject;
  /** Where the template says so. */
  readonly start: number;
  readonly end: number;
  /** Named, but not in the template. */
  readonly external?: true;
  /** The resource that SAM made this of. */
  readonly madeBy?: string;
}

/** How something goes from one resource to another. */
export type TopologyEdgeKind =
  | "subscription"
  | "event-source"
  | "redrive"
  | "target"
  | "destination"
  | "delivery"
  | "invoke"
  | "stream"
  | "notification"
  | "uses";

export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: TopologyEdgeKind;
  /** The resource that connects them: a subscription, a rule, an event source mapping. */
  readonly via?: string;
  readonly properties: JsonObject;
  readonly start: number;
  readonly end: number;
}

/** What the topology cannot show, and why. */
export interface TopologyNote {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

interface Known {
  /** Where the template began: all of it moves when something is written before it. */
  readonly start: number;
  readonly topology: Topology;
}

const topologies = new WeakMap<Template, Known>();

/** The same one for as long as the template lives, and stands where it did. */
export function topologyOf(template: Template): Topology {
  const { start } = template.node;
  let known = topologies.get(template);
  if (known?.start !== start) {
    known = { start, topology: newTopology(template) };
    topologies.set(template, known);
  }
  return known.topology;
}

function newTopology(template: Template): Topology {
  const resolver = resolverFor(template);
  const resources = deployedResources(template, resolver);
  const { nodes, edges } = connect(resources);
  const unknown = new Map<string, TopologyNote>();
  for (const { name, start, end } of resolver.unresolved.toSorted((a, b) => a.start - b.start)) {
    const message = `${name} is only known after deployment: it stands as \${${name}}.`;
    if (!unknown.has(name)) unknown.set(name, { message, start, end });
  }
  const loops = template.loops.map(({ key }) => ({
    message: "What Fn::ForEach makes is not shown.",
    start: key.start,
    end: key.end,
  }));
  return { nodes, edges, notes: [...unknown.values(), ...loops].sort((a, b) => a.start - b.start) };
}
