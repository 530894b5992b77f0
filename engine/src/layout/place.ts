/**
 * Where the centre line of every vertex lies. Sweeps down and up pull each vertex towards its neighbours, and per layer
 * the positions nearest to those wishes that keep the order and the gaps are found exactly, by isotonic regression
 * (pool adjacent violators). Heavy segments win by orders of magnitude, so main paths and long lines come out straight.
 */
import type { ScopeGraph, Vertex } from "./graph.ts";
import { LINE_GAP, NODE_GAP } from "./metrics.ts";
import { type Layers, type Segment, WEIGHTS } from "./order.ts";

const ROUNDS = 8;
const ROUNDS_LARGE = 4;
const LARGE_SEGMENTS = 3_000;
/** Columns beside each other make room for each other, one a pass. */
const SLIDES = 3;
const MANY_TRUNKS = 60;
/** Pull of the place where a vertex already is: only where nothing else pulls. */
const STAY = 1e-7;
/** Less than this is no bend that anyone meant; far less than any gap. */
const ALMOST_STRAIGHT = 3;
/** Centres fall on whole pixels; half-way values, which symmetry makes frequent, must all round the same way. */
const ROUNDING_BIAS = 0.137;

function gapBetween(a: Vertex, b: Vertex): number {
  const line = a.kind === "up" || a.kind === "down" || b.kind === "up" || b.kind === "down";
  return a.right + b.left + (line ? LINE_GAP : NODE_GAP);
}

/** Puts one layer where its wishes are met best. */
function settle(vertices: readonly Vertex[], layer: readonly number[], wish: Float64Array, weight: Float64Array): void {
  const size = layer.length;
  const offset = new Float64Array(size);
  const mean = new Float64Array(size);
  const mass = new Float64Array(size);
  const count = new Uint32Array(size);
  let pools = 0;
  for (let i = 0; i < size; i++) {
    const index = layer[i] as number;
    if (i > 0) {
      const before = vertices[layer[i - 1] as number] as Vertex;
      offset[i] = (offset[i - 1] as number) + gapBetween(before, vertices[index] as Vertex);
    }
    mean[pools] = (wish[index] as number) - (offset[i] as number);
    mass[pools] = weight[index] as number;
    count[pools] = 1;
    while (pools > 0 && (mean[pools - 1] as number) > (mean[pools] as number)) {
      const a = mass[pools - 1] as number;
      const b = mass[pools] as number;
      mean[pools - 1] = ((mean[pools - 1] as number) * a + (mean[pools] as number) * b) / (a + b);
      mass[pools - 1] = a + b;
      count[pools - 1] = (count[pools - 1] as number) + (count[pools] as number);
      pools--;
    }
    pools++;
  }
  let i = 0;
  for (let pool = 0; pool < pools; pool++) {
    for (let n = count[pool] as number; n > 0; n--, i++) {
      (vertices[layer[i] as number] as Vertex).x = (mean[pool] as number) + (offset[i] as number);
    }
  }
}

interface Neighbours {
  readonly above: readonly (readonly Segment[])[];
  readonly below: readonly (readonly Segment[])[];
}

function isLine(vertex: Vertex): boolean {
  return vertex.kind === "up" || vertex.kind === "down";
}

/**
 * The segments that pull a vertex in a sweep. The first piece of a long line follows the rest of it also on the way
 * down: then the line makes its turn beside its source, and is straight from there on.
 */
function pullsOf(
  vertices: readonly Vertex[],
  index: number,
  { above, below }: Neighbours,
  down: boolean,
): readonly Segment[] {
  const lower = below[index] ?? [];
  if (!down) return lower;
  const upper = above[index] ?? [];
  const held = upper.some((segment) => segment.weight >= WEIGHTS.flow);
  // What only a catcher leads to stays above its own way on.
  if (!held && upper.length > 0 && lower.some((segment) => segment.weight === WEIGHTS.main))
    return [...upper, ...lower];
  const fixed = (segment: Segment): boolean =>
    segment.weight >= WEIGHTS.main || isLine(vertices[segment.upper] as Vertex);
  if (!isLine(vertices[index] as Vertex) || upper.some(fixed)) return upper;
  const rest = lower.filter((segment) => isLine(vertices[segment.lower] as Vertex));
  return rest.length > 0 ? rest : upper;
}

