// biome-ignore-all lint/a11y/useSemanticElements: a table of 25,000 rows of which 40 exist cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
/**
 * The execution history as AWS names it. Only the rows in sight exist, so 25,000 events are as quick as 25; the row at
 * the cursor is marked, what lies behind it has not happened yet.
 */
import type { TraceEvent } from "@sluice/engine";
import { useEffect, useMemo, useState } from "preact/hooks";
import { clockText } from "../../ui/format.ts";
import { rowTarget, useRows } from "../../ui/use-rows.ts";
import { useMachine, usePanel } from "../context.ts";
import { saveHistory } from "../export/save-history.ts";
import { stateNames } from "../run/trace.ts";
import type { Run } from "../state.ts";
import { detailOf, matchesFilter } from "./event-words.ts";

/** As in the style sheet. */
const ROW_HEIGHT = 22;

export function EventTable() {
  const { run } = useMachine("run");
  if (!run || run.length === 0) return <p class="absent pad">The events of the execution history appear here.</p>;
  return <EventsOf run={run} />;
}

function EventsOf({ run }: { run: Run }) {
  const panel = usePanel();
  const [filter, setFilter] = useState("");
  const { events, length, cursor } = run;
  const names = useMemo(() => stateNames(run), [events, length]);
  const shown = useMemo(() => indexesLike(events, names, filter), [events, length, names, filter]);
  const list = useRows(shown.length, ROW_HEIGHT);
  // The latest row that has happened, where the filter leaves the cursor's own out.
  const at = shown.findLastIndex((index) => index < cursor);
  useEffect(() => {
    if (at >= 0) list.reveal(at);
  }, [at, shown]);
  const startMs = events[0]?.timeMs ?? 0;
  const onKey = (event: KeyboardEvent): void => {
    const next = rowTarget(event.key, at, shown.length, list.page);
    const index = next === undefined ? undefined : shown[next];
    if (index === undefined) return;
    event.preventDefault();
    panel.transport.moveCursor(index + 1);
  };
  return (
    <div class="events-pane">
      <div class="events-head">
        <input
          type="text"
          aria-label="Filter events"
          placeholder="Filter by type, state or detail"
          spellcheck={false}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        {filter !== "" && (
          <span class="muted">
            {shown.length} of {length}
          </span>
        )}
        <button
          type="button"
          class="link"
          title="As aws stepfunctions get-execution-history prints it"
          onClick={() => void saveHistory(panel.hub, run)}
        >
          Export as history
        </button>
      </div>
      <div
        ref={list.scroller}
        class="events"
        role="grid"
        aria-label="Execution history"
        aria-rowcount={shown.length + 1}
        aria-activedescendant={at >= list.first && at < list.last ? `event-${(shown[at] ?? 0) + 1}` : undefined}
        tabIndex={0}
        onScroll={list.onScroll}
        onKeyDown={onKey}
      >
        <div class="event-row event-head" role="row" aria-rowindex={1}>
          {["ID", "Time", "Type", "State", "Details"].map((title) => (
            <span key={title} role="columnheader">
              {title}
            </span>
          ))}
        </div>
        <div role="presentation" style={{ height: `${list.before}px` }} />
        {shown.slice(list.first, list.last).map((index, offset) => (
          <EventRow
            key={index}
            event={events[index] as TraceEvent}
            row={list.first + offset}
            time={clockText((events[index]?.timeMs ?? 0) - startMs)}
            state={names[index]}
            place={index + 1}
            cursor={cursor}
            onChoose={() => panel.transport.moveCursor(index + 1)}
          />
        ))}
        <div role="presentation" style={{ height: `${list.behind}px` }} />
      </div>
    </div>
  );
}

function indexesLike(
  events: readonly TraceEvent[],
  names: readonly (string | undefined)[],
  filter: string,
): readonly number[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const indexes = events.map((_, index) => index);
  if (words.length === 0) return indexes;
  return indexes.filter((index) => matchesFilter(events[index] as TraceEvent, names[index], words));
}

interface EventRowProps {
  readonly event: TraceEvent;
  /** Among the rows, from 0. */
  readonly row: number;
  readonly time: string;
  readonly state: string | undefined;
  /** 1-based place in the trace, which is where the cursor goes. */
  readonly place: number;
  readonly cursor: number;
  readonly onChoose: () => void;
}

function EventRow({ event, row, time, state, place, cursor, onChoose }: EventRowProps) {
  const bad = /(Failed|TimedOut|Aborted)$/.test(event.type) ? " bad" : "";
  const standing = place === cursor ? " at" : place > cursor ? " ahead" : "";
  return (
    // The grid itself takes the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={`event-${place}`}
      class={`event-row${bad}${standing}`}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={place === cursor}
      onClick={onChoose}
    >
      <span role="gridcell">{event.id}</span>
      <span role="gridcell">{time}</span>
      <span role="gridcell" title={event.type}>
        {event.type}
      </span>
      <span role="gridcell" title={state}>
        {state}
      </span>
      <span role="gridcell">{detailOf(event)}</span>
    </div>
  );
}
