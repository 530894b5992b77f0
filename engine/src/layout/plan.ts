/**
 * Which way every edge takes, before it is known how high anything lies: out at the bottom or the side of its source,
 * through gaps between layers, into the top or the side of its target. A net is what one source sends through one gap.
 */
import type { Edge, ScopeGraph, Trunk, Vertex } from "./graph.ts";
import { EDGE_LABEL_HEIGHT, LINE_LEAD } from "./metrics.ts";
import type { Layers } from "./order.ts";
import { type Side, sideLine } from "./sides.ts";
import type { Net } from "./tracks.ts";

const CHANNEL_WIDTH = 8;

/** A corner whose height is known only once every gap is: on a net's track, or at a layer's centre. */
export type Corner =
  | { readonly x: number; readonly net: Net; readonly gap: number }
  | { readonly x: number; readonly layer: number };

export interface Plan {
  readonly edge: Edge;
  readonly start: { readonly x: number; readonly at: "bottom" | "side" };
  readonly corners: readonly Corner[];
  readonly end: { readonly x: number; readonly at: "top" | "side" };
  readonly label: LabelPlace | undefined;
}

export type LabelPlace =
  | { readonly kind: "gap"; readonly gap: number; readonly row: number; readonly x: number }
  | { readonly kind: "layer"; readonly layer: number; readonly x: number; readonly dy: number };

/** Where a trunk leaves its straight line: the corners between one of its places and the next, in drawing order. */
interface Bend {
  /** Index of the place that the edge comes from. */
  readonly place: number;
  readonly corners: readonly Corner[];
}

export class Gaps {
  /** Index 0 is the space above the first layer, index n the space below layer n - 1. */
  readonly nets: Map<string, Net>[];
  private readonly labels: Map<number, number>[];

  constructor(layerCount: number) {
    this.nets = Array.from({ length: layerCount + 1 }, () => new Map());
    this.labels = Array.from({ length: layerCount + 1 }, () => new Map());
  }

  /** The net of one source and style below `layer` (-1: above the first). */
  net(layer: number, key: string): Net {
    const nets = this.nets[layer + 1] as Map<string, Net>;
    let net = nets.get(key);
    if (net === undefined) {
      net = { tops: [], bottoms: [], track: -1 };
      nets.set(key, net);
    }
    return net;
  }

  /** Reserves a row for a label at the column x. */
  labelRow(layer: number, x: number): number {
    const rows = this.labels[layer + 1] as Map<number, number>;
    const row = rows.get(x) ?? 0;
    rows.set(x, row + 1);
    return row;
  }

  rowCount(gap: number): number {
    let most = 0;
    for (const rows of this.labels[gap]?.values() ?? []) most = Math.max(most, rows);
    return most;
  }
}

/** Runs through the gap below `layer` from a vertical above to one below. */
function through(gaps: Gaps, layer: number, key: string, fromX: number, toX: number, corners: Corner[]): void {
  const net = gaps.net(layer, key);
  net.tops.push(fromX);
  net.bottoms.push(toX);
  if (fromX !== toX) corners.push({ x: fromX, net, gap: layer + 1 }, { x: toX, net, gap: layer + 1 });
}

/** Where an edge leaves the lower border: catchers straight above their way on, where that lies below the border. */
function bottomPort(vertex: Vertex, edge: Edge, wayX: number): number {
  if (edge.kind === "catch") {
    const away = Math.abs(wayX - vertex.x);
    const below = away >= LINE_LEAD && away <= vertex.width / 2 - LINE_LEAD;
    return below ? wayX : vertex.x + Math.round(vertex.width / 4);
  }
  return edge.back ? vertex.x - Math.round(vertex.width / 4) : vertex.x;
}

/** The bends of a trunk, once for all its edges: downwards to its target, or upwards beside it. */
function bendTrunk(graph: ScopeGraph, gaps: Gaps, trunk: Trunk): Bend[] {
  const at = (index: number | undefined): Vertex => graph.vertices[index ?? trunk.target] as Vertex;
  const bends: Bend[] = [];
  for (let place = trunk.back ? 1 : 0; place < trunk.lines.length; place++) {
    const corners: Corner[] = [];
    const here = at(trunk.lines[place]);
    if (trunk.back) {
      const upper = at(trunk.lines[place - 1]);
      const net = gaps.net(upper.layer, `${trunk.lines[place - 1]} up`);
      net.tops.push(upper.x);
      net.bottoms.push(here.x);
      const gap = upper.layer + 1;
      if (here.x !== upper.x) corners.push({ x: here.x, net, gap }, { x: upper.x, net, gap });
    } else {
      const key = `${trunk.lines[place]} ${trunk.dashed ? "catch" : "flow"}`;
      through(gaps, here.layer, key, here.x, at(trunk.lines[place + 1]).x, corners);
    }
    if (corners.length > 0) bends.push({ place, corners });
  }
  return trunk.back ? bends.reverse() : bends;
}