function sweep(vertices: readonly Vertex[], layers: Layers, near: Neighbours, down: boolean): void {
  const wish = new Float64Array(vertices.length);
  const weight = new Float64Array(vertices.length);
  const go = (layer: readonly number[]): void => {
    for (const index of layer) {
      let sum = (vertices[index] as Vertex).x * STAY;
      let total = STAY;
      for (const segment of pullsOf(vertices, index, near, down)) {
        const other = vertices[segment.upper === index ? segment.lower : segment.upper] as Vertex;
        sum += other.x * segment.weight;
        total += segment.weight;
      }
      wish[index] = sum / total;
      weight[index] = total;
    }
    settle(vertices, layer, wish, weight);
  };
  if (down) for (let i = 0; i < layers.length; i++) go(layers[i] as number[]);
  else for (let i = layers.length - 1; i >= 0; i--) go(layers[i] as number[]);
}

/** Vertices that should share one x, top down, and the x they would like best. */
interface Column {
  readonly members: readonly number[];
  wishes(): readonly number[];
}

/** The main path and every other run of main edges. */
function mainColumns(vertices: readonly Vertex[], segments: readonly Segment[]): Column[] {
  const next = new Map<number, number>();
  for (const { upper, lower, weight } of segments) if (weight >= WEIGHTS.main) next.set(upper, lower);
  const heads = new Set(next.keys());
  for (const lower of next.values()) heads.delete(lower);
  const columns: Column[] = [];
  for (const head of heads) {
    const members: number[] = [];
    for (let at: number | undefined = head; at !== undefined; at = next.get(at)) members.push(at);
    const middle = members[members.length >> 1] as number;
    columns.push({ members, wishes: () => [(vertices[middle] as Vertex).x] });
  }
  // The main path of the scope starts first and is moved last: the others make room for it.
  return columns.reverse();
}

function trunkColumns({ vertices, trunks }: ScopeGraph): Column[] {
  return trunks
    .filter((trunk) => trunk.mainFrom === Number.POSITIVE_INFINITY)
    .map((trunk) => ({
      members: trunk.lines,
      wishes: () => [(vertices[trunk.target] as Vertex).x, (vertices[trunk.source] as Vertex).x],
    }));
}

/** The free way of a column: from the farthest of its left neighbours' borders to the nearest of its right ones'. */
function roomOf(vertices: readonly Vertex[], layers: Layers, column: Column): { least: number; most: number } {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (const index of column.members) {
    const vertex = vertices[index] as Vertex;
    const layer = layers[vertex.layer] as number[];
    const before = vertices[layer[vertex.order - 1] ?? -1];
    const after = vertices[layer[vertex.order + 1] ?? -1];
    if (before !== undefined) least = Math.max(least, before.x + gapBetween(before, vertex));
    if (after !== undefined) most = Math.min(most, after.x - gapBetween(vertex, after));
  }
  return { least, most };
}

function moveTo(vertices: readonly Vertex[], column: Column, x: number): void {
  for (const index of column.members) (vertices[index] as Vertex).x = x;
}

/** Makes a column straight where one x is free in all its layers: a wished one, or the nearest to the first wish. */
function slide(vertices: readonly Vertex[], layers: Layers, column: Column): boolean {
  const { least, most } = roomOf(vertices, layers, column);
  if (least > most) return false;
  const wishes = column.wishes();
  const wish = wishes.find((x) => x >= least && x <= most) ?? (wishes[0] as number);
  moveTo(vertices, column, Math.min(most, Math.max(least, wish)));
  return true;
}

