/** One row of a timeline: a name, and bars where something was under way. */
import type { Lane, TimelineBar, TimelineRow, TimeScale } from "@sluice/engine";
import { Icon } from "../../ui/icon.tsx";
import { TYPE_ICONS } from "../status.ts";
import { STATUS_WORDS } from "../words.ts";
import type { Zoom } from "./use-zoom.ts";

export interface TimelineRowProps {
  readonly row: TimelineRow;
  readonly scale: TimeScale;
  readonly zoom: Zoom;
  readonly cursor: number;
  readonly active: boolean;
  /** Its state's data are shown. */
  readonly chosen: boolean;
  /** When it began, as text. */
  readonly entered: string;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

export function TimelineRowView(props: TimelineRowProps) {
  const { row, scale, zoom, cursor, active, chosen, entered, onToggle, onOpen } = props;
  const { id, depth, visit, lane, status, bars, inside, open } = row;
  const name = visit?.state ?? (lane ? laneName(lane) : "");
  const ahead = (bars[0]?.from ?? 0) >= cursor;
  const line = zoom.seen(scale.places[Math.max(0, cursor - 1)] ?? 0);
  const classes = ["timeline-row", active && "at", chosen && "chosen", ahead && "ahead", lane && "of-lane"];
  return (
    // The tree itself takes the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={`time-${id}`}
      class={classes.filter(Boolean).join(" ")}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-selected={active}
      aria-expanded={inside > 0 ? open : undefined}
      aria-label={`${name}, ${STATUS_WORDS[status]}, at ${entered}`}
      onClick={onOpen}
    >
      <span class="timeline-name" style={{ paddingLeft: `${8 + depth * 12}px` }}>
        {inside > 0 ? (
          <button
            type="button"
            class={`twisty${open ? " open" : ""}`}
            tabIndex={-1}
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              onToggle();
            }}
          >
            <Icon name="chevron-right" />
          </button>
        ) : (
          <Icon name={TYPE_ICONS[visit?.type ?? ""] ?? "gear"} class="muted" />
        )}
        <span title={name}>{name}</span>
        {inside > 0 && !open && <span class="muted">{inside}</span>}
      </span>
      <span class="timeline-track">
        {bars.map((bar, index) => (
          <Bar key={index} bar={bar} scale={scale} zoom={zoom} />
        ))}
        {line >= 0 && line <= 1 && <span class="cursor-line" style={{ left: `${line * 100}%` }} />}
      </span>
    </div>
  );
}

function laneName(lane: Lane): string {
  const { index, container } = lane;
  return index === undefined ? `branch ${container.lanes.indexOf(lane) + 1}` : `item ${index}`;
}

function Bar({ bar, scale, zoom }: { bar: TimelineBar; scale: TimeScale; zoom: Zoom }) {
  const [from, to] = [zoom.seen(scale.places[bar.from] ?? 0), zoom.seen(scale.places[bar.to] ?? 1)];
  if (to < 0 || from > 1) return null;
  const [left, right] = [Math.max(0, from), Math.min(1, to)];
  return (
    <span
      class={`bar bar-${bar.kind} standing-${bar.status}`}
      style={{ left: `${left * 100}%`, width: `max(3px, ${(right - left) * 100}%)` }}
    />
  );
}
