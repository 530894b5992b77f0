/**
 * The way of every edge: out of the bottom of its source, along tracks between the layers, into the top of its target.
 * Catch edges leave at the side where that side is free, and loops come back at the side, so that neither hides the
 * main path. Horizontal lines run between layers or towards a free neighbouring line: they never cross a node.
 */
import type { Edge, ScopeGraph, Vertex } from "./graph.ts";
import { EDGE_LABEL_HEIGHT, LINE_LEAD } from "./metrics.ts";
import type { Layers } from "./order.ts";
import { Gaps, type Plan, planEdges } from "./plan.ts";
import { sideExtents } from "./sides.ts";
import { assignTracks } from "./tracks.ts";

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
const ARROW = 16;
const LABEL_ROW = EDGE_LABEL_HEIGHT + 3;
const MIN_GAP = 34;
const LOOP_WIDTH = 16;
const LOOP_RISE = 8;

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
    const needed = LINE_LEAD + Math.max(0, tracks - 1) * TRACK_HEIGHT + rows + ARROW;
    const height = outer ? (tracks > 0 ? needed : 0) : Math.max(MIN_GAP, needed);
    heights.trackY.push(y + LINE_LEAD + (rows === 0 ? (height - needed) / 2 : 0));
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
  const loops = graph.edges.filter((edge) => edge.from === edge.to);
  const { plans, outerX } = planEdges(graph, layers, gaps, width);
  const heights = stack(graph, gaps);
  const routes = plans.map((plan) => draw(graph, heights, plan));
  routes.push(...loops.map((edge) => drawSelfLoop(graph, heights, edge)));
  return { width: outerX, height: heights.height, layerY: heights.layerY, routes };
}
