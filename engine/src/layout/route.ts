/**
 * The way of every edge: out of the bottom of its source, along tracks between the layers, into the top of its target.
 * Catch edges leave at the side where that side is free, and loops come back at the side, so that neither hides the
 * main path. Horizontal lines run between layers or towards a free neighbouring line: they never cross a node.
 */
import { sideExtents, sideLine, type Side } from "./sides.ts";
import type { Edge, ScopeGraph, Vertex } from "./graph.ts";
import { EDGE_LABEL_HEIGHT } from "./metrics.ts";
import type { Layers } from "./order.ts";
import { assignTracks, type Net } from "./tracks.ts";

export type Point = readonly [x: number, y: number];

export interface Route {
  readonly edge: Edge;
  readonly points: readonly Point[];
  readonly labelX: number;
  readonly labelY: number;
}

export interface RoutedScope {
  readonly width: number;
  readonly height: number;
  /** Centre of each layer. */
  readonly layerY: readonly number[];
  readonly routes: readonly Route[];
}

const TRACK_HEIGHT = 10;
const STUB = 12;
const ARROW = 16;
const LABEL_ROW = EDGE_LABEL_HEIGHT + 3;
const MIN_GAP = 34;
const CHANNEL_WIDTH = 8;
const LOOP_WIDTH = 16;
const LOOP_RISE = 8;

/** A corner whose height is known only once every gap is: on a net's track, or at a layer's centre. */
type Corner = { readonly x: number; readonly net: Net; readonly gap: number } | { readonly x: number; readonly layer: number };

interface Plan {
  readonly edge: Edge;
  readonly start: { readonly x: number; readonly at: "bottom" | "side" };
  readonly corners: readonly Corner[];
  readonly end: { readonly x: number; readonly at: "top" | "side" };
  readonly label: LabelPlace | undefined;
}

type LabelPlace =
  | { readonly kind: "gap"; readonly gap: number; readonly row: number; readonly x: number }
  | { readonly kind: "layer"; readonly layer: number; readonly x: number; readonly dy: number };

class Gaps {
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
    return Math.max(0, ...(this.labels[gap]?.values() ?? []));
  }
}

/** Runs through the gap below `layer` from a vertical above to one below. */
function through(gaps: Gaps, layer: number, key: string, fromX: number, toX: number, corners: Corner[]): void {
  const net = gaps.net(layer, key);
  net.tops.push(fromX);
  net.bottoms.push(toX);
  if (fromX !== toX) corners.push({ x: fromX, net, gap: layer + 1 }, { x: toX, net, gap: layer + 1 });
}

function bottomPort(vertex: Vertex, edge: Edge): number {
  if (edge.kind === "catch") return vertex.x + Math.round(vertex.width / 4);
  return edge.back ? vertex.x - Math.round(vertex.width / 4) : vertex.x;
}

function planForward(graph: ScopeGraph, layers: Layers, gaps: Gaps, edge: Edge): Plan {
  const at = (index: number): Vertex => graph.vertices[index] as Vertex;
  const source = at(edge.from);
  const target = at(edge.to);
  const column = at(edge.lines[0] ?? edge.to);
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
    const port = bottomPort(source, edge);
    start = { x: port, at: "bottom" };
    through(gaps, source.layer, `${edge.from} ${style}`, port, column.x, corners);
  }
  if (edge.label !== "" && label === undefined) {
    const row = gaps.labelRow(source.layer, column.x);
    label = { kind: "gap", gap: source.layer + 1, row, x: column.x };
  }
  edge.lines.forEach((line, i) => {
    const from = at(line);
    through(gaps, from.layer, `${line} ${style}`, from.x, at(edge.lines[i + 1] ?? edge.to).x, corners);
  });
  return { edge, start, corners, end: { x: target.x, at: "top" }, label };
}

/** The side at which nothing stands between a vertex and the vertical at `x`, if that lies beside it at all. */
function sideExit(graph: ScopeGraph, layers: Layers, vertex: Vertex, x: number): Side | undefined {
  const side: Side = x > vertex.x ? 1 : -1;
  if (Math.abs(x - vertex.x) < vertex.width / 2 + STUB) return undefined;
  const neighbour = layers[vertex.layer]?.[vertex.order + side];
  if (neighbour === undefined) return side;
  const other = graph.vertices[neighbour] as Vertex;
  return (other.x - x) * side - other.width / 2 > STUB ? side : undefined;
}

function planBack(graph: ScopeGraph, gaps: Gaps, edge: Edge): Plan {
  const at = (index: number): Vertex => graph.vertices[index] as Vertex;
  const source = at(edge.from);
  const target = at(edge.to);
  const bottomLine = at(edge.lines[0] as number);
  const topLine = at(edge.lines.at(-1) as number);
  const corners: Corner[] = [];
  const beside = (vertex: Vertex, line: Vertex): boolean => Math.abs(vertex.order - line.order) === 1;
  const border = (vertex: Vertex, line: Vertex): number => vertex.x + (Math.sign(line.x - vertex.x) * vertex.width) / 2;
  let start: Plan["start"] = { x: border(source, bottomLine), at: "side" };
  if (beside(source, bottomLine)) corners.push({ x: bottomLine.x, layer: source.layer });
  else {
    const port = bottomPort(source, edge);
    const net = gaps.net(source.layer, `${edge.from} back`);
    net.tops.push(port, bottomLine.x);
    start = { x: port, at: "bottom" };
    corners.push({ x: port, net, gap: source.layer + 1 }, { x: bottomLine.x, net, gap: source.layer + 1 });
  }
  for (let i = 1; i < edge.lines.length; i++) {
    const lower = at(edge.lines[i - 1] as number);
    const upper = at(edge.lines[i] as number);
    const net = gaps.net(upper.layer, `${edge.lines[i]} up`);
    net.tops.push(upper.x);
    net.bottoms.push(lower.x);
    const gap = upper.layer + 1;
    if (lower.x !== upper.x) corners.push({ x: lower.x, net, gap }, { x: upper.x, net, gap });
  }
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
  const port = bottomPort(source, edge);
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
    xs.set(target, width + STUB + channel * CHANNEL_WIDTH);
  }
  return xs;
}

