/** Runs the system of a seed and checks everything that must hold of it. */
import { nodeFactoryOf } from "../../../../engine/src/services/nodes.ts";
import { runSimulation } from "../../../../engine/src/sim/drive.ts";
import { Simulation, type SimulationState } from "../../../../engine/src/sim/simulation.ts";
import type { FlowRecord, NodeFactory, NodeSpec } from "../../../../engine/src/sim/types.ts";
import { at } from "../../sqs/systems.ts";
import { generate, type Plan } from "./generate.ts";
import { wrongIn } from "./oracle.ts";
import { Probe, Sends } from "./probe.ts";

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
  return await differs(plan, whole, records);
}

/** Run again, saved on the way and restored elsewhere, it must come to the same bytes. */
async function differs(plan: Plan, whole: Simulation, records: readonly FlowRecord[]): Promise<string | undefined> {
  const begun = make(plan, new Sends());
  await runSimulation(begun, { untilMs: plan.untilMs, maxEvents: plan.saveAfterEvents });
  const saved = JSON.stringify(begun.save());
  const again = make(plan, new Sends(), JSON.parse(saved) as SimulationState);
  await runSimulation(again, { untilMs: plan.untilMs });
  const others = again.records();
  const where = `saved after event ${plan.saveAfterEvents}, it`;
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

function make({ seed, nodes, faults }: Plan, sends: Sends, state?: SimulationState): Simulation {
  const factoryOf = (spec: NodeSpec): NodeFactory => {
    return spec.type === "Test::Probe" ? (context) => new Probe(context, spec, sends) : nodeFactoryOf(spec);
  };
  return new Simulation(nodes, factoryOf, { seed, faults, trace: { keep: "all", max: 1_000_000 } }, state);
}
