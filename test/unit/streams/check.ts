/** Streams, tables, mappings, consumer groups and delivery streams from a seed, and what must hold of them. */
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import { Simulation, type SimulationState } from "../../../engine/src/sim/simulation.ts";
import { differsWhenSaved } from "../sim/properties/same-bytes.ts";
import { generate } from "./generate.ts";
import { wrongIn } from "./oracle.ts";

/** More would be a loop that nobody stops. */
const MAX_EVENTS = 200_000;
/** Each so many seeds the system is also saved on the way. */
const SAVED_EVERY = 5;

export async function wrongWith(seed: number): Promise<string | undefined> {
  const { nodes, faults, endMs, saveAfterEvents } = generate(seed);
  const make = (state?: SimulationState): Simulation => {
    return new Simulation(nodes, nodeFactoryOf, { seed, faults, trace: { keep: "all", max: 1_000_000 } }, state);
  };
  const whole = make();
  await runSimulation(whole, { untilMs: endMs, untilQuiet: true, maxEvents: MAX_EVENTS });
  const untilMs = Math.ceil(whole.timeMs) + 1;
  await runSimulation(whole, { untilMs, maxEvents: MAX_EVENTS });
  if (whole.events >= MAX_EVENTS) return `more than ${MAX_EVENTS} events by ${whole.timeMs} ms`;
  const [violation] = whole.audit();
  if (violation !== undefined) return `${violation.node} at ${violation.timeMs} ms: ${violation.text}`;
  const records = whole.records();
  const wrong = wrongIn(whole, records);
  if (wrong !== undefined || seed % SAVED_EVERY !== 0) return wrong;
  return differsWhenSaved({ make, untilMs, saveAfterEvents }, whole, records);
}
