/**
 * One scope as a layered graph: its states and markers as vertices, its transitions as edges (parallel ones merged),
 * cycles broken, every vertex on a layer. Nothing here recurses: a chain of 8,000 states is as good as one of 8.
 */
import type { Scope, State, Transition } from "../asl/model.ts";
import { transitionText } from "./labels.ts";
import { EDGE_FONT_SIZE, EDGE_LABEL_MAX_WIDTH, shorten, textWidth } from "./metrics.ts";
import type { LayoutEdge } from "./types.ts";

/** Something that takes room in a layer: a node, or a line on its way through ("down": with the flow, "up": a loop). */
export interface Vertex {
  readonly kind: "state" | "start" | "end" | "down" | "up";
  readonly state: State | undefined;
  /** What is drawn; 0 for lines. */
  width: number;
  height: number;
  /** Room kept free on each side of the centre line, labels included. */
  left: number;
  right: number;
  layer: number;
  /** Position within the layer. */
  order: number;
  /** Where the initial order puts it: smaller is further left. */
  rank: number;
  /** Centre line. */
  x: number;
  /** For lines: the catch edges' are dashed and are kept apart from the others'. */
  readonly dashed: boolean;
}

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly kind: LayoutEdge["kind"];
  readonly title: string;
  readonly label: string;
  readonly labelWidth: number;
  readonly indexes: readonly number[];
  /** Against the flow; `from` is then on the same layer as `to` or below it. */
  back: boolean;
  /** The line that the edge takes part of its way, and the index of the first place in it that the edge uses. */
  trunk: Trunk | undefined;
  joinsAt: number;
  /** Too long for lines of its own: runs down the outside of the scope. */
  outside: boolean;
}

/** A long line: the vertices that it passes through, top down, shared by all edges of one kind to one target. */
export interface Trunk {
  readonly lines: readonly number[];
  readonly target: number;
  /** Where the edge starts that gave the line its first place. */
  readonly source: number;
  readonly dashed: boolean;
  readonly back: boolean;
  /** Index in `lines` from which the line is the main path itself; Infinity where it never is. */
  readonly mainFrom: number;
}

