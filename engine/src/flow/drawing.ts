/**
 * What of a simulated system is drawn: the template's topology, with who sends and who consumes, as the scenario says. The
 * nodes and edges of a drawing have numbers; what moves is told by them.
 */
import { type JsonObject, type JsonValue, ownEntry } from "../json.ts";
import { FLOW_TYPES } from "../layout/flow/flow-graph.ts";
import { layoutTopology } from "../layout/flow/layout-topology.ts";
import type { GraphLayout } from "../layout/types.ts";
import type { System } from "../scenario/system.ts";
import type { Scenario } from "../scenario/types.ts";
import type { NodeSpec } from "../sim/types.ts";
import type { Topology, TopologyEdge, TopologyNode } from "../template/topology.ts";
import { type Figure, figuresOf } from "./figures.ts";

export interface FlowDrawing {
  readonly layout: GraphLayout;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

export interface DrawnNode {
  readonly id: string;
  /** CloudFormation's, or `Sluice::...`. */
  readonly type: string;
  /** "Queue", "Topic". */
  readonly word: string;
  /** Other queues or deliveries put here what they have given up. */
  readonly isDeadLetterQueue: boolean;
  /** False: it is drawn, but nothing happens in it. */
  readonly isSimulated: boolean;
  /** What is counted at it, in the order in which it is shown. */
  readonly figures: readonly Figure[];
}

export interface DrawnEdge {
  /** Indexes of nodes. */
  readonly from: number;
  readonly to: number;
  /** Logical ids of the resources that connect them. */
  readonly via: readonly string[];
  /** Not the way that messages go when all is well. */
  readonly isAside: boolean;
}

/** Room for a name and three figures. */
const BOX = { width: 188, height: 78 };

export function flowDrawing(system: System, scenario: Scenario): FlowDrawing {
  const topology = wholeTopology(system, scenario);
  const layout = layoutTopology(topology, BOX);
  const indexes = new Map(layout.nodes.map(({ id }, index) => [id, index]));
  const specs = new Set(system.specs.map(({ id }) => id));
  const edges = layout.edges.map((edge): DrawnEdge => {
    const own = topology.edges.filter(({ from, to }) => from === edge.from && to === edge.to);
    return {
      from: indexes.get(edge.from) as number,
      to: indexes.get(edge.to) as number,
      via: own.flatMap(({ via }) => via ?? []),
      isAside: edge.kind === "catch",
    };
  });
  const nodes = layout.nodes.map(({ id }): DrawnNode => {
    const { type = "" } = topology.nodes.find((node) => node.id === id) ?? {};
    const isDeadLetterQueue = topology.edges.some((edge) => edge.to === id && edge.kind === "redrive");
    return {
      id,
      type,
      word: ownEntry(FLOW_TYPES, type) ?? type.split("::").slice(1).join(" "),
      isDeadLetterQueue,
      isSimulated: specs.has(id),
      figures: figuresOf(type, isDeadLetterQueue),
    };
  });
  return { layout, nodes, edges };
}

// --- what the scenario adds to the topology

function wholeTopology({ topology, specs }: System, scenario: Scenario): Topology {
  const own = new Set(topology.nodes.map(({ id }) => id));
  const added = specs.filter(({ id, type }) => !own.has(id) && Object.hasOwn(FLOW_TYPES, type));
  const ids = new Map([...topology.nodes, ...specs].flatMap(({ id, arn }) => [[arn, id] as const, [id, id] as const]));
  const edges = [...topology.edges, ...added.flatMap((spec) => edgesOf(spec, ids))];
  for (const { id, behavior } of scenario.behavior) {
    edges.push(...readingEdges(id, behavior));
    for (const to of sendsOf(behavior.sends)) {
      const known = edges.findIndex((edge) => edge.from === id && edge.to === to);
      const edge = { ...PLACELESS, from: id, to, kind: "invoke", properties: {} } as const;
      if (known < 0) edges.push(edge);
      else if (edges[known]?.kind === "uses") edges[known] = edge;
    }
  }
  return { ...topology, nodes: [...topology.nodes, ...added.map(nodeOf)], edges };
}

const PLACELESS = { start: 0, end: 0 };

function nodeOf({ id, type, arn, properties }: NodeSpec): TopologyNode {
  return { ...PLACELESS, id, type, arn, name: id, ref: id, properties };
}

/** Properties that say what something is a part of, not what it gets messages from. */
const CONTAINS: ReadonlySet<string> = new Set(["BrokerArn", "ClusterArn"]);

/** What a consumer or producer names by ARN: targets get something of it, from all others it gets something. */
function edgesOf({ id, properties }: NodeSpec, ids: ReadonlyMap<string, string>): readonly TopologyEdge[] {
  return Object.entries(properties).flatMap(([name, value]) =>
    [value].flat().flatMap((arn): readonly TopologyEdge[] => {
      const other = typeof arn === "string" ? ids.get(arn) : undefined;
      if (other === undefined || CONTAINS.has(name)) return [];
      const kind = name.startsWith("Target") ? "target" : name === "DeadLetterArn" ? "destination" : "event-source";
      const [from, to] = kind === "event-source" ? [other, id] : [id, other];
      return [{ ...PLACELESS, from, to, kind, properties: {} }];
    }),
  );
}

/** What an application over a stream reads and writes, where only the scenario says so. */
function readingEdges(id: string, { reads, writesTo }: JsonObject): readonly TopologyEdge[] {
  const edge = (from: string, to: string, kind: "event-source" | "target"): TopologyEdge => {
    return { ...PLACELESS, from, to, kind, properties: {} };
  };
  return [
    ...namesOf(reads).map((from) => edge(from, id, "event-source")),
    ...namesOf(writesTo).map((to) => edge(id, to, "target")),
  ];
}

function namesOf(value: JsonValue | undefined): readonly string[] {
  return [value].flat().filter((each) => typeof each === "string");
}

function sendsOf(sends: unknown): readonly string[] {
  return Array.isArray(sends) ? sends.flatMap(({ to }) => (typeof to === "string" && to !== "" ? [to] : [])) : [];
}
