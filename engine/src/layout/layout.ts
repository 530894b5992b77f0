/**
 * A state machine as a picture: one layered layout per scope, innermost first, the branches of a Parallel side by side
 * in their container; then everything is moved to its place in the page.
 */
import type { Machine, Scope, State } from "../asl/model.ts";
import { addChains } from "./chains.ts";
import { type ScopeGraph, type Size, scopeGraph, type Vertex } from "./graph.ts";
import { detailText } from "./labels.ts";
import { findMainEdges } from "./main-path.ts";
import {
  BRANCH_GAP,
  BRANCH_PADDING,
  CONTAINER_HEADER,
  CONTAINER_PADDING,
  DETAIL_FONT_SIZE,
  DOT_SIZE,
  LABEL_FONT_SIZE,
  MARKER_HEIGHT,
  MARKER_WIDTH,
  PAGE_PADDING,
  STATE_HEIGHT,
  STATE_MAX_WIDTH,
  STATE_MIN_WIDTH,
  STATE_TEXT_INSET,
  shorten,
  textWidth,
} from "./metrics.ts";
import { findSegments, orderLayers } from "./order.ts";
import { placeVertices } from "./place.ts";
import { type RoutedScope, reserveLabels, routeEdges } from "./route.ts";
import type { GraphLayout, LayoutEdge, LayoutNode } from "./types.ts";

/** One graph with everything on its place. */
export interface ScopeLayout {
  readonly graph: ScopeGraph;
  readonly routed: RoutedScope;
}

const MARKER: Size = { width: MARKER_WIDTH, height: MARKER_HEIGHT };
const DOT: Size = { width: DOT_SIZE, height: DOT_SIZE };

function layoutScope(scope: Scope, sizeOf: (state: State) => Size): ScopeLayout {
  return layoutGraph(scopeGraph(scope, sizeOf, scope.kind === "machine" ? MARKER : DOT));
}

/** Puts what a graph holds on its place, by itself. */
export function layoutGraph(graph: ScopeGraph): ScopeLayout {
  const main = findMainEdges(graph);
  addChains(graph, main);
  const segments = findSegments(graph, main);
  const layers = orderLayers(graph, segments);
  reserveLabels(graph, layers);
  const width = placeVertices(graph, layers, segments);
  return { graph, routed: routeEdges(graph, layers, width) };
}

/** All plain states of a machine are equally wide: as wide as the widest label wants, within reason. */
function stateWidth(machine: Machine): number {
  let widest = STATE_MIN_WIDTH;
  for (const state of machine.states) {
    if (state.scopes.length > 0) continue;
    const name = textWidth(state.name.slice(0, 80), LABEL_FONT_SIZE);
    const detail = textWidth((detailText(state) ?? "").slice(0, 80), DETAIL_FONT_SIZE);
    widest = Math.max(widest, Math.max(name, detail) + STATE_TEXT_INSET);
    if (widest >= STATE_MAX_WIDTH) return STATE_MAX_WIDTH;
  }
  return Math.ceil(widest / 8) * 8;
}

/** Where the scopes of a container lie inside it, and how large that makes it. */
function arrange(state: State, inner: readonly Size[]): Size & { readonly xs: readonly number[] } {
  const lanes = state.type === "Parallel";
  const padding = lanes ? BRANCH_PADDING : 0;
  const widths = inner.map((size) => size.width + 2 * padding);
  const content = widths.reduce((sum, width) => sum + width, (inner.length - 1) * BRANCH_GAP);
  const header = Math.min(STATE_MAX_WIDTH, textWidth(state.name.slice(0, 80), LABEL_FONT_SIZE) + STATE_TEXT_INSET);
  const width = Math.ceil((Math.max(content, header, STATE_MIN_WIDTH) + 2 * CONTAINER_PADDING) / 2) * 2;
  let x = (width - content) / 2;
  const xs = widths.map((laneWidth) => {
    const at = x;
    x += laneWidth + BRANCH_GAP;
    return at;
  });
  const tallest = Math.max(...inner.map((size) => size.height));
  return { width, height: CONTAINER_HEADER + tallest + 2 * padding + CONTAINER_PADDING, xs };
}

interface Origin {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
  readonly container: string | undefined;
}

class Page {
  readonly nodes: LayoutNode[] = [];
  readonly edges: LayoutEdge[] = [];
  private readonly ids = new Map<State, string>();
  private readonly taken = new Set<string>();

  idOf(state: State): string {
    let id = this.ids.get(state);
    if (id === undefined) {
      id = state.name;
      for (let n = 1; this.taken.has(id); n++) id = `${state.scope.id} ${state.name}${n > 1 ? ` ${n}` : ""}`;
      this.taken.add(id);
      this.ids.set(state, id);
    }
    return id;
  }

