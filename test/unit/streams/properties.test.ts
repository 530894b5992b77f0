/**
 * Streams, tables, mappings, consumer groups and delivery streams from seeds, and what must hold of each. Each run tries
 * some hundred of them; `SLUICE_SEEDS=2000` more.
 */
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import { Simulation, type SimulationState } from "../../../engine/src/sim/simulation.ts";
import { differsWhenSaved } from "../sim/properties/same-bytes.ts";
import { testSeeds } from "../sim/properties/seeds.ts";
import { generate } from "./generate.ts";
import { wrongIn } from "./oracle.ts";

/** More would be a loop that nobody stops. */
const MAX_EVENTS = 200_000;

async function wrongWith(seed: number): Promise<string | undefined> {
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
  return wrongIn(whole, records) ?? (await differsWhenSaved({ make, untilMs, saveAfterEvents }, whole, records));
}

testSeeds("test/unit/streams/properties.test.ts", 250, wrongWith);
