/** Small systems to try brokers in. */
import type { JsonObject } from "../../../engine/src/json.ts";
import { completeParts, completeResources } from "../../../engine/src/services/implied.ts";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import { runSimulation, type SimulationSlice } from "../../../engine/src/sim/drive.ts";
import { Simulation, type SimulationOptions, type SimulationState } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";

export const BROKER_ARN = "arn:aws:mq:us-east-1:123456789012:broker:Broker:1";

export function broker(properties: JsonObject, behavior: JsonObject = {}): NodeSpec {
  return { id: "Broker", type: "AWS::AmazonMQ::Broker", arn: BROKER_ARN, properties, behavior };
}

export function readers(id: string, queue: string, properties: JsonObject, behavior: JsonObject): NodeSpec {
  return { id, type: "Sluice::WorkerGroup", arn: id, properties: { QueueArn: queue, ...properties }, behavior };
}

/** `behaviors`: of queues that only names bring in. */
export function system(
  nodes: readonly NodeSpec[],
  names: readonly string[],
  options: SimulationOptions = {},
  behaviors: Readonly<Record<string, JsonObject>> = {},
  state?: SimulationState,
): Simulation {
  const whole = completeParts(completeResources(nodes, names), names);
  const specs = whole.map((spec) => ({ ...spec, behavior: { ...spec.behavior, ...behaviors[spec.id] } }));
  return new Simulation(specs, nodeFactoryOf, { trace: { keep: "all", max: 100_000 }, ...options }, state);
}

/** Runs it, and throws where the simulator finds itself wrong. */
export async function ran(simulation: Simulation, slice: SimulationSlice = { untilQuiet: true }): Promise<Simulation> {
  await runSimulation(simulation, slice);
  const [wrong] = simulation.audit();
  if (wrong !== undefined) throw new Error(`${wrong.node} at ${wrong.timeMs} ms: ${wrong.text}`);
  return simulation;
}

export function total(simulation: Simulation, node: string, name: string): number {
  const metric = simulation.metrics()[node]?.[name];
  return metric?.kind === "counter" ? metric.total : Number.NaN;
}
