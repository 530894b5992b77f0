// biome-ignore-all lint/a11y/useSemanticElements: a table of 5,000 rows of which 40 exist cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
/** All that happens, as text: what moves on the drawing, for those who read. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { clockText } from "../../ui/format.ts";
import { rowTarget, useRows } from "../../ui/use-rows.ts";
import { useFlow, usePanel } from "../context.ts";

/** As in the style sheet. */
const ROW_HEIGHT = 22;

export function EventsTab() {
  const panel = usePanel();
  const { lines } = useFlow("lines");
  const [filter, setFilter] = useState("");
  const [at, setAt] = useState<number>();
  const shown = useMemo(() => {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    return lines.filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
  }, [lines, filter]);
  const list = useRows(shown.length, ROW_HEIGHT);
  const active = at ?? shown.length - 1;
  useEffect(() => {
    if (at === undefined && shown.length > 0) list.reveal(shown.length - 1);
  }, [shown, at]);
  const onKey = (event: KeyboardEvent): void => {
    const next = rowTarget(event.key, active, shown.length, list.page);
    const line = shown[active];
    if (event.key === "Enter" && line?.message !== undefined) void panel.showLife(line.message);
    else if (next !== undefined) {
      setAt(next === shown.length - 1 ? undefined : next);
      list.reveal(next);
    } else return;
    event.preventDefault();
  };
  return (
    <div class="events-pane">
      <div class="events-head">
        <input
          type="text"
          aria-label="Filter events"
          placeholder="Filter by message, resource or what happened"
          spellcheck={false}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <span class="muted">{shown.length.toLocaleString("en")} events</span>
      </div>
      {lines.length === 0 && (
        <p class="absent pad">Press Play or Step: everything that happens to a message is written here.</p>
      )}
      <div
        ref={list.scroller}
        class="events"
        role="grid"
        aria-label="Events"
        aria-rowcount={shown.length + 1}
        aria-activedescendant={active >= list.first && active < list.last ? `line-${active}` : undefined}
        tabIndex={0}
        onScroll={list.onScroll}
        onKeyDown={onKey}
      >
        <div class="event-row event-head flow-row" role="row" aria-rowindex={1}>
          <span role="columnheader">Time</span>
          <span role="columnheader">What happened, and why</span>
        </div>
        <div role="presentation" style={{ height: `${list.before}px` }} />
        {shown.slice(list.first, list.last).map((line, offset) => {
          const index = list.first + offset;
          return (
            // The grid itself takes the keys.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={line.sequence}
              id={`line-${index}`}
              class={`event-row flow-row${index === active ? " at" : ""}${BAD.has(line.what) ? " bad" : ""}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === active}
              title={line.text}
              onClick={() => setAt(index)}
              onDblClick={() => line.message !== undefined && void panel.showLife(line.message)}
            >
              <span role="gridcell">{clockText(line.timeMs)}</span>
              <span role="gridcell">
                {line.message !== undefined && line.text.startsWith(`m${line.message} `) ? (
                  <>
                    {/* Only for the mouse: Enter in the grid does the same. */}
                    {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
                    {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
                    <span class="event-message" title="Its life" onClick={() => void panel.showLife(line.message ?? 0)}>
                      m{line.message}
                    </span>
                    {line.text.slice(`m${line.message}`.length)}
                  </>
                ) : (
                  line.text
                )}
              </span>
            </div>
          );
        })}
        <div role="presentation" style={{ height: `${list.behind}px` }} />
      </div>
      {shown[active] && (
        <p class="event-whole">
          {shown[active].text}
          {shown[active].message !== undefined && <span class="muted"> Enter shows its life.</span>}
        </p>
      )}
    </div>
  );
}

const BAD: ReadonlySet<string> = new Set([
  "deadLettered",
  "failed",
  "lost",
  "expired",
  "throttled",
  "abandoned",
  "discarded",
]);
