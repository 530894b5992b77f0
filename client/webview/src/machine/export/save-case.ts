/** A run as a case of the scenario file beside the definition. */
import { caseOf } from "@sluice/engine";
import type { MachinePanel } from "../panel.ts";
import { whole } from "../run/whole.ts";
import { runTitle } from "../words.ts";

/** The host asks for the case's name, and writes it. */
export function saveCase({ store, hub }: MachinePanel): void {
  const { run } = store.state;
  if (!run) return;
  hub.tell({ type: "saveCase", scenarioCase: caseOf(runTitle(run), run.events.slice(0, run.length), whole(run)) });
}
