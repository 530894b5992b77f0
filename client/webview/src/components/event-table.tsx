// biome-ignore-all lint/a11y/useSemanticElements: a table of 25,000 rows of which 40 exist cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
/**
 * The execution history as AWS names it. Only the rows in sight exist, so 25,000 events are as quick as 25; the row at
 * the cursor is marked, what lies behind it has not happened yet.
 */
import type { TraceEvent } from "@sluice/engine";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Controller } from "../controller.ts";
import { clockText } from "../format.ts";
import type { Run } from "../state.ts";
import { stateNames } from "../trace.ts";

/** As in the style sheet. */
const ROW_HEIGHT = 22;
/** Rows made beyond the edges, so that scrolling shows no gaps. */
const SPARE_ROWS = 12;

export function EventTable({ run, controller }: { run: Run | undefined; controller: Controller }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(400);
  const length = run?.length ?? 0;
  const cursor = run?.cursor ?? 0;
  const names = useMemo(() => stateNames(run), [run?.events, length]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (!element || cursor === 0) return;
    const rowTop = cursor * ROW_HEIGHT; // the head is one row high and stays in sight
    if (rowTop - ROW_HEIGHT < element.scrollTop) element.scrollTop = rowTop - ROW_HEIGHT;
    else if (rowTop + ROW_HEIGHT > element.scrollTop + element.clientHeight) {
      element.scrollTop = rowTop + ROW_HEIGHT - element.clientHeight;
    }
  }, [cursor]);

  if (!run || length === 0) return <p class="absent pad">The events of the execution history appear here.</p>;
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE_ROWS);
  const last = Math.min(length, Math.ceil((top + height) / ROW_HEIGHT) + SPARE_ROWS);
  const startMs = run.events[0]?.timeMs ?? 0;
  const move = (event: KeyboardEvent): void => {
    const next = keyTarget(event.key, cursor, length, Math.floor(height / ROW_HEIGHT) - 2);
    if (next === undefined) return;
    event.preventDefault();
    controller.run.moveCursor(next);
  };
  return (
    <div
      ref={scroller}
      class="events"
      role="grid"
      aria-label="Execution history"
      aria-rowcount={length + 1}
      aria-activedescendant={cursor > first && cursor <= last ? `event-${cursor}` : undefined}
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={move}
    >
      <div class="event-row event-head" role="row" aria-rowindex={1}>
        {["ID", "Time", "Type", "State", "Details"].map((title) => (
          <span key={title} role="columnheader">
            {title}
          </span>
        ))}
      </div>
      <div role="presentation" style={{ height: `${first * ROW_HEIGHT}px` }} />
      {run.events.slice(first, last).map((event, offset) => (
        <EventRow
          key={event.id}
          event={event}
          row={first + offset + 1}
          time={clockText(event.timeMs - startMs)}
          state={names[first + offset]}
          cursor={cursor}
          onChoose={(row) => controller.run.moveCursor(row)}
        />
      ))}
      <div role="presentation" style={{ height: `${(length - last) * ROW_HEIGHT}px` }} />
    </div>
  );
}

interface EventRowProps {
  readonly event: TraceEvent;
  /** 1-based place in the trace, which is where the cursor goes. */
  readonly row: number;
  readonly time: string;
  readonly state: string | undefined;
  readonly cursor: number;
  readonly onChoose: (row: number) => void;
}

function EventRow({ event, row, time, state, cursor, onChoose }: EventRowProps) {
  const kind = /(Failed|TimedOut|Aborted)$/.test(event.type) ? " bad" : "";
  const place = row === cursor ? " at" : row > cursor ? " ahead" : "";
  return (
    // The grid itself takes the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={`event-${row}`}
      class={`event-row${kind}${place}`}
      role="row"
      aria-rowindex={row + 1}
      aria-selected={row === cursor}
      onClick={() => onChoose(row)}
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

/** The one thing about an event that is worth a line. */
function detailOf({ type, details }: TraceEvent): string {
  if (details.error !== undefined) return details.error;
  if (details.index !== undefined) return `item ${details.index}`;
  if (details.length !== undefined) return `${details.length} items`;
  if (!type.endsWith("Scheduled") || details.resource === undefined) return "";
  const { resource, resourceType } = details;
  return resourceType === undefined ? resource.slice(resource.lastIndexOf(":") + 1) : `${resourceType}:${resource}`;
}

function keyTarget(key: string, cursor: number, length: number, page: number): number | undefined {
  const clamp = (value: number): number => Math.max(1, Math.min(length, value));
  switch (key) {
    case "ArrowDown":
      return clamp(cursor + 1);
    case "ArrowUp":
      return clamp(cursor - 1);
    case "PageDown":
      return clamp(cursor + page);
    case "PageUp":
      return clamp(cursor - page);
    case "Home":
      return 1;
    case "End":
      return length;
    default:
      return undefined;
  }
}
