/** Every kind of node, by the type of its resource. A type that is not here is not simulated. */
import type { NodeFactory, NodeSpec } from "../sim/types.ts";
import { AutoScalingGroup } from "./consumers/auto-scaling-group.ts";
import { WorkerGroup } from "./consumers/worker-group.ts";
import { Stream } from "./kinesis/stream.ts";
import { StreamConsumer } from "./kinesis/stream-consumer.ts";
import { Producer } from "./producers/producer.ts";
import { Subscription } from "./sns/subscription.ts";
import { Topic } from "./sns/topic.ts";
import { settingsOfProperties } from "./sqs/attributes.ts";
import { Queue } from "./sqs/queue.ts";

const NODES: Readonly<Record<string, NodeFactory>> = {
  "AWS::SQS::Queue": (context, spec) => new Queue(context, spec, settingsOfProperties(spec.properties)),
  "AWS::SNS::Topic": (context, spec) => new Topic(context, spec),
  "AWS::SNS::Subscription": (context, spec) => new Subscription(context, spec),
  "AWS::Kinesis::Stream": (context, spec) => new Stream(context, spec),
  "AWS::Kinesis::StreamConsumer": (context, spec) => new StreamConsumer(context, spec),
  "AWS::AutoScaling::AutoScalingGroup": (context, spec) => new AutoScalingGroup(context, spec),
  "Sluice::Producer": (context, spec) => new Producer(context, spec),
  "Sluice::WorkerGroup": (context, spec) => new WorkerGroup(context, spec),
};

export const SIMULATED_TYPES: readonly string[] = Object.keys(NODES);

/** Whether resources of a type are simulated. */
export function isSimulated(type: string): boolean {
  return Object.hasOwn(NODES, type);
}

/** What makes the node of a resource that `isSimulated`. */
export function nodeFactoryOf({ id, type }: NodeSpec): NodeFactory {
  const factory = isSimulated(type) ? NODES[type] : undefined;
  if (factory === undefined) throw new Error(`${id}: resources of type ${type} are not simulated`);
  return factory;
}
