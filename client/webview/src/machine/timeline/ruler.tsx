/** The scale of a timeline: times where there is room for them, compressed stretches, and the line of the run. */
import { eventAtPlace, type TimeScale, type TraceEvent } from "@sluice/engine";
import { useEffect, useRef, useState } from "preact/hooks";
import { clockText, durationText } from "../../ui/format.ts";
import type { Zoom } from "./use-zoom.ts";

/** Pixels that a time takes. */
const TICK_WIDTH = 92;

export interface RulerProps {
  readonly scale: TimeScale;
  readonly events: readonly TraceEvent[];
  readonly zoom: Zoom;
  readonly cursor: number;
  readonly onMove: (cursor: number) => void;
}

export function Ruler({ scale, events, zoom, cursor, onMove }: RulerProps) {
  const move = (event: PointerEvent & { readonly currentTarget: HTMLElement }): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onMove(eventAtPlace(scale, zoom.placeAt((event.clientX - left) / width)) + 1);
  };
  const track = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const { current: element } = track;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const line = zoom.seen(scale.places[Math.max(0, cursor - 1)] ?? 0);
  return (
    <div class="timeline-row ruler" role="presentation">
      <span class="ruler-title">State</span>
      <div
        ref={track}
        class="ruler-track"
        role="presentation"
        title="Click to move the run here"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          move(event);
        }}
        onPointerMove={(event) => event.buttons === 1 && move(event)}
      >
        {ticksOf(scale, events, zoom, TICK_WIDTH / width).map(({ seen, text }) => (
          <span key={text} class="tick" style={{ left: `${seen * 100}%` }}>
            {text}
          </span>
        ))}
        {scale.gaps.map(({ from, to, ms }) => (
          <Gap key={from} from={zoom.seen(from)} to={zoom.seen(to)} ms={ms} />
        ))}
        {line >= 0 && line <= 1 && <span class="ruler-line" style={{ left: `${line * 100}%` }} />}
      </div>
    </div>
  );
}

interface Tick {
  readonly seen: number;
  readonly text: string;
}

function Gap({ from, to, ms }: { from: number; to: number; ms: number }) {
  if (to <= 0 || from >= 1) return null;
  const [left, right] = [Math.max(0, from), Math.min(1, to)];
  const text = durationText(ms);
  return (
    <span
      class="gap"
      style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
      title={`${text} in which nothing happens`}
    >
      {right - left > 0.05 && text}
    </span>
  );
}

/**
 * At events, so that a time is true where it stands; not inside of compressed stretches, and never twice. `share`: of
 * what is seen, that one takes.
 */
function ticksOf(scale: TimeScale, events: readonly TraceEvent[], zoom: Zoom, share: number): readonly Tick[] {
  const startMs = events[0]?.timeMs ?? 0;
  const ticks: Tick[] = [];
  let free = 0;
  for (let seen = 0; seen < 1; seen += share / 4) {
    const index = eventAtPlace(scale, zoom.placeAt(seen));
    const at = zoom.seen(scale.places[index] ?? 0);
    if (at < free || at > 1 - share) continue;
    const text = clockText((events[index]?.timeMs ?? 0) - startMs);
    if (ticks.at(-1)?.text === text || inGap(scale, scale.places[index] ?? 0)) continue;
    ticks.push({ seen: at, text });
    free = at + share;
  }
  return ticks;
}

function inGap({ gaps }: TimeScale, place: number): boolean {
  return gaps.some(({ from, to }) => place > from && place < to);
}
