/** The buttons that move the run, how fast it plays, who answers its tasks, and everything else in a menu. */
import { type Tool, ToolButtons } from "../../ui/tool-buttons.tsx";
import { useMachine, usePanel } from "../context.ts";
import { MoreMenu } from "../more-menu.tsx";
import type { MachinePanel } from "../panel.ts";
import { isStale, type MachineState } from "../state.ts";
import { SpeedChoice } from "./speed-choice.tsx";
import { TaskSource } from "./task-source.tsx";

type Shown = Pick<MachineState, "run" | "play" | "drawing" | "broken" | "awake" | "selected">;

function toolsOf(state: Shown, { transport }: MachinePanel): Tool[] {
  const { run, play, selected } = state;
  const moving = play.playing || run?.activity === "moving";
  const atEnd = run !== undefined && run.cursor === run.length;
  const usable = state.drawing !== undefined && !state.broken && state.awake;
  const waits = atEnd && run?.activity === "blocked";
  const over = atEnd && run?.activity === "ended" && !isStale(state);
  const start = { id: "play", keys: "Ctrl+Enter", prominent: true } as const;
  return [
    moving
      ? { ...start, label: "Pause", icon: "debug-pause", enabled: true, run: () => transport.pause() }
      : {
          ...start,
          label: over ? "Run again" : "Run",
          text: "Run", // so that nothing moves at the end
          icon: "debug-start",
          enabled: usable && !waits,
          run: () => transport.play(),
        },
    {
      id: "end",
      label: "Run to end",
      keys: "Ctrl+Shift+Enter",
      icon: "run-all",
      enabled: usable && !waits && !moving,
      run: () => transport.runToEnd(),
    },
    {
      id: "back",
      label: "Step back",
      keys: "Alt+F10",
      icon: "debug-step-back",
      enabled: run !== undefined && run.cursor > 0 && run.activity !== "moving",
      run: () => transport.stepBack(),
    },
    {
      id: "step",
      label: "Step",
      keys: "F10",
      icon: "debug-step-over",
      enabled: usable && !waits && !over && !moving,
      run: () => transport.step(),
    },
    {
      id: "here",
      label: selected === undefined ? "Run to the selected state" : `Run to “${selected}”`,
      keys: "Ctrl+F10",
      icon: "target",
      enabled: usable && !waits && !moving && selected !== undefined,
      run: () => selected !== undefined && transport.runTo(selected),
    },
    {
      id: "skip",
      label: "Skip to the next event in time",
      keys: "Ctrl+Shift+F10",
      icon: "fast-forward",
      enabled: usable && !waits && !over && run?.activity !== "moving",
      run: () => transport.skip(),
    },
    {
      id: "restart",
      label: "Restart",
      keys: "Ctrl+Shift+F5",
      icon: "debug-restart",
      enabled: run !== undefined && usable,
      run: () => transport.restart(),
    },
  ];
}

export function Toolbar() {
  const panel = usePanel();
  const state = useMachine("run", "play", "drawing", "broken", "awake", "selected");
  return (
    <header class="toolbar">
      <ToolButtons label="Run" tools={toolsOf(state, panel)} />
      <div class="toolbar-end">
        <SpeedChoice />
        <TaskSource />
        <MoreMenu />
      </div>
    </header>
  );
}
