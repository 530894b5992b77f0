// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: the picture is only the look of the list around it
/** A large graph from afar: one shape for all boxes of a status, one for all lines. No words: they could not be read. */
import type { LayoutNode, TraceFold } from "@sluice/engine";
import type { Drawn } from "./drawn.ts";
import { farPath } from "./edge.tsx";
import { isTaken, type Marks } from "./marks.ts";

export interface FarGraphProps {
  readonly drawn: Drawn;
  readonly fold: TraceFold;
  readonly marks: Marks;
  readonly found: ReadonlySet<string>;
}

export function FarGraph({ drawn: { nodes, edges }, fold, marks, found }: FarGraphProps) {
  const boxes = new Map<string, string>();
  const add = (kind: string, path: string): void => void boxes.set(kind, (boxes.get(kind) ?? "") + path);
  for (const node of nodes) {
    const name = node.name ?? node.label;
    if (node.kind === "scope") continue;
    if (node.kind !== "state") add("marker", boxPath(node));
    else if (node.headerHeight !== undefined) add("around", boxPath(node));
    else add(marks.statusOf(name) ?? "idle", boxPath(node));
    if (found.has(name)) add("found", boxPath(node));
  }
  return (
    <g class="far" role="presentation">
      <path class="far-line" d={farPath(edges)} />
      <path class="far-line taken" d={farPath(edges.filter((edge) => isTaken(fold, edge)))} />
      {[...boxes].map(([kind, path]) => (
        <path key={kind} class={`far-box far-${kind} status-${kind}`} d={path} />
      ))}
    </g>
  );
}

function boxPath({ x, y, width, height }: LayoutNode): string {
  return `M${x} ${y}h${width}v${height}h${-width}Z`;
}
