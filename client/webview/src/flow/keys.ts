/** Keys that work everywhere in the panel: the same as a debugger's. */
import type { KeyBinding } from "../shell/keymap.ts";
import { turnTab } from "../ui/tabs.tsx";
import type { FlowPanel } from "./panel.ts";

export function keysOfPanel(panel: FlowPanel): readonly KeyBinding[] {
  return [
    {
      keys: "Ctrl+Enter",
      label: "Play or pause",
      run: () => (panel.store.state.playing === "still" ? panel.transport.play() : panel.transport.pause()),
    },
    { keys: "Ctrl+Shift+Enter", label: "Run to the next breakpoint or the end", run: () => panel.transport.continue() },
    { keys: "F10", label: "Step to the next event", run: () => panel.transport.step() },
    { keys: "Alt+F10", label: "Step back", run: () => panel.transport.stepBack() },
    { keys: "Ctrl+Shift+F5", label: "Back to the beginning", run: () => panel.transport.seek(0) },
    { keys: "Alt+PageDown", label: "Next tab", run: () => turnTab(1) },
    { keys: "Alt+PageUp", label: "Previous tab", run: () => turnTab(-1) },
    { keys: "Ctrl+S", label: "Save as scenario", run: () => panel.changes.saveScenario() },
  ];
}
