/** The trace as GetExecutionHistory returns it, saved to a file: it opens again here, and wherever AWS's own would. */
import { toHistory } from "@sluice/engine";
import type { Hub } from "../hub.ts";
import type { Run } from "../state.ts";

export function saveHistory({ tell, store }: Hub, run: Run): void {
  const text = `${JSON.stringify({ events: toHistory(run.events) }, null, 2)}\n`;
  tell({ type: "save", name: `${stemOf(store.state.name)}.history.json`, content: text });
}

/** A file's name without what says of which kind it is. */
export function stemOf(name: string): string {
  return name.replace(/(\.asl)?\.(json|ya?ml)$|\.asl$/i, "") || "state-machine";
}
