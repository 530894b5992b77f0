/** Messages of a queue that nobody can receive just now. */
import type { JsonObject } from "@sluice/engine";
import { useFlow, usePanel } from "../../context.ts";

const RADIUS = 13;
const ROUND = 2 * Math.PI * RADIUS;

/** Messages that are hidden: the ring is what is left of the visibility timeout or delay, the number how often received. */
export function Rings({ hidden }: { hidden: readonly JsonObject[] }) {
  const panel = usePanel();
  const { frame } = useFlow("frame");
  const nowMs = frame?.timeMs ?? 0;
  return (
    <ul class="rings" aria-label="Messages in flight and delayed">
      {hidden.map(({ message, receiveCount, delayed, sinceMs, untilMs }) => {
        const [since, until] = [Number(sinceMs), Number(untilMs)];
        const left = Math.max(0, Math.min(1, (until - nowMs) / Math.max(1, until - since)));
        const seconds = Math.max(0, Math.round((until - nowMs) / 1000));
        const said = `m${message}: ${delayed ? "delayed" : `in flight, received ${receiveCount} times`}, visible in ${seconds} s`;
        return (
          <li key={String(message)}>
            <button
              type="button"
              class={`ring-message${Number(receiveCount) > 1 ? " again" : ""}`}
              title={said}
              aria-label={said}
              onClick={() => void panel.showLife(Number(message))}
            >
              <svg width="34" height="34" viewBox="-17 -17 34 34" aria-hidden="true">
                <circle class="ring-track" r={RADIUS} />
                <circle
                  class="ring-left"
                  r={RADIUS}
                  transform="rotate(-90)"
                  stroke-dasharray={`${left * ROUND} ${ROUND}`}
                />
                <text y={4}>{delayed ? "…" : String(receiveCount)}</text>
              </svg>
              <span>m{String(message)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
