/** The buttons that move the run, how fast it plays, and everything else in a menu. */
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { type Tool, ToolButtons } from "../ui/tool-buttons.tsx";
import { useFlow, usePanel } from "./context.ts";
import type { FlowPanel } from "./panel.ts";
import type { FlowState, Speed } from "./state.ts";

const SPEEDS: readonly (readonly [Speed, string])[] = [
  [0.1, "1/10 of real time"],
  [1, "Real time"],
  [10, "10 × real time"],
  [60, "1 s shows 1 min"],
  [600, "1 s shows 10 min"],
];

function toolsOf(
  state: Pick<FlowState, "drawing" | "playing" | "over" | "frame" | "broken">,
  panel: FlowPanel,
): Tool[] {
  const usable = state.drawing !== undefined && !state.broken;
  const isStill = state.playing === "still";
  const start = { id: "play", keys: "Ctrl+Enter", prominent: true } as const;
  return [
    isStill
      ? {
          ...start,
          label: state.over ? "Play again" : "Play",
          icon: "debug-start",
          enabled: usable,
          run: () => panel.transport.play(),
        }
      : { ...start, label: "Pause", icon: "debug-pause", enabled: true, run: () => panel.transport.pause() },
    {
      id: "end",
      label: "Run to the next breakpoint or the end",
      keys: "Ctrl+Shift+Enter",
      icon: "run-all",
      enabled: usable && state.playing !== "continue",
      run: () => panel.transport.continue(),
    },
    {
      id: "back",
      label: "Step back",
      keys: "Alt+F10",
      icon: "debug-step-back",
      enabled: usable && (state.frame?.events ?? 0) > 0,
      run: () => panel.transport.stepBack(),
    },
    {
      id: "step",
      label: "Step",
      keys: "F10",
      icon: "debug-step-over",
      enabled: usable,
      run: () => panel.transport.step(),
    },
    {
      id: "restart",
      label: "Back to the beginning",
      keys: "Ctrl+Shift+F5",
      icon: "debug-restart",
      enabled: usable,
      run: () => panel.transport.seek(0),
    },
  ];
}

export function Toolbar() {
  const panel = usePanel();
  const state = useFlow("drawing", "playing", "over", "frame", "broken", "speed");
  const index = SPEEDS.findIndex(([speed]) => speed === state.speed);
  return (
    <header class="toolbar">
      <ToolButtons label="Run" tools={toolsOf(state, panel)} />
      <div class="toolbar-end">
        <label class="labelled">
          <span>Speed</span>
          <select
            aria-label="Speed"
            value={String(index)}
            onChange={(event) => panel.setSpeed(SPEEDS[Number(event.currentTarget.value)]?.[0] ?? 10)}
          >
            {SPEEDS.map(([speed, label], at) => (
              <option key={speed} value={String(at)}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <MoreMenu />
      </div>
    </header>
  );
}

function MoreMenu() {
  const panel = usePanel();
  const { outcome, running, sweeping } = useFlow("outcome", "running", "sweeping");
  const items: readonly MenuItem[] = [
    { id: "save", label: "Save as Scenario…", keys: "Ctrl+S", run: () => panel.changes.saveScenario() },
    {
      id: "export",
      label: "Save This Run…",
      disabled: outcome ? undefined : "Nothing has been run yet",
      run: () => void panel.changes.saveTrace(),
    },
    { id: "open", label: "Open a Saved Run…", run: () => panel.tell({ type: "openTrace" }) },
    {
      id: "cancel",
      label: "Stop All That Runs",
      apart: true,
      disabled: running || sweeping !== undefined ? undefined : "Nothing runs",
      run: () => panel.transport.cancel(),
    },
  ];
  return <Menu label="More" icon="ellipsis" items={items} />;
}
