/** One edge: a line with rounded corners, an arrow head, and a label for what it waits for. */
import { type LayoutEdge, roundedPath } from "@sluice/engine";
import { memo } from "./memo.tsx";

const CORNER_RADIUS = 6;
const HEAD_LENGTH = 7;
const HEAD_HALF_WIDTH = 3.5;

export interface GraphEdgeProps {
  readonly edge: LayoutEdge;
  readonly taken: boolean;
}

export const GraphEdge = memo<GraphEdgeProps>(({ edge, taken }) => {
  const [end, before] = [edge.points.at(-1), edge.points.at(-2)];
  if (!end || !before) return null;
  const [dx, dy] = [Math.sign(end[0] - before[0]), Math.sign(end[1] - before[1])];
  const corner = (side: number): string =>
    `${end[0] - HEAD_LENGTH * dx + side * HEAD_HALF_WIDTH * dy} ${end[1] - HEAD_LENGTH * dy + side * HEAD_HALF_WIDTH * dx}`;
  // The line stops inside its arrow head, so that the head stays pointed.
  const line = [...edge.points.slice(0, -1), [end[0] - 5 * dx, end[1] - 5 * dy] as const];
  return (
    <g class={`edge edge-${edge.kind}${taken ? " taken" : ""}`}>
      <path class="line" d={roundedPath(line, CORNER_RADIUS)} />
      <path class="head" d={`M${end[0]} ${end[1]}L${corner(1)}L${corner(-1)}Z`} />
    </g>
  );
});

/** Labels lie above all lines; a halo of the background keeps them legible where a line passes. */
export const GraphEdgeLabel = memo<GraphEdgeProps>(({ edge, taken }) => {
  if (edge.label === undefined || edge.labelX === undefined || edge.labelY === undefined) return null;
  return (
    <text class={`edge-label${taken ? " taken" : ""}`} x={edge.labelX} y={edge.labelY + 4}>
      {edge.title !== undefined && <title>{edge.title}</title>}
      {edge.label}
    </text>
  );
});
