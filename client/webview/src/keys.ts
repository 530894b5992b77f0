/** The keys that work wherever the focus is in the panel. Those of one component are with it. */
import type { Controller } from "./controller.ts";

export function listenToKeys(target: Window, controller: Controller): void {
  target.addEventListener("keydown", (event) => {
    const action = actionOf(event, controller);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });
}

function actionOf(event: KeyboardEvent, controller: Controller): (() => void) | undefined {
  const control = event.ctrlKey || event.metaKey;
  if (event.key === "F10" && !control && !event.shiftKey) {
    return event.altKey ? () => controller.run.stepBack() : () => controller.run.step();
  }
  if (event.key === "Enter" && control) {
    return event.shiftKey ? () => controller.run.runToEnd() : () => controller.run.play();
  }
  if (event.key === "F5" && control && event.shiftKey) return () => controller.run.restart();
  return undefined;
}
