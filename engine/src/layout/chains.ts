/**
 * Long edges become lines through the layers between their ends. Edges with the same target share one line, as pipes
 * join a main: fifty catchers of one Fail state are one dashed trunk, and the number of lines stays linear.
 * Loops get a line of their own beside the flow, from the layer of their source up to that of their target.
 */
import { addLine, type Edge, type ScopeGraph, type Trunk, type Vertex } from "./graph.ts";

/** Lines that one scope may have per vertex, and how many any scope may have; the longest edges run outside beyond. */
const LINES_PER_VERTEX = 6;
const LINES_FREE = 400;
/** Less than what tells any two ranks apart. */
const MAIN_STEP = 0.001;

interface Bundle {
  readonly edges: Edge[];
  /** First and last layer that it needs a line in. */
  readonly first: number;
  readonly last: number;
  readonly back: boolean;
}

function trunkKey(edge: Edge): string {
  return `${edge.to} ${edge.back ? "back" : edge.kind === "catch" ? "catch" : "flow"}`;
}

/** Edges that need lines, by target. A loop onto itself is drawn at the state's side and needs none. */
function findBundles(graph: ScopeGraph): Bundle[] {
  const groups = new Map<string, Edge[]>();
  for (const edge of graph.edges) {
    if (edge.from === edge.to) continue;
    const from = graph.vertices[edge.from] as Vertex;
    const to = graph.vertices[edge.to] as Vertex;
    if (!edge.back && to.layer - from.layer < 2) continue;
    const group = groups.get(trunkKey(edge));
    if (group === undefined) groups.set(trunkKey(edge), [edge]);
    else group.push(edge);
  }
  return [...groups.values()].map((edges) => {
    const head = edges[0] as Edge;
    const target = (graph.vertices[head.to] as Vertex).layer;
    const layers = edges.map((edge) => (graph.vertices[edge.from] as Vertex).layer);
    const layer = layers.reduce((far, other) => (head.back ? Math.max(far, other) : Math.min(far, other)));
    return head.back
      ? { edges, first: target, last: layer, back: true }
      : { edges, first: layer + 1, last: target - 1, back: false };
  });
}

/** Rank of the last vertex that the walk reached from each vertex before it was done with it. */
function lastRanks(graph: ScopeGraph): Float64Array {
  const last = new Float64Array(graph.vertices.length);
  const byRank = graph.vertices.map((_, index) => index);
  byRank.sort((a, b) => (graph.vertices[b] as Vertex).rank - (graph.vertices[a] as Vertex).rank);
  const inRankOrder = new Map<number, number[]>();
  for (const edge of graph.edges) {
    const list = inRankOrder.get(edge.from);
    if (list === undefined) inRankOrder.set(edge.from, [edge.to]);
    else list.push(edge.to);
  }
  for (const index of byRank) {
    const rank = (graph.vertices[index] as Vertex).rank;
    let most = rank;
    for (const to of inRankOrder.get(index) ?? []) {
      if ((graph.vertices[to] as Vertex).rank > rank) most = Math.max(most, last[to] as number);
    }
    last[index] = most;
  }
  return last;
}

function layLines(graph: ScopeGraph, bundle: Bundle, lastRank: Float64Array, main: ReadonlySet<Edge>): void {
  const head = bundle.edges[0] as Edge;
  const dashed = head.kind === "catch";
  const target = graph.vertices[head.to] as Vertex;
  // Loops to the left of the flow; what skips ahead to the right of all it skips; catchers further right still.
  const source = bundle.edges.reduce((most, edge) => Math.max(most, lastRank[edge.from] as number), 0);
  // A line that is the main path itself runs right below its source.
  const chief = bundle.edges.find((edge) => main.has(edge));
  const rank =
    chief !== undefined
      ? (graph.vertices[chief.from] as Vertex).rank + MAIN_STEP
      : bundle.back
        ? target.rank - 0.5
        : source + (dashed ? 0.75 : 0.5);
  const lines: number[] = [];
  for (let layer = bundle.first; layer <= bundle.last; layer++) {
    lines.push(addLine(graph, bundle.back ? "up" : "down", layer, rank, dashed));
  }
  const place = (edge: Edge): number => {
    const from = (graph.vertices[edge.from] as Vertex).layer;
    return bundle.back ? from - bundle.first : from + 1 - bundle.first;
  };
  const trunk: Trunk = {
    lines,
    target: head.to,
    source: head.from,
    dashed,
    back: bundle.back,
    mainFrom: chief === undefined ? Number.POSITIVE_INFINITY : place(chief),
  };
  graph.trunks.push(trunk);
  for (const edge of bundle.edges) {
    edge.trunk = trunk;
    edge.joinsAt = place(edge);
  }
}

/** Gives every long edge its lines, the shortest trunks first, and sends what goes beyond the budget outside. */
export function addChains(graph: ScopeGraph, main: ReadonlySet<Edge>): void {
  const bundles = findBundles(graph);
  const lastRank = lastRanks(graph);
  let budget = LINES_FREE + LINES_PER_VERTEX * graph.vertices.length;
  const length = (bundle: Bundle): number => bundle.last - bundle.first;
  for (const bundle of bundles.sort((a, b) => length(a) - length(b))) {
    budget -= length(bundle) + 1;
    if (budget >= 0) layLines(graph, bundle, lastRank, main);
    else for (const edge of bundle.edges) edge.outside = true;
  }
}
