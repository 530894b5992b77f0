/** Small systems to try queues in: queues, producers and workers by their settings. */
import type { JsonObject } from "../../../engine/src/json.ts";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import type { Queue } from "../../../engine/src/services/sqs/queue.ts";
import { runSimulation, type SimulationSlice } from "../../../engine/src/sim/drive.ts";
import { type Metric, metricOf } from "../../../engine/src/sim/metrics.ts";
import { Simulation, type SimulationOptions } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";

export const arnOf = (name: string): string => `arn:aws:sqs:us-east-1:123456789012:${name}`;

export function queue(id: string, properties: JsonObject = {}, behavior: JsonObject = {}): NodeSpec {
  return { id, type: "AWS::SQS::Queue", arn: arnOf(id), properties, behavior };
}

export function fifo(id: string, properties: JsonObject = {}): NodeSpec {
  return queue(id, { FifoQueue: true, ContentBasedDeduplication: true, ...properties });
}

export function producer(id: string, to: string, behavior: JsonObject, properties: JsonObject = {}): NodeSpec {
  return { id, type: "Sluice::Producer", arn: id, properties: { TargetArn: arnOf(to), ...properties }, behavior };
}

export function workers(id: string, of: string, properties: JsonObject, behavior: JsonObject): NodeSpec {
  return { id, type: "Sluice::WorkerGroup", arn: id, properties: { QueueArn: arnOf(of), ...properties }, behavior };
}

export const redriveTo = (name: string, maxReceiveCount: number): JsonObject => {
  return { RedrivePolicy: { deadLetterTargetArn: arnOf(name), maxReceiveCount } };
};

export function system(nodes: readonly NodeSpec[], options: SimulationOptions = {}): Simulation {
  return new Simulation(nodes, nodeFactoryOf, options);
}

/** Runs it, and throws where the simulator finds itself wrong. */
export async function ran(
  nodes: readonly NodeSpec[],
  options: SimulationOptions = {},
  slice: SimulationSlice = { untilQuiet: true },
): Promise<Simulation> {
  const simulation = system(nodes, options);
  await runSimulation(simulation, slice);
  const [wrong] = simulation.audit();
  if (wrong !== undefined) throw new Error(`${wrong.node} at ${wrong.timeMs} ms, seed ${wrong.seed}: ${wrong.text}`);
  return simulation;
}

/** A queue itself, for tests that call its API. */
export function at(simulation: Simulation, id: string): Queue {
  const found = (simulation.ports(id) as { readonly sqs?: Queue } | undefined)?.sqs;
  if (found === undefined) throw new Error(`there is no queue ${id}`);
  return found;
}

/** A metric that must be there. */
export function metric<K extends Metric["kind"]>(
  simulation: Simulation,
  node: string,
  name: string,
  kind: K,
): Extract<Metric, { readonly kind: K }> {
  const found = metricOf(simulation.metrics(), node, name, kind);
  if (found === undefined) throw new Error(`${node} has no ${kind} ${name}`);
  return found;
}

export function total(simulation: Simulation, node: string, name: string): number {
  return metric(simulation, node, name, "counter").total;
}
