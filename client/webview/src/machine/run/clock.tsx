/**
 * The virtual clock: time since the execution started. While it plays at a told speed the clock is seen to run, and says
 * how long it is to the next event.
 */
import { useEffect, useRef } from "preact/hooks";
import { clockText, durationText } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { useMachine, usePanel } from "../context.ts";
import { elapsedMs, type Flow } from "../state.ts";
import { flowedMs } from "./pace.ts";

/** A shorter wait is not worth a button. */
const WORTH_SKIPPING_MS = 1_000;

export function Clock() {
  const { transport } = usePanel();
  const { run, play } = useMachine("run", "play");
  const text = useRef<HTMLSpanElement>(null);
  const rest = useRef<HTMLSpanElement>(null);
  const { flow } = play;
  useEffect(() => {
    if (!flow) return undefined;
    let frame = 0;
    const show = (): void => {
      const nowMs = flowedMs(flow, performance.now());
      if (text.current) text.current.textContent = clockText(nowMs);
      if (rest.current) rest.current.textContent = durationText(flow.toMs - nowMs);
      frame = requestAnimationFrame(show);
    };
    show();
    return () => cancelAnimationFrame(frame);
  }, [flow]);
  const started = run?.events[0]?.timeMs;
  const now = started === undefined ? "" : `: ${new Date(started + elapsedMs(run)).toISOString()}`;
  return (
    <>
      <span class="clock" title={`Virtual time since the execution started${now}`}>
        <Icon name="watch" />
        <span ref={text}>{clockText(flow ? flow.fromMs : elapsedMs(run))}</span>
      </span>
      {flow && waits(flow) && (
        <button
          type="button"
          class="link"
          title="Skip to the next event in time (Ctrl+Shift+F10)"
          onClick={() => transport.skip()}
        >
          next in <span ref={rest}>{durationText(flow.toMs - flow.fromMs)}</span>: skip
        </button>
      )}
    </>
  );
}

function waits({ tookMs }: Flow): boolean {
  return tookMs >= WORTH_SKIPPING_MS;
}
