/** Small systems to try buses in. */
import type { JsonObject } from "../../../engine/src/json.ts";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import type { Ports } from "../../../engine/src/services/ports.ts";
import { Simulation, type SimulationOptions, type SimulationState } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { queue } from "../sqs/systems.ts";

const EVENTS = "arn:aws:events:us-east-1:123456789012:";

export const busArn = (name: string): string => `${EVENTS}event-bus/${name}`;

export function bus(id: string, properties: JsonObject = {}): NodeSpec {
  return { id, type: "AWS::Events::EventBus", arn: busArn(id), properties };
}

/** `targets`: as a template has them; an ARN by itself is one with it for its id. */
export function rule(
  id: string,
  of: string,
  targets: readonly (JsonObject | string)[],
  own: JsonObject = {},
): NodeSpec {
  const Targets = targets.map((each) => (typeof each === "string" ? { Id: each, Arn: each } : each));
  const properties = { EventBusName: of, EventPattern: { source: [{ exists: true }] }, ...own, Targets };
  return { id, type: "AWS::Events::Rule", arn: `${EVENTS}rule/${id}`, properties };
}

export function archive(id: string, of: string, properties: JsonObject = {}, behavior: JsonObject = {}): NodeSpec {
  const arn = `${EVENTS}archive/${id}`;
  return { id, type: "AWS::Events::Archive", arn, properties: { SourceArn: busArn(of), ...properties }, behavior };
}

export function simulationOf(
  specs: readonly NodeSpec[],
  options: SimulationOptions = {},
  state?: SimulationState,
): Simulation {
  return new Simulation(specs, nodeFactoryOf, { trace: { keep: "all", max: 1_000_000 }, ...options }, state);
}

export function portsOf(simulation: Simulation, id: string): Ports {
  return simulation.ports(id) as Ports;
}

export const entry = (
  detail: JsonObject,
  Source = "shop",
  DetailType = "Order",
): { readonly [K in "Source" | "DetailType" | "Detail"]: string } => {
  return { Source, DetailType, Detail: JSON.stringify(detail) };
};

/** Bodies of all that is in a queue, without taking it out of view for others. */
export function bodiesIn(simulation: Simulation, id: string): readonly string[] {
  const { queue: port } = portsOf(simulation, id);
  const bodies: string[] = [];
  for (;;) {
    const received = port.receive(10, 43_200);
    if ("code" in received || received.length === 0) return bodies;
    bodies.push(...received.map(({ message }) => message.body));
  }
}

export { queue };