type Bends = ReadonlyMap<Trunk, readonly Bend[]>;

/** What an edge has of its trunk's bends. */
function followTrunk(bends: Bends, edge: Edge, corners: Corner[]): void {
  if (edge.trunk === undefined) return;
  for (const bend of bends.get(edge.trunk) ?? []) {
    if (edge.back ? bend.place <= edge.joinsAt : bend.place >= edge.joinsAt) corners.push(...bend.corners);
  }
}

function planForward(graph: ScopeGraph, layers: Layers, gaps: Gaps, bends: Bends, edge: Edge): Plan {
  const at = (index: number): Vertex => graph.vertices[index] as Vertex;
  const source = at(edge.from);
  const target = at(edge.to);
  const column = at(edge.trunk?.lines[edge.joinsAt] ?? edge.to);
  const corners: Corner[] = [];
  const style = edge.kind === "catch" ? "catch" : "flow";
  const own = sideLine(graph, layers, edge);
  const side: Side | undefined = edge.kind === "catch" ? sideExit(graph, layers, source, column.x) : undefined;
  let start: Plan["start"];
  let label: LabelPlace | undefined;
  if (own !== undefined) {
    const line = at(own.line);
    const border = source.x + (own.side * source.width) / 2;
    start = { x: border, at: "side" };
    corners.push({ x: line.x, layer: source.layer });
    through(gaps, source.layer, `${own.line} ${style}`, line.x, column.x, corners);
    label = { kind: "layer", layer: source.layer, x: (border + line.x) / 2, dy: -EDGE_LABEL_HEIGHT / 2 - 1 };
  } else if (side !== undefined) {
    start = { x: source.x + (side * source.width) / 2, at: "side" };
    corners.push({ x: column.x, layer: source.layer });
  } else {
    const port = bottomPort(source, edge, column.x);
    start = { x: port, at: "bottom" };
    through(gaps, source.layer, `${edge.from} ${style}`, port, column.x, corners);
  }
  if (edge.label !== "" && label === undefined) {
    const row = gaps.labelRow(source.layer, column.x);
    label = { kind: "gap", gap: source.layer + 1, row, x: column.x };
  }
  followTrunk(bends, edge, corners);
  return { edge, start, corners, end: { x: target.x, at: "top" }, label };
}

/** The side at which nothing stands between a vertex and the vertical at `x`, if that lies beside it at all. */
function sideExit(graph: ScopeGraph, layers: Layers, vertex: Vertex, x: number): Side | undefined {
  const side: Side = x > vertex.x ? 1 : -1;
  if (Math.abs(x - vertex.x) < vertex.width / 2 + LINE_LEAD) return undefined;
  const neighbour = layers[vertex.layer]?.[vertex.order + side];
  if (neighbour === undefined) return side;
  const other = graph.vertices[neighbour] as Vertex;
  return (other.x - x) * side - other.width / 2 > LINE_LEAD ? side : undefined;
}

