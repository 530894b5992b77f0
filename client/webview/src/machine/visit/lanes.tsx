// biome-ignore-all lint/a11y/useSemanticElements: a list of thousands of rows of which few exist cannot be a <ul>
/** A Map's iterations or a Parallel's branches as lanes: when each ran beside which others, and how it went. */
import {
  countLanes,
  type JsonObject,
  type Lane,
  laneError,
  mostAtOnce,
  type Visit,
  type VisitStatus,
} from "@sluice/engine";
import { useState } from "preact/hooks";
import { durationText } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { rowTarget, useRows } from "../../ui/use-rows.ts";
import { useMachine, usePanel } from "../context.ts";
import { foldAt } from "../run/trace.ts";
import { STATUS_ICONS } from "../status.ts";
import { STATUS_WORDS } from "../words.ts";

const ROW_HEIGHT = 22;

export function Lanes({ visit, definition }: { visit: Visit; definition: JsonObject }) {
  const { lanes, type } = visit;
  const [shown, setShown] = useState<VisitStatus | "all">("all");
  const counts = countLanes(lanes);
  const filtered = shown === "all" ? lanes : lanes.filter(({ status }) => status === shown);
  const noun = type === "Map" ? "item" : "branch";
  const { MaxConcurrency: limit } = definition;
  return (
    <section class="lanes" aria-label={type === "Map" ? "Items" : "Branches"}>
      <div class="lanes-head">
        <h3>{type === "Map" ? "Items" : "Branches"}</h3>
        <span class="muted">
          {lanes.length} {lanes.length === 1 ? noun : noun === "item" ? "items" : "branches"}, at most{" "}
          {mostAtOnce(lanes)} at a time
          {typeof limit === "number" && limit > 0 && ` (MaxConcurrency ${limit})`}
        </span>
        <label class="labelled">
          <span>Show</span>
          <select value={shown} onChange={(event) => setShown(event.currentTarget.value as VisitStatus | "all")}>
            <option value="all">all</option>
            {[...counts].map(([status, count]) => (
              <option key={status} value={status}>
                {STATUS_WORDS[status]} ({count})
              </option>
            ))}
          </select>
        </label>
      </div>
      <LaneRows lanes={filtered} all={lanes} />
    </section>
  );
}

function LaneRows({ lanes, all }: { lanes: readonly Lane[]; all: readonly Lane[] }) {
  const panel = usePanel();
  const { run } = useMachine("run");
  const [at, setAt] = useState(0);
  const rows = useRows(lanes.length, ROW_HEIGHT, 0);
  const nowMs = run?.events[run.cursor - 1]?.timeMs ?? 0;
  const fromMs = Math.min(...all.slice(0, 1).map(({ startedMs }) => startedMs));
  const toMs = all.reduce((most, { endedMs = nowMs }) => Math.max(most, endedMs), fromMs);
  const open = (lane: Lane | undefined): void => {
    const visit = lane && (lane.visits.find(({ status }) => status === "failed") ?? lane.visits[0]);
    if (!visit) return;
    const visits = foldAt(run).states.get(visit.state)?.visits ?? [];
    panel.subject.select(visit.state, { visit: visits.indexOf(visit) });
  };
  const onKey = (event: KeyboardEvent): void => {
    const next = rowTarget(event.key, at, lanes.length, rows.page);
    if (next !== undefined) {
      setAt(next);
      rows.reveal(next);
    } else if (event.key === "Enter" || event.key === " ") open(lanes[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={rows.scroller}
      class="lane-rows"
      role="listbox"
      aria-label="Lanes"
      aria-activedescendant={lanes[at] && `lane-${lanes[at].id}`}
      tabIndex={0}
      onScroll={rows.onScroll}
      onKeyDown={onKey}
    >
      <div role="presentation" style={{ height: `${rows.before}px` }} />
      {lanes.slice(rows.first, rows.last).map((lane, offset) => (
        <LaneRow
          key={lane.id}
          lane={lane}
          fromMs={fromMs}
          spanMs={Math.max(1, toMs - fromMs)}
          nowMs={nowMs}
          active={rows.first + offset === at}
          position={rows.first + offset + 1}
          count={lanes.length}
          onOpen={() => {
            setAt(rows.first + offset);
            open(lane);
          }}
        />
      ))}
      <div role="presentation" style={{ height: `${rows.behind}px` }} />
    </div>
  );
}

interface LaneRowProps {
  readonly lane: Lane;
  readonly fromMs: number;
  readonly spanMs: number;
  readonly nowMs: number;
  readonly active: boolean;
  readonly position: number;
  readonly count: number;
  readonly onOpen: () => void;
}

function LaneRow({ lane, fromMs, spanMs, nowMs, active, position, count, onOpen }: LaneRowProps) {
  const { id, index, status, startedMs, endedMs, visits } = lane;
  const name = index === undefined ? (visits[0]?.state ?? "") : `item ${index}`;
  const tookMs = (endedMs ?? nowMs) - startedMs;
  const error = laneError(lane);
  return (
    // The list itself takes the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={`lane-${id}`}
      class={`lane-row standing-${status}${active ? " at" : ""}`}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-posinset={position}
      aria-setsize={count}
      aria-label={`${name}, ${STATUS_WORDS[status]}${error === undefined ? "" : `: ${error}`}, took ${durationText(tookMs)}`}
      onClick={onOpen}
    >
      <span class="lane-name">
        <Icon name={STATUS_ICONS[status]} />
        {name}
      </span>
      <span class="lane-track">
        <span
          class="lane-bar"
          style={{ left: `${((startedMs - fromMs) / spanMs) * 100}%`, width: `${(tookMs / spanMs) * 100}%` }}
        />
      </span>
      <span class="lane-took">{error ?? durationText(tookMs)}</span>
    </div>
  );
}
