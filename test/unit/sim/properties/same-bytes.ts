/** Whether a simulation that was saved on the way and restored elsewhere comes to the same bytes. */
import { runSimulation } from "../../../../engine/src/sim/drive.ts";
import type { Simulation, SimulationState } from "../../../../engine/src/sim/simulation.ts";
import type { FlowRecord } from "../../../../engine/src/sim/types.ts";

/** How a simulation is made, anew or from a state, and when it is saved. */
export interface Saved {
  readonly make: (state?: SimulationState) => Simulation;
  readonly untilMs: number;
  readonly saveAfterEvents: number;
}

/** What is different; undefined: nothing. `whole`: the simulation that was never saved, at its end. */
export async function differsWhenSaved(
  { make, untilMs, saveAfterEvents }: Saved,
  whole: Simulation,
  records: readonly FlowRecord[],
): Promise<string | undefined> {
  const begun = make();
  await runSimulation(begun, { untilMs, maxEvents: saveAfterEvents });
  const saved = JSON.stringify(begun.save());
  const again = make(JSON.parse(saved) as SimulationState);
  await runSimulation(again, { untilMs });
  const others = again.records();
  const where = `saved after event ${saveAfterEvents}, it`;
  const at = records.findIndex((record, index) => !isSame(record, others[index]));
  if (at >= 0) return `${where} goes on with ${JSON.stringify(others[at])}, not ${JSON.stringify(records[at])}`;
  if (others.length > records.length) return `${where} goes on with ${JSON.stringify(others[records.length])}`;
  return textOf(again) === textOf(whole) ? undefined : `${where} ends in another state`;
}

/** The bytes of a simulation, but for its trace. */
function textOf(simulation: Simulation): string {
  const { trace: _, ...state } = simulation.save();
  return JSON.stringify(state);
}

function isSame(a: FlowRecord, b: FlowRecord | undefined): boolean {
  if (b === undefined || a.sequence !== b.sequence || a.timeMs !== b.timeMs || a.node !== b.node) return false;
  if (a.what !== b.what || a.message !== b.message || a.other !== b.other) return false;
  return a.why === undefined ? b.why === undefined : JSON.stringify(a.why) === JSON.stringify(b.why);
}