function planBack(graph: ScopeGraph, gaps: Gaps, bends: Bends, edge: Edge): Plan {
  const at = (index: number): Vertex => graph.vertices[index] as Vertex;
  const source = at(edge.from);
  const target = at(edge.to);
  const bottomLine = at(edge.trunk?.lines[edge.joinsAt] as number);
  const topLine = at(edge.trunk?.lines[0] as number);
  const corners: Corner[] = [];
  const beside = (vertex: Vertex, line: Vertex): boolean => Math.abs(vertex.order - line.order) === 1;
  const border = (vertex: Vertex, line: Vertex): number => vertex.x + (Math.sign(line.x - vertex.x) * vertex.width) / 2;
  let start: Plan["start"] = { x: border(source, bottomLine), at: "side" };
  if (beside(source, bottomLine)) corners.push({ x: bottomLine.x, layer: source.layer });
  else {
    const port = bottomPort(source, edge, source.x);
    const net = gaps.net(source.layer, `${edge.from} back`);
    net.tops.push(port, bottomLine.x);
    start = { x: port, at: "bottom" };
    corners.push({ x: port, net, gap: source.layer + 1 }, { x: bottomLine.x, net, gap: source.layer + 1 });
  }
  followTrunk(bends, edge, corners);
  let end: Plan["end"] = { x: border(target, topLine), at: "side" };
  if (beside(target, topLine)) corners.push({ x: topLine.x, layer: target.layer });
  else {
    const port = target.x - Math.round(target.width / 4);
    const net = gaps.net(target.layer - 1, `${edge.to} into`);
    net.bottoms.push(topLine.x, port);
    end = { x: port, at: "top" };
    corners.push({ x: topLine.x, net, gap: target.layer }, { x: port, net, gap: target.layer });
  }
  const dy = beside(source, bottomLine) ? -EDGE_LABEL_HEIGHT : 0;
  return { edge, start, corners, end, label: { kind: "layer", layer: source.layer, x: bottomLine.x, dy } };
}

/** Runs down (or up) the outside of the scope, in a channel that edges with the same target share. */
function planOutside(graph: ScopeGraph, gaps: Gaps, edge: Edge, channelX: number): Plan {
  const source = graph.vertices[edge.from] as Vertex;
  const target = graph.vertices[edge.to] as Vertex;
  const port = bottomPort(source, edge, source.x);
  const out = gaps.net(source.layer, `${edge.from} ${edge.kind === "catch" ? "catch" : edge.back ? "back" : "flow"}`);
  out.tops.push(port);
  (edge.back ? out.tops : out.bottoms).push(channelX);
  const into = gaps.net(target.layer - 1, `${edge.to} outside`);
  (edge.back ? into.bottoms : into.tops).push(channelX);
  into.bottoms.push(target.x);
  const corners: Corner[] = [
    { x: port, net: out, gap: source.layer + 1 },
    { x: channelX, net: out, gap: source.layer + 1 },
    { x: channelX, net: into, gap: target.layer },
    { x: target.x, net: into, gap: target.layer },
  ];
  return { edge, start: { x: port, at: "bottom" }, corners, end: { x: target.x, at: "top" }, label: undefined };
}

/** Channels beside the scope, the same for edges with the same target; answers each target's x. */
function assignChannels(graph: ScopeGraph, width: number): Map<number, number> {
  const spans = new Map<number, { from: number; to: number }>();
  for (const edge of graph.edges) {
    if (!edge.outside) continue;
    const a = (graph.vertices[edge.from] as Vertex).layer;
    const b = (graph.vertices[edge.to] as Vertex).layer;
    const span = spans.get(edge.to) ?? { from: b, to: b };
    spans.set(edge.to, { from: Math.min(span.from, a, b - 1), to: Math.max(span.to, a + 1, b) });
  }
  const channelEnd: number[] = [];
  const xs = new Map<number, number>();
  for (const [target, span] of [...spans].sort((a, b) => a[1].from - b[1].from)) {
    let channel = channelEnd.findIndex((end) => end < span.from);
    if (channel < 0) channel = channelEnd.length;
    channelEnd[channel] = span.to;
    xs.set(target, width + LINE_LEAD + channel * CHANNEL_WIDTH);
  }
  return xs;
}

/** Plans every edge that is not a loop onto itself; answers the plans and how far the outermost channel reaches. */
export function planEdges(
  graph: ScopeGraph,
  layers: Layers,
  gaps: Gaps,
  width: number,
): { readonly plans: readonly Plan[]; readonly outerX: number } {
  const channels = assignChannels(graph, width);
  const bends = new Map(graph.trunks.map((trunk) => [trunk, bendTrunk(graph, gaps, trunk)]));
  const plans: Plan[] = [];
  for (const edge of graph.edges) {
    if (edge.from === edge.to) continue;
    if (edge.outside) plans.push(planOutside(graph, gaps, edge, channels.get(edge.to) as number));
    else plans.push(edge.back ? planBack(graph, gaps, bends, edge) : planForward(graph, layers, gaps, bends, edge));
  }
  let outerX = width;
  for (const x of channels.values()) outerX = Math.max(outerX, x + LINE_LEAD);
  return { plans, outerX };
}
