/** Which edges are drawn as one straight line down the middle: at every fork the way that goes on for longest. */
import { type Edge, outgoing, type ScopeGraph, type Vertex } from "./graph.ts";

/** Edges from each vertex to the way that goes on; none where two ways are equally long (they stand side by side). */
function longestWays(graph: ScopeGraph): (Edge | undefined)[] {
  const out = outgoing(graph);
  const height = new Float64Array(graph.vertices.length);
  const ways: (Edge | undefined)[] = new Array(graph.vertices.length);
  const upwards = graph.vertices.map((_, index) => index);
  upwards.sort((a, b) => (graph.vertices[b] as Vertex).layer - (graph.vertices[a] as Vertex).layer);
  for (const index of upwards) {
    // Reaching the end goes on for longer than failing does.
    if (graph.vertices[index]?.kind === "end") height[index] = 0.5;
    let best = -1;
    let tie = false;
    for (const edgeIndex of out[index] ?? []) {
      const edge = graph.edges[edgeIndex] as Edge;
      if (edge.back || edge.kind === "catch") continue;
      const reach = height[edge.to] as number;
      height[index] = Math.max(height[index] as number, reach + 1);
      tie = reach === best && edge.to !== ways[index]?.to;
      if (reach > best) {
        best = reach;
        ways[index] = edge;
      }
      if (tie) ways[index] = undefined;
    }
  }
  return ways;
}

/** The main edges: at most one into and one out of each vertex. */
export function findMainEdges(graph: ScopeGraph): ReadonlySet<Edge> {
  const ways = longestWays(graph);
  const onMain = new Uint8Array(graph.vertices.length);
  for (let at: number | undefined = 0; at !== undefined && onMain[at] === 0; at = ways[at]?.to) onMain[at] = 1;
  const into = new Map<number, Edge[]>();
  for (const way of ways) {
    if (way === undefined) continue;
    const list = into.get(way.to);
    if (list === undefined) into.set(way.to, [way]);
    else list.push(way);
  }
  const main = new Set<Edge>();
  for (const candidates of into.values()) {
    const preferred = candidates.length === 1 ? candidates : candidates.filter((edge) => onMain[edge.from] === 1);
    if (preferred.length === 1) main.add(preferred[0] as Edge);
  }
  return main;
}
