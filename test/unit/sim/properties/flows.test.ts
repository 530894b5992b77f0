/**
 * Topics, functions and mappings made from seeds, and what must hold of each: every message that is published is delivered,
 * filtered, kept or lost by every subscription; filters take what they should; FIFO topics keep the order of each group;
 * no more runs than is reserved, no more retries than is configured; the same bytes, also when it was saved on the way.
 */
import { nodeFactoryOf } from "../../../../engine/src/services/nodes.ts";
import { runSimulation } from "../../../../engine/src/sim/drive.ts";
import { Simulation, type SimulationState } from "../../../../engine/src/sim/simulation.ts";
import { at } from "../../sqs/systems.ts";
import { FlowOracle, wrongTotals } from "./flow-oracle.ts";
import { type FlowPlan, generateFlow } from "./generate-flows.ts";
import { wrongIn } from "./oracle.ts";
import { differsWhenSaved } from "./same-bytes.ts";
import { testSeeds } from "./seeds.ts";

/** More would be a loop that nobody stops. */
const MAX_EVENTS = 400_000;

/** It takes three times as long to save a system and go on: queues by themselves do it at every seed. */
const SAVED_EACH = 4;

testSeeds("test/unit/sim/properties/flows.test.ts", 2_000, wrongWith);

async function wrongWith(seed: number): Promise<string | undefined> {
  const plan = generateFlow(seed);
  const { nodes, untilMs } = plan;
  const oracle = new FlowOracle(nodes);
  const whole = make(plan, undefined, oracle);
  await runSimulation(whole, { untilMs, maxEvents: MAX_EVENTS });
  if (whole.events >= MAX_EVENTS) return `more than ${MAX_EVENTS} events by ${whole.timeMs} ms`;
  const [violation] = whole.audit();
  if (violation !== undefined)
    return `${violation.node} at ${violation.timeMs} ms, ${violation.invariant}: ${violation.text}`;
  if (oracle.wrong !== undefined) return oracle.wrong;
  const records = whole.records();
  const pending = (id: string): number => Number(whole.view(id)?.pending);
  return (
    wrongTotals(nodes, whole.metrics(), records, pending) ??
    wrongIn(records, nodes, (id) => at(whole, id).inside()) ??
    (seed % SAVED_EACH === 0
      ? await differsWhenSaved({ ...plan, make: (state) => make(plan, state) }, whole, records)
      : undefined)
  );
}

function make({ seed, nodes, faults }: FlowPlan, state?: SimulationState, oracle?: FlowOracle): Simulation {
  const watching = oracle && {
    watch: (timeMs: number, node: string, what: string, message: Parameters<FlowOracle["watch"]>[3]) => {
      oracle.watch(timeMs, node, what, message);
    },
    onRecord: oracle.onRecord.bind(oracle),
  };
  return new Simulation(
    nodes,
    nodeFactoryOf,
    { seed, faults, trace: { keep: "all", max: 1_000_000 }, ...watching },
    state,
  );
}
