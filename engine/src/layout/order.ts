/**
 * The order of the vertices within each layer: few crossings, by sweeping barycentres down and up. The order of the
 * first walk through the graph is kept unless another one crosses less.
 */
import type { Edge, ScopeGraph, Trunk, Vertex } from "./graph.ts";

/** A piece of an edge between two neighbouring layers. */
export interface Segment {
  readonly upper: number;
  readonly lower: number;
  /** How strongly it pulls its ends onto one vertical. */
  readonly weight: number;
}

const ROUNDS = 8;
/** One sweep over a large scope costs as much as all sweeps over a small one. */
const LARGE_SEGMENTS = 6_000;

/** Weights of segments by what they are; placement lets the heavier win by orders of magnitude. */
export const WEIGHTS = { main: 1e6, line: 1e3, flow: 1, join: 1e-2, catch: 1e-3, loop: 1e-4 } as const;

function pushPair(into: Map<string, Segment>, upper: number, lower: number, weight: number): void {
  const key = `${upper} ${lower}`;
  const known = into.get(key);
  if (known === undefined || known.weight < weight) into.set(key, { upper, lower, weight });
}

/** A trunk from its first place to its target, once for all its edges. */
function addTrunk(into: Map<string, Segment>, trunk: Trunk): void {
  const { lines, mainFrom } = trunk;
  for (let i = 1; i < lines.length; i++) {
    pushPair(into, lines[i - 1] as number, lines[i] as number, i > mainFrom ? WEIGHTS.main : WEIGHTS.line);
  }
  if (trunk.back) {
    // Its upper end lies beside the target: held near it by the place below.
    if (lines.length > 1) pushPair(into, trunk.target, lines[1] as number, WEIGHTS.loop);
    return;
  }
  const end = trunk.dashed ? WEIGHTS.catch : WEIGHTS.join;
  pushPair(into, lines.at(-1) as number, trunk.target, mainFrom < lines.length ? WEIGHTS.main : end);
}

function addEdge(into: Map<string, Segment>, edge: Edge, main: ReadonlySet<Edge>): void {
  if (edge.trunk?.back === true) {
    if (edge.joinsAt > 0) pushPair(into, edge.trunk.lines[edge.joinsAt - 1] as number, edge.from, WEIGHTS.loop);
    return;
  }
  const weight = edge.kind === "catch" ? WEIGHTS.catch : WEIGHTS.flow;
  pushPair(into, edge.from, edge.trunk?.lines[edge.joinsAt] ?? edge.to, main.has(edge) ? WEIGHTS.main : weight);
}

/** All segments, each pair of vertices once. */
export function findSegments(graph: ScopeGraph, main: ReadonlySet<Edge>): Segment[] {
  const found = new Map<string, Segment>();
  for (const trunk of graph.trunks) addTrunk(found, trunk);
  for (const edge of graph.edges) {
    if (!edge.outside && edge.from !== edge.to) addEdge(found, edge, main);
  }
  return [...found.values()];
}

/** Vertex indexes by layer, left to right. */
export type Layers = number[][];

function initialLayers(graph: ScopeGraph): Layers {
  const layers: Layers = Array.from({ length: graph.layerCount }, () => []);
  graph.vertices.forEach((vertex, index) => {
    layers[vertex.layer]?.push(index);
  });
  for (const layer of layers) {
    layer.sort((a, b) => (graph.vertices[a] as Vertex).rank - (graph.vertices[b] as Vertex).rank || a - b);
  }
  return layers;
}

function setOrders(graph: ScopeGraph, layers: Layers): void {
  for (const layer of layers) {
    layer.forEach((index, order) => {
      (graph.vertices[index] as Vertex).order = order;
    });
  }
}

/** Crossings between the segments of one gap, counted with a Fenwick tree. */
function gapCrossings(graph: ScopeGraph, segments: readonly Segment[], width: number): number {
  if (segments.length < 2) return 0;
  const order = (index: number): number => (graph.vertices[index] as Vertex).order;
  const sorted = [...segments].sort((a, b) => order(a.upper) - order(b.upper) || order(a.lower) - order(b.lower));
  const tree = new Uint32Array(width + 2);
  let crossings = 0;
  let seen = 0;
  for (const segment of sorted) {
    const at = order(segment.lower) + 1;
    let notAfter = 0;
    for (let i = at; i > 0; i -= i & -i) notAfter += tree[i] as number;
    crossings += seen - notAfter;
    for (let i = at; i <= width + 1; i += i & -i) (tree[i] as number)++;
    seen++;
  }
  return crossings;
}

/** Two long lines that change places are worse than lines that cross near their ends: both get a bend. */
const LINE_CROSSING = 4;

function countCrossings(graph: ScopeGraph, byGap: readonly Segment[][], layers: Layers): number {
  return byGap.reduce((sum, segments, gap) => {
    const width = layers[gap + 1]?.length ?? 0;
    const lines = segments.filter((segment) => segment.weight >= WEIGHTS.line);
    return sum + gapCrossings(graph, segments, width) + LINE_CROSSING * gapCrossings(graph, lines, width);
  }, 0);
}

/** Sorts one layer by the mean position of each vertex's neighbours; those without any keep their place. */
function sortByNeighbours(graph: ScopeGraph, layer: number[], neighbours: readonly (readonly number[])[]): void {
  const keys = new Map<number, number>();
  layer.forEach((index, position) => {
    const near = neighbours[index] ?? [];
    const sum = near.reduce((total, other) => total + (graph.vertices[other] as Vertex).order, 0);
    keys.set(index, near.length === 0 ? position : sum / near.length);
  });
  layer.sort((a, b) => (keys.get(a) as number) - (keys.get(b) as number));
  layer.forEach((index, position) => {
    (graph.vertices[index] as Vertex).order = position;
  });
}

/** Orders every layer (also on the vertices) and answers the layers. */
export function orderLayers(graph: ScopeGraph, segments: readonly Segment[]): Layers {
  const layers = initialLayers(graph);
  setOrders(graph, layers);
  const byGap: Segment[][] = Array.from({ length: Math.max(0, graph.layerCount - 1) }, () => []);
  const above: number[][] = graph.vertices.map(() => []);
  const below: number[][] = graph.vertices.map(() => []);
  for (const segment of segments) {
    byGap[(graph.vertices[segment.upper] as Vertex).layer]?.push(segment);
    above[segment.lower]?.push(segment.upper);
    below[segment.upper]?.push(segment.lower);
  }
  let best = layers.map((layer) => [...layer]);
  let fewest = countCrossings(graph, byGap, layers);
  const rounds = segments.length > LARGE_SEGMENTS ? 2 : ROUNDS;
  for (let round = 0; round < rounds && fewest > 0; round++) {
    const down = round % 2 === 0;
    const sweep = down ? layers : [...layers].reverse();
    for (const layer of sweep) {
      if (layer.length > 1) sortByNeighbours(graph, layer, down ? above : below);
    }
    const crossings = countCrossings(graph, byGap, layers);
    if (crossings < fewest) {
      fewest = crossings;
      best = layers.map((layer) => [...layer]);
    }
  }
  setOrders(graph, best);
  return best;
}
