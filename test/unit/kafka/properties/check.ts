/** Runs the system of a seed and checks everything that must hold of it. */
import { runSimulation } from "../../../../engine/src/sim/drive.ts";
import type { Simulation, SimulationState } from "../../../../engine/src/sim/simulation.ts";
import { differsWhenSaved } from "../../sim/properties/same-bytes.ts";
import { system } from "../systems.ts";
import { generate, type Plan } from "./generate.ts";
import { wrongIn } from "./oracle.ts";

/** More would be a loop that nobody stops. */
const MAX_EVENTS = 400_000;

/** How often it is looked at whether everything holds, in events. */
const AUDIT_EVERY = 37;

/** Each so many seeds the system is also saved on the way, which takes much longer than to run it. */
const SAVED_EVERY = 5;

/** What is wrong with the system of a seed; undefined: nothing. */
export async function wrongWith(seed: number): Promise<string | undefined> {
  const plan = generate(seed);
  const whole = make(plan);
  const afterEvent = ({ events }: Simulation): boolean => events % AUDIT_EVERY === 0 && whole.audit().length > 0;
  await runSimulation(whole, { untilMs: plan.untilMs, maxEvents: MAX_EVENTS, afterEvent });
  if (whole.events >= MAX_EVENTS) return `more than ${MAX_EVENTS} events by ${whole.timeMs} ms`;
  const [violation] = whole.audit();
  if (violation !== undefined) {
    return `${violation.node} at ${violation.timeMs} ms, ${violation.invariant}: ${violation.text}`;
  }
  const records = whole.records();
  const topics = new Set(plan.nodes.filter(({ type }) => type === "AWS::MSK::Topic").map(({ id }) => id));
  const wrong = wrongIn(records, topics) ?? unreadIn(plan, whole);
  if (wrong !== undefined || seed % SAVED_EVERY !== 0) return wrong;
  return differsWhenSaved({ ...plan, make: (state) => make(plan, state) }, whole, records);
}

/** Where nothing went wrong for long, a group has read everything that is there. */
function unreadIn({ faults, nodes }: Plan, whole: Simulation): string | undefined {
  if (faults.length > 0) return undefined;
  const groups = nodes.filter(({ type }) => type === "Sluice::KafkaConsumerGroup");
  const late = groups.find(({ id, behavior }) => {
    const isQuick = typeof behavior?.durationMs === "number" && behavior.failureRate === 0;
    return isQuick && whole.view(id)?.lag !== 0;
  });
  return late === undefined ? undefined : `${late.id} has not read everything`;
}

function make({ seed, nodes, faults }: Plan, state?: SimulationState): Simulation {
  return system(nodes, { seed, faults }, [], state);
}
