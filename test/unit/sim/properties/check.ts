/** Runs the system of a seed and checks everything that must hold of it. */
import { nodeFactoryOf } from "../../../../engine/src/services/nodes.ts";
import { runSimulation } from "../../../../engine/src/sim/drive.ts";
import { Simulation, type SimulationState } from "../../../../engine/src/sim/simulation.ts";
import type { NodeFactory, NodeSpec } from "../../../../engine/src/sim/types.ts";
import { at } from "../../sqs/systems.ts";
import { generate, type Plan } from "./generate.ts";
import { wrongIn } from "./oracle.ts";
import { Probe, Sends } from "./probe.ts";
import { differsWhenSaved } from "./same-bytes.ts";

/** More would be a loop that nobody stops. */
const MAX_EVENTS = 400_000;

/** What is wrong with the system of a seed; undefined: nothing. */
export async function wrongWith(seed: number): Promise<string | undefined> {
  const plan = generate(seed);
  const sends = new Sends();
  const whole = make(plan, sends);
  await runSimulation(whole, { untilMs: plan.untilMs, maxEvents: MAX_EVENTS });
  if (whole.events >= MAX_EVENTS) return `more than ${MAX_EVENTS} events by ${whole.timeMs} ms`;
  const [violation] = whole.audit();
  if (violation !== undefined)
    return `${violation.node} at ${violation.timeMs} ms, ${violation.invariant}: ${violation.text}`;
  if (sends.wrong !== undefined) return `deduplication: ${sends.wrong}`;
  const records = whole.records();
  const wrong = wrongIn(records, plan.nodes, (id) => at(whole, id).inside());
  if (wrong !== undefined) return wrong;
  return await differsWhenSaved({ ...plan, make: (state) => make(plan, new Sends(), state) }, whole, records);
}

function make({ seed, nodes, faults }: Plan, sends: Sends, state?: SimulationState): Simulation {
  const factoryOf = (spec: NodeSpec): NodeFactory => {
    return spec.type === "Test::Probe" ? (context) => new Probe(context, spec, sends) : nodeFactoryOf(spec);
  };
  return new Simulation(nodes, factoryOf, { seed, faults, trace: { keep: "all", max: 1_000_000 } }, state);
}
