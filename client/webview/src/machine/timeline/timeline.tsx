// biome-ignore-all lint/a11y/useSemanticElements: a tree of thousands of rows of which few exist cannot be nested lists
/**
 * The run in time: a row for each visit, below a Map or Parallel a row for each of its lanes. Idle time is compressed;
 * the line is where the run stands, and is moved by a click on the scale.
 */
import { type TimelineRow, timelineRows, timeScale } from "@sluice/engine";
import { useEffect, useMemo, useState } from "preact/hooks";
import { clockText } from "../../ui/format.ts";
import { rowTarget, useRows } from "../../ui/use-rows.ts";
import { useMachine, usePanel } from "../context.ts";
import { foldAt, nextMoment, previousMoment } from "../run/trace.ts";
import { whole } from "../run/whole.ts";
import type { Run } from "../state.ts";
import { TimelineRowView } from "./row.tsx";
import { Ruler } from "./ruler.tsx";
import { useZoom } from "./use-zoom.ts";

const ROW_HEIGHT = 24;
const HEAD_HEIGHT = 26;

export function Timeline() {
  const { run } = useMachine("run");
  if (!run || run.length === 0) return <p class="absent pad">What happens when appears here.</p>;
  return <TimelineOf run={run} />;
}

function TimelineOf({ run }: { run: Run }) {
  const panel = usePanel();
  const { selected, visit } = useMachine("selected", "visit");
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const [active, setActive] = useState(0);
  const { events, length, cursor } = run;
  // Rows stay where they are while the line moves: they are those of the whole trace.
  const fold = whole(run);
  const rows = useMemo(() => timelineRows(fold, events, toggled), [events, length, toggled]);
  const scale = useMemo(() => timeScale(events), [events, length]);
  const zoom = useZoom();
  const list = useRows(rows.length, ROW_HEIGHT, HEAD_HEIGHT);
  const at = Math.min(active, rows.length - 1);

  const chosen = foldAt(run)
    .states.get(selected ?? "")
    ?.visits.at(visit ?? -1)?.enteredId;
  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === chosen);
    if (index < 0) return;
    setActive(index);
    list.reveal(index);
  }, [chosen, rows]);

  const toggle = (row: TimelineRow | undefined): void => {
    if (!row || row.inside === 0) return;
    const next = new Set(toggled);
    if (!next.delete(row.id)) next.add(row.id);
    setToggled(next);
  };
  const open = (row: TimelineRow | undefined, tab: boolean): void => {
    const shown = row?.visit ?? row?.lane?.visits[0];
    if (!shown) return;
    const index = fold.states.get(shown.state)?.visits.indexOf(shown);
    panel.subject.select(shown.state, { tab, ...(index !== undefined && { visit: index }) });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at];
    const target = rowTarget(event.key, at, rows.length, list.page);
    if (target !== undefined) {
      setActive(target);
      list.reveal(target);
      open(rows[target], false);
    } else if (event.key === "ArrowRight") {
      if (row && row.inside > 0 && !row.open) toggle(row);
      else panel.transport.moveCursor(nextMoment(run));
    } else if (event.key === "ArrowLeft") {
      if (row && row.inside > 0 && row.open) toggle(row);
      else panel.transport.moveCursor(previousMoment(run));
    } else if (event.key === "Enter" || event.key === " ") open(row, true);
    else if (event.key === "+" || event.key === "=") zoom.by(1.5);
    else if (event.key === "-") zoom.by(1 / 1.5);
    else if (event.key === "0") zoom.reset();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list.scroller}
      class="timeline"
      role="tree"
      aria-label="Timeline"
      aria-activedescendant={rows[at] && `time-${rows[at].id}`}
      tabIndex={0}
      onScroll={list.onScroll}
      onKeyDown={onKey}
      onWheel={(event) => zoom.wheel(event)}
    >
      <Ruler
        scale={scale}
        events={events}
        zoom={zoom}
        cursor={cursor}
        onMove={(to) => panel.transport.moveCursor(to)}
      />
      <div role="presentation" style={{ height: `${list.before}px` }} />
      {rows.slice(list.first, list.last).map((row, offset) => (
        <TimelineRowView
          key={row.id}
          row={row}
          scale={scale}
          zoom={zoom}
          cursor={cursor}
          active={list.first + offset === at}
          chosen={row.id === chosen}
          entered={clockText((row.visit?.enteredMs ?? row.lane?.startedMs ?? 0) - (events[0]?.timeMs ?? 0))}
          onToggle={() => toggle(row)}
          onOpen={() => {
            setActive(list.first + offset);
            open(row, false);
          }}
        />
      ))}
      <div role="presentation" style={{ height: `${list.behind}px` }} />
    </div>
  );
}