/** Moves the outermost lines out of the way of a line that only they keep from being straight. */
function makeRoom(vertices: readonly Vertex[], layers: Layers, column: Column, columns: readonly Column[]): void {
  const { least } = roomOf(vertices, layers, column);
  const neighbours = column.members.map((index) => {
    const { layer, order } = vertices[index] as Vertex;
    return layers[layer]?.[order + 1];
  });
  const outer = columns.filter((other) => other.members.some((index) => neighbours.includes(index)));
  const isOuter = (index: number | undefined): boolean =>
    outer.some((other) => other.members.includes(index as number));
  const outermost = outer.every((other) => roomOf(vertices, layers, other).most === Number.POSITIVE_INFINITY);
  if (!outermost || !neighbours.every((index) => index === undefined || isOuter(index))) return;
  moveTo(vertices, column, least);
  for (const other of outer) slide(vertices, layers, other);
}

/** Takes the last pixel or two out of lines and main paths that sweeps and rounding left almost straight. */
function straighten(vertices: readonly Vertex[], layers: Layers, { above }: Neighbours): void {
  for (const layer of layers) {
    for (const index of layer) {
      const vertex = vertices[index] as Vertex;
      for (const segment of above[index] ?? []) {
        const upper = vertices[segment.upper] as Vertex;
        if (segment.weight >= WEIGHTS.line && Math.abs(upper.x - vertex.x) <= ALMOST_STRAIGHT) vertex.x = upper.x;
      }
    }
  }
}

/** Takes out what lies empty from top to bottom: parts that only lines hold together may have drifted apart. */
function closeGaps(vertices: readonly Vertex[]): void {
  const leftOf = ({ x, left }: Vertex): number => x - left;
  let shift = 0;
  let end: number | undefined;
  for (const vertex of vertices.toSorted((a, b) => leftOf(a) - leftOf(b))) {
    end ??= leftOf(vertex);
    shift += Math.max(0, leftOf(vertex) - end - NODE_GAP);
    end = Math.max(end, vertex.x + vertex.right);
    vertex.x -= shift;
  }
}

/** Sets `x` of every vertex; the leftmost edge of the scope lies at 0. Answers the width. */
export function placeVertices(graph: ScopeGraph, layers: Layers, segments: readonly Segment[]): number {
  const { vertices } = graph;
  const above: Segment[][] = vertices.map(() => []);
  const below: Segment[][] = vertices.map(() => []);
  for (const segment of segments) {
    above[segment.lower]?.push(segment);
    below[segment.upper]?.push(segment);
  }
  const rounds = segments.length > LARGE_SEGMENTS ? ROUNDS_LARGE : ROUNDS;
  const columns = [...mainColumns(vertices, segments), ...trunkColumns(graph)];
  const near: Neighbours = { above, below };
  for (let round = 0; round < rounds; round++) {
    sweep(vertices, layers, near, true);
    sweep(vertices, layers, near, false);
    for (const column of columns) slide(vertices, layers, column);
  }
  sweep(vertices, layers, near, true);
  for (let pass = 0; pass < SLIDES; pass++) for (const column of columns) slide(vertices, layers, column);
  const trunks = trunkColumns(graph);
  // Looking for room costs the square of their number.
  for (const column of trunks.length > MANY_TRUNKS ? [] : trunks) {
    if (!slide(vertices, layers, column)) makeRoom(vertices, layers, column, trunks);
  }
  let least = Number.POSITIVE_INFINITY;
  for (const vertex of vertices) {
    vertex.x = Math.round(vertex.x + ROUNDING_BIAS);
    least = Math.min(least, vertex.x - vertex.left);
  }
  straighten(vertices, layers, near);
  closeGaps(vertices);
  let width = 0;
  const shift = Math.ceil(-least);
  for (const vertex of vertices) {
    vertex.x += shift;
    width = Math.max(width, vertex.x + vertex.right);
  }
  return Math.ceil(width);
}