  /** Writes down one scope whose top left corner lies at `origin`. */
  addScope(scope: Scope, { graph, routed }: ScopeLayout, origin: Origin): void {
    const vertexId = (vertex: Vertex): string =>
      vertex.state === undefined ? `${vertex.kind === "start" ? "^" : "$"}${scope.id}` : this.idOf(vertex.state);
    for (const vertex of graph.vertices) {
      if (vertex.kind === "up" || vertex.kind === "down") continue;
      this.nodes.push({
        id: vertexId(vertex),
        ...describe(vertex, scope),
        x: origin.x + vertex.x - vertex.width / 2,
        y: origin.y + (routed.layerY[vertex.layer] as number) - vertex.height / 2,
        width: vertex.width,
        height: vertex.height,
        depth: origin.depth,
        ...(origin.container === undefined ? {} : { container: origin.container }),
      });
    }
    for (const { edge, points, labelX, labelY } of routed.routes) {
      this.edges.push({
        from: vertexId(graph.vertices[edge.from] as Vertex),
        to: vertexId(graph.vertices[edge.to] as Vertex),
        kind: edge.kind,
        ...(edge.label === "" || edge.outside
          ? {}
          : { label: edge.label, labelX: origin.x + labelX, labelY: origin.y + labelY }),
        ...(edge.title === edge.label && !edge.outside ? {} : { title: edge.title }),
        ...(edge.indexes.length === 0 ? {} : { indexes: edge.indexes }),
        points: points.map(([x, y]) => [origin.x + x, origin.y + y] as const),
        ...(edge.back || edge.from === edge.to ? { back: true as const } : {}),
      });
    }
  }
}

function describe(vertex: Vertex, scope: Scope): Pick<LayoutNode, "kind" | "label" | "type" | "name" | "detail"> {
  const { state } = vertex;
  if (state === undefined) {
    const word = vertex.kind === "start" ? "Start" : "End";
    return { kind: vertex.kind === "start" ? "start" : "end", label: scope.kind === "machine" ? word : "" };
  }
  const room = vertex.width - STATE_TEXT_INSET;
  const detail = detailText(state);
  return {
    kind: "state",
    name: state.name,
    label: shorten(state.name, room, LABEL_FONT_SIZE),
    ...(state.type === undefined ? {} : { type: state.type }),
    ...(detail === undefined ? {} : { detail: shorten(detail, room, DETAIL_FONT_SIZE) }),
    ...(state.scopes.length > 0 ? { headerHeight: CONTAINER_HEADER } : {}),
  };
}

/** A branch's lane inside its Parallel. */
function laneNode(scope: Scope, container: string, depth: number, box: Size & { x: number; y: number }): LayoutNode {
  return { id: scope.id, kind: "scope", label: "", ...box, depth, container };
}

/** Lays out a whole machine. Deterministic: the same machine gives the same numbers. */
export function layoutMachine(machine: Machine): GraphLayout {
  const plain: Size = { width: stateWidth(machine), height: STATE_HEIGHT };
  const layouts = new Map<Scope, ScopeLayout>();
  const arranged = new Map<State, Size & { readonly xs: readonly number[] }>();
  const sizeOf = (state: State): Size => {
    if (state.scopes.length === 0) return plain;
    const sizes = state.scopes.map((scope) => (layouts.get(scope) as ScopeLayout).routed);
    const size = arrange(state, sizes);
    arranged.set(state, size);
    return size;
  };
  for (const scope of machine.scopes.toReversed()) layouts.set(scope, layoutScope(scope, sizeOf));

  const page = new Page();
  const origins = new Map<Scope, Origin>();
  origins.set(machine.scope, { x: PAGE_PADDING, y: PAGE_PADDING, depth: 0, container: undefined });
  for (const scope of machine.scopes) {
    const layout = layouts.get(scope);
    const origin = origins.get(scope);
    if (layout === undefined || origin === undefined) continue;
    page.addScope(scope, layout, origin);
    for (const vertex of layout.graph.vertices) {
      const { state } = vertex;
      if (state === undefined || state.scopes.length === 0) continue;
      const left = origin.x + vertex.x - vertex.width / 2;
      const top = origin.y + (layout.routed.layerY[vertex.layer] as number) - vertex.height / 2 + CONTAINER_HEADER;
      placeScopes(state, left, top, origin.depth + 1);
    }
  }
  const { width, height } = (layouts.get(machine.scope) as ScopeLayout).routed;
  return {
    width: width + 2 * PAGE_PADDING,
    height: height + 2 * PAGE_PADDING,
    nodes: page.nodes,
    edges: page.edges,
  };

  function placeScopes(state: State, left: number, top: number, depth: number): void {
    const box = arranged.get(state) as Size & { readonly xs: readonly number[] };
    const lanes = state.type === "Parallel";
    const padding = lanes ? BRANCH_PADDING : 0;
    const container = page.idOf(state);
    state.scopes.forEach((scope, i) => {
      const x = left + (box.xs[i] as number);
      origins.set(scope, { x: x + padding, y: top + padding, depth, container });
      if (!lanes) return;
      const { width } = (layouts.get(scope) as ScopeLayout).routed;
      const height = box.height - CONTAINER_HEADER - CONTAINER_PADDING;
      page.nodes.push(laneNode(scope, container, depth, { x, y: top, width: width + 2 * padding, height }));
    });
  }
}
