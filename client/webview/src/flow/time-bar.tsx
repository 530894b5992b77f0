/**
 * Virtual time from the beginning to the end of the run: where it is, how far the run has come ahead, when faults are, and
 * how full the chosen queue is on the way. Dragged, or moved by the keys of any slider, it goes anywhere both ways.
 */
import { useMemo, useState } from "preact/hooks";
import { clockText, durationText } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import { useFlow, usePanel } from "./context.ts";
import { areaPath } from "./details/chart.tsx";
import type { Course } from "./worker/protocol.ts";

/** Steps of the slider. */
const STEPS = 1_000;

export function TimeBar() {
  const panel = usePanel();
  const state = useFlow(
    "frame",
    "untilMs",
    "aheadMs",
    "aheadEvents",
    "running",
    "faults",
    "courses",
    "selected",
    "outcome",
    "drawing",
  );
  const { frame, untilMs, aheadMs, running, faults, courses, selected, outcome, drawing } = state;
  /** Where the knob is while it is dragged: pictures follow when they are there. */
  const [held, setHeld] = useState<number>();
  const nowMs = frame?.timeMs ?? 0;
  const whole = Math.max(1, untilMs);
  const depth = useMemo(() => depthOf(courses, selected), [courses, selected]);
  if (!drawing) return null;
  const share = (ms: number): string => `${Math.min(100, (ms / whole) * 100)}%`;
  const events = outcome?.events ?? state.aheadEvents;
  return (
    <div class="time-bar">
      <span class="clock" title="Virtual time since the beginning">
        <Icon name="watch" />
        {clockText(nowMs)}
      </span>
      <div class="time-track">
        {depth && (
          <svg class="time-depth" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
            <path d={areaPath(depth, whole, 1000, 100)} />
          </svg>
        )}
        {faults.map(({ node, fromMs, untilMs: endMs }) => (
          <span
            key={`${node} ${fromMs}`}
            class="time-fault"
            style={{ left: share(fromMs), width: share(endMs - fromMs) }}
            title={`${node} has a fault from ${clockText(fromMs)} to ${clockText(endMs)}`}
          />
        ))}
        <span class="time-ahead" style={{ width: share(aheadMs) }} />
        <input
          type="range"
          aria-label="Virtual time"
          min={0}
          max={STEPS}
          step={1}
          value={Math.round(((held ?? nowMs) / whole) * STEPS)}
          aria-valuetext={clockText(held ?? nowMs)}
          onInput={(event) => {
            const timeMs = (Number(event.currentTarget.value) / STEPS) * whole;
            setHeld(timeMs);
            panel.transport.seek(timeMs);
          }}
          onChange={() => setHeld(undefined)}
        />
      </div>
      <span class="position">
        {running ? (
          <>
            {`${Math.round((aheadMs / whole) * 100)} % ahead`}
            <button type="button" class="link" onClick={() => panel.transport.cancel()}>
              Stop
            </button>
          </>
        ) : outcome ? (
          `of ${durationText(untilMs)}, ${events.toLocaleString("en")} events`
        ) : (
          ""
        )}
      </span>
    </div>
  );
}

function depthOf(courses: readonly Course[], selected: string | undefined): Course | undefined {
  const own = courses.find(
    ({ node, metric }) => node === selected && (metric === "visible" || metric === "concurrency"),
  );
  return own ?? courses.find(({ metric }) => metric === "visible");
}
