/** What of a graph is drawn: all of a small one; of a large one what is near enough to be seen. */
import type { GraphLayout, LayoutEdge, LayoutNode } from "@sluice/engine";
import { type Box, touches } from "./camera.ts";
import type { Region } from "./camera-hold.ts";

/** Up to here all states exist in the page, whether they are in sight or not. */
const SMALL = 250;

export interface Drawn {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  /** Too small to be read: boxes and lines are enough. */
  readonly far: boolean;
}

export function isLarge(layout: GraphLayout): boolean {
  return layout.nodes.length > SMALL;
}

/** `region`: what the camera sees; of a large graph nothing is drawn before it has looked. */
export function drawnOf(layout: GraphLayout, region: Region | undefined): Drawn {
  if (!isLarge(layout)) return { nodes: layout.nodes, edges: layout.edges, far: false };
  if (!region) return { nodes: [], edges: [], far: false };
  const boxes = edgeBoxes(layout);
  return {
    nodes: layout.nodes.filter((node) => touches(node, region.box)),
    edges: layout.edges.filter((_, index) => touches(boxes[index] as Box, region.box)),
    far: region.far,
  };
}

const boxesOfLayouts = new WeakMap<GraphLayout, readonly Box[]>();

function edgeBoxes(layout: GraphLayout): readonly Box[] {
  let boxes = boxesOfLayouts.get(layout);
  if (!boxes) {
    boxes = layout.edges.map(boxAround);
    boxesOfLayouts.set(layout, boxes);
  }
  return boxes;
}

function boxAround({ points }: LayoutEdge): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  // A straight line has a box, too.
  return { x: x - 1, y: y - 1, width: Math.max(...xs) - x + 2, height: Math.max(...ys) - y + 2 };
}