interface Heights {
  readonly height: number;
  readonly layerY: number[];
  /** Of the first track and of the lower end, by gap. */
  readonly trackY: number[];
  readonly gapEnd: number[];
}

function stack(graph: ScopeGraph, gaps: Gaps): Heights {
  const layerHeight = new Float64Array(graph.layerCount);
  for (const vertex of graph.vertices) {
    layerHeight[vertex.layer] = Math.max(layerHeight[vertex.layer] as number, vertex.height);
  }
  const heights = { layerY: [] as number[], trackY: [] as number[], gapEnd: [] as number[] };
  let y = 0;
  gaps.nets.forEach((nets, gap) => {
    const tracks = assignTracks([...nets.values()]);
    const outer = gap === 0 || gap === graph.layerCount;
    const rows = gaps.rowCount(gap) * LABEL_ROW;
    const needed = STUB + Math.max(0, tracks - 1) * TRACK_HEIGHT + rows + ARROW;
    const height = outer ? (tracks > 0 ? needed : 0) : Math.max(MIN_GAP, needed);
    heights.trackY.push(y + STUB + (rows === 0 ? (height - needed) / 2 : 0));
    y += height;
    heights.gapEnd.push(y);
    if (gap === graph.layerCount) return;
    heights.layerY.push(y + (layerHeight[gap] as number) / 2);
    y += layerHeight[gap] as number;
  });
  return { ...heights, height: y };
}

/** Drops corners that repeat the one before or lie on a straight line. */
function tidy(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last !== undefined && last[0] === point[0] && last[1] === point[1]) continue;
    if (last !== undefined && before !== undefined) {
      const straight =
        (before[0] === last[0] && last[0] === point[0]) || (before[1] === last[1] && last[1] === point[1]);
      if (straight) kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

function draw(graph: ScopeGraph, heights: Heights, plan: Plan): Route {
  const source = graph.vertices[plan.edge.from] as Vertex;
  const target = graph.vertices[plan.edge.to] as Vertex;
  const sourceY = heights.layerY[source.layer] as number;
  const targetY = heights.layerY[target.layer] as number;
  const points: Point[] = [[plan.start.x, plan.start.at === "side" ? sourceY : sourceY + source.height / 2]];
  for (const corner of plan.corners) {
    const y =
      "layer" in corner
        ? (heights.layerY[corner.layer] as number)
        : (heights.trackY[corner.gap] as number) + Math.max(0, corner.net.track) * TRACK_HEIGHT;
    points.push([corner.x, y]);
  }
  points.push([plan.end.x, plan.end.at === "side" ? targetY : targetY - target.height / 2]);
  const { label } = plan;
  const labelY =
    label?.kind === "gap"
      ? (heights.gapEnd[label.gap] as number) - ARROW - (label.row + 0.5) * LABEL_ROW + 3
      : label?.kind === "layer"
        ? (heights.layerY[label.layer] as number) + label.dy
        : 0;
  return { edge: plan.edge, points: tidy(points), labelX: label?.x ?? 0, labelY };
}

/** A state that leads to itself: a small loop at its right side. */
function drawSelfLoop(graph: ScopeGraph, heights: Heights, edge: Edge): Route {
  const vertex = graph.vertices[edge.from] as Vertex;
  const y = heights.layerY[vertex.layer] as number;
  const right = vertex.x + vertex.width / 2;
  const outer = right + LOOP_WIDTH;
  const points: Point[] = [
    [right, y - LOOP_RISE],
    [outer, y - LOOP_RISE],
    [outer, y + LOOP_RISE],
    [right, y + LOOP_RISE],
  ];
  return { edge, points, labelX: outer + 4 + edge.labelWidth / 2, labelY: y };
}

/** Room beside lines and states for the labels that will stand there. Before placing. */
export function reserveLabels(graph: ScopeGraph, layers: Layers): void {
  for (const edge of graph.edges) {
    if (edge.from === edge.to) {
      const vertex = graph.vertices[edge.from] as Vertex;
      vertex.right = Math.max(vertex.right, vertex.width / 2 + LOOP_WIDTH + 6 + edge.labelWidth);
    } else if (!edge.outside) sideExtents(graph, layers, edge);
  }
}

/** Routes a placed scope of the given width. */
export function routeEdges(graph: ScopeGraph, layers: Layers, width: number): RoutedScope {
  const gaps = new Gaps(graph.layerCount);
  const channels = assignChannels(graph, width);
  const loops = graph.edges.filter((edge) => edge.from === edge.to);
  const plans: Plan[] = [];
  for (const edge of graph.edges) {
    if (edge.from === edge.to) continue;
    if (edge.outside) plans.push(planOutside(graph, gaps, edge, channels.get(edge.to) as number));
    else plans.push(edge.back ? planBack(graph, gaps, edge) : planForward(graph, layers, gaps, edge));
  }
  const heights = stack(graph, gaps);
  const routes = plans.map((plan) => draw(graph, heights, plan));
  routes.push(...loops.map((edge) => drawSelfLoop(graph, heights, edge)));
  const outer = Math.max(width, ...[...channels.values()].map((x) => x + STUB));
  return { width: outer, height: heights.height, layerY: heights.layerY, routes };
}