export interface ScopeGraph {
  readonly vertices: Vertex[];
  readonly edges: readonly Edge[];
  readonly trunks: Trunk[];
  layerCount: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Ranks of one walk are whole numbers; a state that leads back goes between those of two neighbours. */
const RETURN_STEP = 0.01;

function addVertex(vertices: Vertex[], kind: Vertex["kind"], state: State | undefined, size: Size): number {
  const half = size.width / 2;
  const { width, height } = size;
  return (
    vertices.push({
      kind,
      state,
      width,
      height,
      left: half,
      right: half,
      layer: 0,
      order: 0,
      rank: 0,
      x: 0,
      dashed: false,
    }) - 1
  );
}

/** A line's place in one layer. `rank` decides where it starts among its neighbours. */
export function addLine(graph: ScopeGraph, kind: "down" | "up", layer: number, rank: number, dashed: boolean): number {
  graph.vertices.push({
    kind,
    state: undefined,
    width: 0,
    height: 0,
    left: 0,
    right: 0,
    layer,
    order: 0,
    rank,
    x: 0,
    dashed,
  });
  return graph.vertices.length - 1;
}

/** One edge for all the rules (or catchers) that lead from one state to the same target. */
function mergeTransitions(transitions: readonly Transition[]): Map<string, Transition[]> {
  const merged = new Map<string, Transition[]>();
  for (const transition of transitions) {
    const key = `${transition.kind} ${transition.target}`;
    const same = merged.get(key);
    if (same === undefined) merged.set(key, [transition]);
    else same.push(transition);
  }
  return merged;
}

/** What is known of an edge before anything is laid out. */
export interface EdgeDraft {
  readonly from: number;
  readonly to: number;
  readonly kind: LayoutEdge["kind"];
  /** In full, and as it is shown if there is room. */
  readonly title: string;
  readonly label: string;
  readonly indexes?: readonly number[];
}

function transitionEdge(from: number, to: number, kind: LayoutEdge["kind"], same: readonly Transition[]): Edge {
  const word = kind === "choice" ? " or " : ", ";
  const title = same.map((transition) => transitionText(transition)).join(word);
  const label = same.map((transition) => transitionText(transition, true)).join(word);
  const indexes = kind === "choice" || kind === "catch" ? same.map((transition) => transition.index) : [];
  return makeEdge({ from, to, kind, title, label, indexes });
}

function makeEdge({ from, to, kind, title, label: brief, indexes = [] }: EdgeDraft): Edge {
  const label = brief === "" ? "" : shorten(brief, EDGE_LABEL_MAX_WIDTH, EDGE_FONT_SIZE);
  const labelWidth = label === "" ? 0 : textWidth(label, EDGE_FONT_SIZE) + 10;
  return {
    from,
    to,
    kind,
    title,
    label,
    labelWidth,
    indexes,
    back: false,
    trunk: undefined,
    joinsAt: 0,
    outside: false,
  };
}

/** The states of a scope and its markers. Fail ends the execution where it stands, so no line leads on from it. */
export function scopeGraph(scope: Scope, sizeOf: (state: State) => Size, marker: Size): ScopeGraph {
  const vertices: Vertex[] = [];
  const edges: Edge[] = [];
  const start = addVertex(vertices, "start", undefined, marker);
  const indexOf = new Map<State, number>();
  for (const state of scope.states) indexOf.set(state, addVertex(vertices, "state", state, sizeOf(state)));
  const find = (name: string | undefined): number | undefined => {
    const state = name === undefined ? undefined : scope.byName.get(name);
    return state === undefined ? undefined : indexOf.get(state);
  };
  const first = find(scope.startAt?.value);
  if (first !== undefined) edges.push(transitionEdge(start, first, "start", []));
  const isLast = (state: State): boolean => state.terminal && state.type !== "Fail";
  const end = scope.states.some(isLast) ? addVertex(vertices, "end", undefined, marker) : -1;
  for (const [state, from] of indexOf) {
    for (const same of mergeTransitions(state.transitions).values()) {
      const transition = same[0];
      const to = find(transition?.target);
      if (transition !== undefined && to !== undefined) edges.push(transitionEdge(from, to, transition.kind, same));
    }
    if (end >= 0 && isLast(state)) edges.push(transitionEdge(from, end, "end", []));
  }
  return layered({ vertices, edges, trunks: [], layerCount: 1 });
}

/** Boxes of these sizes, in this order, and the edges between them; nothing marks a start or an end. */
export function layeredGraph(sizes: readonly Size[], drafts: readonly EdgeDraft[]): ScopeGraph {
  const vertices: Vertex[] = [];
  for (const size of sizes) addVertex(vertices, "state", undefined, size);
  return layered({ vertices, edges: drafts.map(makeEdge), trunks: [], layerCount: 1 });
}

function layered(graph: ScopeGraph): ScopeGraph {
  const topological = breakCycles(graph);
  assignLayers(graph, topological);
  rankReturns(graph, topological);
  return graph;
}

/** Edges of each vertex by index into `edges`; catch edges last, so that a walk takes the main way first. */
export function outgoing(graph: ScopeGraph): number[][] {
  const out: number[][] = graph.vertices.map(() => []);
  graph.edges.forEach((edge, index) => {
    if (edge.kind !== "catch") out[edge.from]?.push(index);
  });
  graph.edges.forEach((edge, index) => {
    if (edge.kind === "catch") out[edge.from]?.push(index);
  });
  return out;
}

/**
 * Marks as `back` the edges that lead to a vertex that a depth-first walk is still inside of, ranks the vertices in the
 * order of the walk, and answers them in topological order.
 */
function breakCycles(graph: ScopeGraph): number[] {
  const { vertices, edges } = graph;
  const out = outgoing(graph);
  const NEW = 0;
  const OPEN = 1;
  const DONE = 2;
  const mark = new Uint8Array(vertices.length);
  const cursor = new Uint32Array(vertices.length);
  const finished: number[] = [];
  let rank = 0;
  for (let root = 0; root < vertices.length; root++) {
    if (mark[root] !== NEW) continue;
    const stack = [root];
    mark[root] = OPEN;
    while (stack.length > 0) {
      const current = stack.at(-1) as number;
      const vertex = vertices[current] as Vertex;
      const position = cursor[current] as number;
      if (position === 0) vertex.rank = rank++;
      const edgeIndex = out[current]?.[position];
      cursor[current] = position + 1;
      if (edgeIndex === undefined) {
        mark[current] = DONE;
        finished.push(current);
        stack.pop();
        continue;
      }
      const edge = edges[edgeIndex] as Edge;
      if (mark[edge.to] === OPEN) edge.back = true;
      else if (mark[edge.to] === NEW) {
        mark[edge.to] = OPEN;
        stack.push(edge.to);
      }
    }
  }
  return finished.reverse();
}

/** Longest path from the start: each vertex one below the lowest of those that lead to it. */
function assignLayers(graph: ScopeGraph, topological: readonly number[]): void {
  const { vertices } = graph;
  const out = outgoing(graph);
  const hasStart = vertices[0]?.kind === "start";
  for (const index of topological) {
    const vertex = vertices[index] as Vertex;
    // What nothing leads to stands beside the first state, not beside the start marker.
    if (vertex.kind === "state" && vertex.layer === 0 && hasStart) vertex.layer = 1;
    for (const edgeIndex of out[index] ?? []) {
      const edge = graph.edges[edgeIndex] as Edge;
      if (edge.back) continue;
      const target = vertices[edge.to] as Vertex;
      target.layer = Math.max(target.layer, vertex.layer + 1);
    }
  }
  graph.layerCount = vertices.reduce((most, vertex) => Math.max(most, vertex.layer + 1), 1);
}

/**
 * States that only lead back (the Wait of a polling loop) stand left of the other ways on, where the loop's line runs.
 */
function rankReturns(graph: ScopeGraph, topological: readonly number[]): void {
  const { vertices, edges } = graph;
  const out = outgoing(graph);
  const returns = new Uint8Array(vertices.length);
  for (const index of topological.toReversed()) {
    const ways = out[index] ?? [];
    const back = ways.every((way) => edges[way]?.back === true || returns[(edges[way] as Edge).to] === 1);
    returns[index] = ways.length > 0 && back ? 1 : 0;
  }
  const moved = new Uint8Array(vertices.length);
  for (const index of topological) {
    const from = vertices[index] as Vertex;
    for (const way of out[index] ?? []) {
      const edge = edges[way] as Edge;
      const to = vertices[edge.to] as Vertex;
      if (edge.back || returns[edge.to] === 0 || moved[edge.to] === 1 || edge.kind === "start") continue;
      moved[edge.to] = 1;
      to.rank = from.rank + RETURN_STEP;
    }
  }
}
