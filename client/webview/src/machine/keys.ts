/** The panel's keys: those that work everywhere, and, for the overview, those of its parts. */
import type { KeyBinding } from "../shell/keymap.ts";
import { turnTab } from "../ui/tabs.tsx";
import type { MachinePanel } from "./panel.ts";

export function keysOfPanel(panel: MachinePanel): readonly KeyBinding[] {
  const { transport, finder } = panel;
  const selected = (): string | undefined => panel.store.state.selected;
  const runHere = (): void => {
    const state = selected();
    if (state !== undefined) transport.runTo(state);
  };
  /** The picture is there before a run can begin: a key does then what it was pressed for. */
  const awake = (act: () => void) => (): void => panel.whenAwake(act);
  return [
    { keys: "Ctrl+Enter", label: "Run, or pause", run: awake(() => transport.play()) },
    { keys: "Ctrl+Shift+Enter", label: "Run to the end", run: awake(() => transport.runToEnd()) },
    { keys: "F10", label: "Step", run: awake(() => transport.step()) },
    { keys: "Alt+F10", label: "Step back", run: () => transport.stepBack() },
    { keys: "Ctrl+F10", label: "Run to the selected state", run: awake(runHere) },
    { keys: "Ctrl+Shift+F10", label: "Skip to the next event in time", run: awake(() => transport.skip()) },
    { keys: "Ctrl+Shift+F5", label: "Restart", run: () => transport.restart() },
    { keys: "Ctrl+F", label: "Find a state", run: () => finder.open() },
    { keys: "Alt+PageDown", label: "Next tab", run: () => turnTab(1) },
    { keys: "Alt+PageUp", label: "Previous tab", run: () => turnTab(-1) },
    { keys: "Ctrl+/", label: "Show all keys", run: () => panel.showKeys(!panel.store.state.showsKeys) },
    { where: "Graph", keys: "Arrow keys", label: "To the next state in that direction" },
    { where: "Graph", keys: "Space", label: "Show the state's data" },
    { where: "Graph", keys: "Enter", label: "Go to the state's text" },
    { where: "Graph", keys: "+ - 0", label: "Zoom in, zoom out, fit" },
    { where: "Find", keys: "Enter, Shift+Enter", label: "Next match, previous match" },
    { where: "Find", keys: "Escape", label: "Close" },
    { where: "Timeline", keys: "↑ ↓ Home End", label: "From row to row" },
    { where: "Timeline", keys: "← →", label: "Close and open a row, or a moment back and on" },
    { where: "Timeline", keys: "+ - 0", label: "Zoom in, zoom out, show everything" },
    { where: "Timeline", keys: "Enter", label: "Show the state's data" },
    { where: "Events", keys: "↑ ↓ Home End", label: "Move the run to an event" },
    { where: "Answer", keys: "Ctrl+Enter", label: "Give the answer" },
    { where: "Tabs, buttons", keys: "← →", label: "To the next one" },
  ];
}
