/** Small systems to try Kafka in: clusters, topics, consumer groups and producers by their settings. */
import type { JsonObject } from "../../../engine/src/json.ts";
import { completeParts, completeResources } from "../../../engine/src/services/implied.ts";
import type { KafkaTopicPort } from "../../../engine/src/services/kafka/ports.ts";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import { runSimulation, type SimulationSlice } from "../../../engine/src/sim/drive.ts";
import { Simulation, type SimulationOptions, type SimulationState } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";

export const CLUSTER_ARN = "arn:aws:kafka:us-east-1:123456789012:cluster/Events/1";

export function cluster(properties: JsonObject = {}): NodeSpec {
  const BrokerNodeGroupInfo = { ClientSubnets: ["a", "b", "c"], InstanceType: "kafka.m5.large" };
  return {
    id: "Events",
    type: "AWS::MSK::Cluster",
    arn: CLUSTER_ARN,
    properties: {
      ClusterName: "Events",
      KafkaVersion: "3.6.0",
      NumberOfBrokerNodes: 3,
      BrokerNodeGroupInfo,
      ...properties,
    },
  };
}

export function topic(id: string, properties: JsonObject = {}, behavior: JsonObject = {}): NodeSpec {
  return {
    id,
    type: "AWS::MSK::Topic",
    arn: `${CLUSTER_ARN}/${id}`,
    properties: {
      ClusterArn: CLUSTER_ARN,
      TopicName: id.toLowerCase(),
      PartitionCount: 4,
      ReplicationFactor: 3,
      ...properties,
    },
    behavior,
  };
}

export function group(
  id: string,
  of: readonly string[],
  properties: JsonObject = {},
  behavior: JsonObject = {},
): NodeSpec {
  return { id, type: "Sluice::KafkaConsumerGroup", arn: id, properties: { TopicArns: of, ...properties }, behavior };
}

export function producer(id: string, to: string, behavior: JsonObject): NodeSpec {
  return { id, type: "Sluice::Producer", arn: id, properties: { TargetArn: to }, behavior };
}

/** `count` records at so many a second, each with its number as body; keys as they are given. */
export function records(count: number, perSecond: number, partitionKey?: string): JsonObject {
  const message = { body: "${sequence}", ...(partitionKey !== undefined && { partitionKey }) };
  return { arrivals: { constant: { perSecond } }, count, messages: [message] };
}

/** `names`: parts that faults or tests speak of. */
export function system(
  nodes: readonly NodeSpec[],
  options: SimulationOptions = {},
  names: readonly string[] = [],
  state?: SimulationState,
): Simulation {
  const all = [...(options.faults ?? []).map(({ node }) => node), ...names];
  const trace = { keep: "all", max: 1_000_000 } as const;
  return new Simulation(completeParts(completeResources(nodes, all), all), nodeFactoryOf, { trace, ...options }, state);
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

export function topicOf(simulation: Simulation, id: string): KafkaTopicPort {
  const { kafkaTopic } = simulation.ports(id) as { readonly kafkaTopic?: KafkaTopicPort };
  if (kafkaTopic === undefined) throw new Error(`there is no topic ${id}`);
  return kafkaTopic;
}
