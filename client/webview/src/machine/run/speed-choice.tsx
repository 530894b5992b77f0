/** How fast Run plays. */
import { useMachine, usePanel } from "../context.ts";
import type { Speed } from "../state.ts";

const SPEEDS: readonly (readonly [Speed, string])[] = [
  ["steps", "Step by step"],
  [1, "Real time"],
  [10, "10 × real time"],
  [60, "1 s shows 1 min"],
  [3_600, "1 s shows 1 h"],
  [86_400, "1 s shows 1 day"],
  ["instant", "Instant"],
];

export function SpeedChoice() {
  const { transport } = usePanel();
  const { play } = useMachine("play");
  const index = SPEEDS.findIndex(([speed]) => speed === play.speed);
  return (
    <label class="labelled">
      <span>Speed</span>
      <select
        aria-label="Speed"
        value={String(index)}
        onChange={(event) => transport.setSpeed(SPEEDS[Number(event.currentTarget.value)]?.[0] ?? "steps")}
      >
        {SPEEDS.map(([speed, label], at) => (
          <option key={speed} value={String(at)}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
