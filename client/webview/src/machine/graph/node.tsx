/** One box of the graph. Its props are plain values, so that it renders again only when something about it changes. */
import type { LayoutNode } from "@sluice/engine";
import { iconPath } from "../../ui/icon.tsx";
import { memo } from "../../ui/memo.tsx";
import { STATUS_ICONS, TYPE_ICONS } from "../status.ts";
import { type ShownStatus, STATUS_WORDS } from "../words.ts";
import { DETAIL_FONT, fitText, LABEL_FONT } from "./text-fit.ts";

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
  /** It is one of those that were looked for. */
  readonly found: boolean;
  /** It differs from the run that this one is compared with. */
  readonly differs: boolean;
  /** Among all states, from 1: not all of them need to exist. */
  readonly position: number;
  readonly count: number;
  readonly onChoose: (name: string, focus: boolean) => void;
}

export const GraphNode = memo<GraphNodeProps>((props) => {
  const { node, id, status, visits, retries, selected, current, found, differs, position, count, onChoose } = props;
  if (node.kind === "scope") return <rect class="lane" rx={4} {...boxOf(node)} />;
  if (node.kind !== "state") return <Marker node={node} />;
  const name = node.name ?? node.label;
  const head = node.headerHeight ?? node.height;
  const classes = [
    "state",
    status && `marked status-${status}`,
    selected && "selected",
    current && "current",
    found && "found",
    node.headerHeight !== undefined && "container",
  ];
  // What is written on the box comes first, so that voice control finds it by what is seen.
  const spoken = [
    ...[name, node.detail, node.detail !== node.type && node.type, status && STATUS_WORDS[status]],
    visits > 1 && `${visits} visits`,
    retries > 0 && `${retries} ${retries === 1 ? "retry" : "retries"}`,
    differs && "differs from the other run",
  ];
  return (
    <g
      id={id}
      class={classes.filter(Boolean).join(" ")}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={count}
      aria-label={spoken.filter(Boolean).join(", ")}
      transform={`translate(${node.x} ${node.y})`}
      onClick={() => onChoose(name, false)}
      onDblClick={() => onChoose(name, true)}
    >
      {node.label !== name && <title>{name}</title>}
      {selected && <rect class="ring" x={-3.5} y={-3.5} width={node.width + 7} height={node.height + 7} rx={7} />}
      <rect class="box" width={node.width} height={node.height} rx={4} />
      <path
        class="type"
        transform={`translate(12 ${head / 2 - 8})`}
        d={iconPath(TYPE_ICONS[node.type ?? ""] ?? "gear")}
      />
      <text class="label" x={36} y={node.detail === undefined ? head / 2 + 4.5 : head / 2 - 3}>
        {fitText(node.label, node.width - 42, LABEL_FONT)}
      </text>{" "}
      {node.detail !== undefined && (
        <text class="detail" x={36} y={head / 2 + 13}>
          {fitText(node.detail, node.width - 42, DETAIL_FONT)}
        </text>
      )}
      {visits > 1 && <Count text={`×${visits}`} x={node.width - 10} />}
      {visits === 1 && retries > 0 && <Count text={`↻${retries}`} x={node.width - 10} />}
      {differs && <Difference y={node.height - 3} />}
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

/** The status at a box's corner: a filled disc with a sign in it. */
function Badge({ status, x, y }: { status: ShownStatus; x: number; y: number }) {
  return (
    <g class="badge" transform={`translate(${x} ${y})`}>
      <circle r={9} />
      <path class="sign" transform="translate(-6 -6) scale(0.75)" d={iconPath(STATUS_ICONS[status])} />
    </g>
  );
}

/** At a box's lower left corner: two runs differ here. */
function Difference({ y }: { y: number }) {
  return (
    <g class="difference" transform={`translate(4 ${y})`}>
      <circle r={8} />
      <text y={4}>Δ</text>
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
