/** One box of the graph. Its props are plain values, so that it renders again only when something about it changes. */
import type { LayoutNode } from "@sluice/engine";
import { type ShownStatus, STATUS_WORDS } from "../messages.ts";
import { STATUS_ICONS, TYPE_ICONS } from "../status.ts";
import { iconPaths } from "./icon.tsx";
import { memo } from "./memo.tsx";

export interface GraphNodeProps {
  readonly node: LayoutNode;
  /** Element id, for the graph to name its active one. */
  readonly id: string;
  readonly status: ShownStatus | undefined;
  readonly visits: number;
  /** Tries beyond the first of each visit. */
  readonly retries: number;
  readonly selected: boolean;
  /** The run stands here. */
  readonly current: boolean;
  readonly onChoose: (name: string, focus: boolean) => void;
}

export const GraphNode = memo<GraphNodeProps>(({ node, id, status, visits, retries, selected, current, onChoose }) => {
  if (node.kind === "scope") return <rect class="lane" rx={4} {...boxOf(node)} />;
  if (node.kind !== "state") return <Marker node={node} />;
  const name = node.name ?? node.label;
  const head = node.headerHeight ?? node.height;
  const classes = ["state", status && `status-${status}`, selected && "selected", current && "current"];
  const spoken = [
    name,
    node.type,
    status && STATUS_WORDS[status],
    visits > 1 && `${visits} visits`,
    retries > 0 && `${retries} retries`,
  ];
  return (
    <g
      id={id}
      class={[...classes, node.headerHeight !== undefined && "container"].filter(Boolean).join(" ")}
      role="option"
      aria-selected={selected}
      aria-label={spoken.filter(Boolean).join(", ")}
      transform={`translate(${node.x} ${node.y})`}
      onClick={() => onChoose(name, false)}
      onDblClick={() => onChoose(name, true)}
    >
      {node.label !== name && <title>{name}</title>}
      <rect class="ring" x={-3.5} y={-3.5} width={node.width + 7} height={node.height + 7} rx={7} />
      <rect class="box" width={node.width} height={node.height} rx={4} />
      <Glyph class="type" name={TYPE_ICONS[node.type ?? ""] ?? "gear"} x={12} y={head / 2 - 8} />
      {/* Labels are as long as the layout guesses; where a font is wider, they end at the box. */}
      <svg x={36} width={node.width - 42} height={head} role="presentation">
        <text class="label" y={node.detail === undefined ? head / 2 + 4.5 : head / 2 - 3}>
          {node.label}
        </text>
        {node.detail !== undefined && (
          <text class="detail" y={head / 2 + 13}>
            {node.detail}
          </text>
        )}
      </svg>
      {visits > 1 && <Count text={`×${visits}`} x={node.width - 10} />}
      {visits === 1 && retries > 0 && <Count text={`↻${retries}`} x={node.width - 10} />}
      {status && <Badge status={status} x={node.width - 1} y={1} />}
    </g>
  );
});

function boxOf({ x, y, width, height }: LayoutNode) {
  return { x, y, width, height };
}

function Marker({ node }: { node: LayoutNode }) {
  const { x, y, width, height, label } = node;
  return (
    <g class={`marker marker-${node.kind}`}>
      <rect x={x} y={y} width={width} height={height} rx={height / 2} />
      {label !== "" && (
        <text x={x + width / 2} y={y + height / 2 + 4}>
          {label}
        </text>
      )}
    </g>
  );
}

function Glyph({
  name,
  x,
  y,
  class: className,
}: {
  name: Parameters<typeof iconPaths>[0];
  x: number;
  y: number;
  class: string;
}) {
  return (
    <g class={className} transform={`translate(${x} ${y})`}>
      {iconPaths(name).map((d) => (
        <path key={d} d={d} />
      ))}
    </g>
  );
}

/** The status at a box's corner: a filled disc with a sign in it. */
function Badge({ status, x, y }: { status: ShownStatus; x: number; y: number }) {
  return (
    <g class="badge" transform={`translate(${x} ${y})`}>
      <circle r={9} />
      <g class="sign" transform="translate(-6 -6) scale(0.75)">
        {iconPaths(STATUS_ICONS[status]).map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
    </g>
  );
}

/** How often the state was entered, or tried again, on the upper edge. */
function Count({ text, x }: { text: string; x: number }) {
  const width = text.length * 6.5 + 8;
  return (
    <g class="count" transform={`translate(${x - width - 6} -8)`}>
      <rect width={width} height={16} rx={8} />
      <text x={width / 2} y={12}>
        {text}
      </text>
    </g>
  );
}
