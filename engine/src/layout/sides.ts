/** Where an edge meets a line that already runs beside its source, and the room that its label needs there. */
import type { Edge, ScopeGraph, Vertex } from "./graph.ts";
import type { Layers } from "./order.ts";

/** -1: left, 1: right. */
export type Side = -1 | 1;

/** A catch edge whose trunk already passes right beside its source joins it there. */
export function sideLine(
  graph: ScopeGraph,
  layers: Layers,
  edge: Edge,
): { readonly line: number; readonly side: Side } | undefined {
  const line = edge.kind === "catch" && !edge.back ? edge.trunk?.lines[edge.joinsAt - 1] : undefined;
  if (line === undefined) return undefined;
  const source = graph.vertices[edge.from] as Vertex;
  for (const side of [1, -1] as const) {
    if (layers[source.layer]?.[source.order + side] === line) return { line, side };
  }
  return undefined;
}

function widen(vertex: Vertex, left: number, right: number): void {
  vertex.left = Math.max(vertex.left, left);
  vertex.right = Math.max(vertex.right, right);
}

/** Keeps the room free in which the label of this edge will stand. */
export function sideExtents(graph: ScopeGraph, layers: Layers, edge: Edge): void {
  if (edge.label === "") return;
  const own = sideLine(graph, layers, edge);
  const line = graph.vertices[own?.line ?? edge.trunk?.lines[edge.joinsAt] ?? edge.to] as Vertex;
  if (own === undefined) widen(line, edge.labelWidth / 2, edge.labelWidth / 2);
  else widen(line, own.side === 1 ? edge.labelWidth : 0, own.side === 1 ? 0 : edge.labelWidth);
}
