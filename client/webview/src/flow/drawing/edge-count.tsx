/** How many messages went over a line, beside what it waits for. */
import type { LayoutEdge } from "@sluice/engine";
import { useFlow } from "../context.ts";

const COUNT = new Intl.NumberFormat("en");

export function EdgeCount({ edge, index }: { edge: LayoutEdge; index: number }) {
  const { frame } = useFlow("frame");
  const total = frame?.totals[index] ?? 0;
  const [x, y] = edge.labelX === undefined ? middleOf(edge.points) : [edge.labelX, edge.labelY ?? 0];
  const parts = [edge.label, total > 0 ? COUNT.format(total) : undefined].filter((part) => part !== undefined);
  if (parts.length === 0) return null;
  return (
    <text class={`edge-label${total > 0 ? " taken" : ""}`} x={x} y={y + 4}>
      {edge.title !== undefined && <title>{edge.title}</title>}
      {parts.join(" · ")}
    </text>
  );
}

/** The middle of the longest part, where there is room. */
function middleOf(points: LayoutEdge["points"]): readonly [number, number] {
  let [longest, x, y] = [-1, 0, 0];
  for (let at = 1; at < points.length; at++) {
    const [[toX, toY], [fromX, fromY]] = [points[at] ?? [0, 0], points[at - 1] ?? [0, 0]];
    const length = Math.abs(toX - fromX) + Math.abs(toY - fromY);
    if (length > longest) [longest, x, y] = [length, (toX + fromX) / 2, (toY + fromY) / 2];
  }
  return [x, y];
}
