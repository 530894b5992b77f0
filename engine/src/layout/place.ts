/**
 * Where the centre line of every vertex lies. Sweeps down and up pull each vertex towards its neighbours, and per layer
 * the positions nearest to those wishes that keep the order and the gaps are found exactly, by isotonic regression
 * (pool adjacent violators). Heavy segments win by orders of magnitude, so main paths and long lines come out straight.
 */
import { LINE_GAP, NODE_GAP } from "./metrics.ts";
import type { ScopeGraph, Vertex } from "./graph.ts";
import type { Layers, Segment } from "./order.ts";

const ROUNDS = 8;
const ROUNDS_LARGE = 4;
const LARGE_SEGMENTS = 3_000;
/** Pull of the place where a vertex already is: only where nothing else pulls. */
const STAY = 1e-7;
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

function sweep(vertices: readonly Vertex[], layers: Layers, near: readonly (readonly Segment[])[], down: boolean): void {
  const wish = new Float64Array(vertices.length);
  const weight = new Float64Array(vertices.length);
  const go = (layer: readonly number[]): void => {
    for (const index of layer) {
      let sum = (vertices[index] as Vertex).x * STAY;
      let total = STAY;
      for (const segment of near[index] ?? []) {
        const other = vertices[down ? segment.upper : segment.lower] as Vertex;
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
  for (let round = 0; round < rounds; round++) {
    sweep(vertices, layers, above, true);
    sweep(vertices, layers, below, false);
  }
  sweep(vertices, layers, above, true);
  let least = Number.POSITIVE_INFINITY;
  for (const vertex of vertices) {
    vertex.x = Math.round(vertex.x + ROUNDING_BIAS);
    least = Math.min(least, vertex.x - vertex.left);
  }
  let width = 0;
  const shift = Math.ceil(-least);
  for (const vertex of vertices) {
    vertex.x += shift;
    width = Math.max(width, vertex.x + vertex.right);
  }
  return Math.ceil(width);
}
