/**
 * Edges: lines with rounded corners, arrow heads, labels for what they wait for. All lines of a machine are one path,
 * drawn once; what a run has taken is drawn over it, edge by edge.
 */
import { type LayoutEdge, roundedPath } from "@sluice/engine";
import { memo } from "../../ui/memo.tsx";

const CORNER_RADIUS = 6;
const HEAD_LENGTH = 7;
const HEAD_HALF_WIDTH = 3.5;

/** All edges as nobody has taken them yet. */
export const GraphLines = memo<{ readonly edges: readonly LayoutEdge[] }>(({ edges }) => (
  <g class="edge">
    <path class="line" d={pathOf(edges.filter(({ kind }) => kind !== "catch").map(lineOf))} />
    <path class="line dashed" d={pathOf(edges.filter(({ kind }) => kind === "catch").map(lineOf))} />
    <path class="head" d={pathOf(edges.map(headOf))} />
  </g>
));

/** One edge that a run has taken. */
export const TakenEdge = memo<{ readonly edge: LayoutEdge }>(({ edge }) => (
  <g class={`edge edge-${edge.kind} taken`}>
    <path class={edge.kind === "catch" ? "line dashed" : "line"} d={lineOf(edge)} />
    <path class="head" d={headOf(edge)} />
  </g>
));

/** Labels lie above all lines; a halo of the background keeps them legible where a line passes. */
export const EdgeLabel = memo<{ readonly edge: LayoutEdge; readonly taken: boolean }>(({ edge, taken }) => (
  <text class={`edge-label${taken ? " taken" : ""}`} x={edge.labelX ?? 0} y={(edge.labelY ?? 0) + 4}>
    {edge.title !== undefined && <title>{edge.title}</title>}
    {edge.label}
  </text>
));

/** Edges from afar: straight from corner to corner, without heads. */
export function farPath(edges: readonly LayoutEdge[]): string {
  return edges.map(({ points }) => `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`).join("");
}

export function edgeId({ from, to, kind, points }: LayoutEdge): string {
  return `${kind} ${from} ${to} ${points[0]?.join()}`;
}

function pathOf(parts: readonly string[]): string {
  return parts.join("");
}

/** Ends inside the arrow head, so that the head stays pointed. */
function lineOf({ points }: LayoutEdge): string {
  const [end, [dx, dy]] = tipOf(points);
  return end ? roundedPath([...points.slice(0, -1), [end[0] - 5 * dx, end[1] - 5 * dy]], CORNER_RADIUS) : "";
}

function headOf({ points }: LayoutEdge): string {
  const [end, [dx, dy]] = tipOf(points);
  if (!end) return "";
  const corner = (side: number): string =>
    `${end[0] - HEAD_LENGTH * dx + side * HEAD_HALF_WIDTH * dy} ${end[1] - HEAD_LENGTH * dy + side * HEAD_HALF_WIDTH * dx}`;
  return `M${end[0]} ${end[1]}L${corner(1)}L${corner(-1)}Z`;
}

type Point = LayoutEdge["points"][number];

/** Where an edge ends, and the direction in which it arrives. */
function tipOf(points: LayoutEdge["points"]): readonly [end: Point | undefined, direction: Point] {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (!end || !before) return [undefined, [0, 0]];
  return [end, [Math.sign(end[0] - before[0]), Math.sign(end[1] - before[1])]];
}
