/** Every kind of node, by the type of its resource. A type that is not here is not simulated. */
import type { NodeFactory, NodeSpec } from "../sim/types.ts";
import { AnalyticsApplication } from "./analytics/application.ts";
import { applicationSettingsOf, isAnalyticsApplication } from "./analytics/application-settings.ts";
import { ApiDestination } from "./api-destination/api-destination.ts";
import { Api } from "./api-gateway/api.ts";
import { RouteDoor } from "./api-gateway/route-door.ts";
import { AutoScalingGroup } from "./consumers/auto-scaling-group.ts";
import { WorkerGroup } from "./consumers/worker-group.ts";
import { Table } from "./dynamodb/table.ts";
import { eventSourceMapping, hasSimulatedSource } from "./event-source-mapping/mapping.ts";
import { Archive } from "./events/archive.ts";
import { EventBus } from "./events/bus.ts";
import { Rule } from "./events/rule.ts";
import { DeliveryStream } from "./firehose/delivery-stream.ts";
import { KafkaCluster } from "./kafka/cluster.ts";
import { KafkaConsumerGroup } from "./kafka/consumer-group.ts";
import { KafkaTopic } from "./kafka/topic.ts";
import { ConsumerGroup } from "./kcl/consumer-group.ts";
import { Stream } from "./kinesis/stream.ts";
import { StreamConsumer } from "./kinesis/stream-consumer.ts";
import { ArchiveConsumer } from "./kinesis-video/archive-consumer.ts";
import { fragmentSelectorOf } from "./kinesis-video/consumer-settings.ts";
import { VideoConsumer } from "./kinesis-video/video-consumer.ts";
import { VideoStream } from "./kinesis-video/video-stream.ts";
import { LambdaAccount } from "./lambda/account.ts";
import { LambdaFunction } from "./lambda/function.ts";
import { QualifiedFunction } from "./lambda/qualified-function.ts";
import { Broker } from "./mq/broker.ts";
import { BrokerQueue } from "./mq/queue.ts";
import { BrokerTopic } from "./mq/topic.ts";
import { Part } from "./part.ts";
import { Pipe } from "./pipes/pipe.ts";
import { mappingPropertiesOf } from "./pipes/pipe-source.ts";
import { Producer } from "./producers/producer.ts";
import { Bucket } from "./s3/bucket.ts";
import { Schedule } from "./scheduler/schedule.ts";
import { SINK, Sink } from "./sink.ts";
import { Subscription } from "./sns/subscription.ts";
import { Topic } from "./sns/topic.ts";
import { settingsOfProperties } from "./sqs/attributes.ts";
import { Queue } from "./sqs/queue.ts";
import { StateMachine } from "./step-functions/state-machine.ts";
import { SwfWorkflow } from "./swf/workflow.ts";

const NODES: Readonly<Record<string, NodeFactory>> = {
  "AWS::SQS::Queue": (context, spec) => new Queue(context, spec, settingsOfProperties(spec.properties)),
  "AWS::SNS::Topic": (context, spec) => new Topic(context, spec),
  "AWS::SNS::Subscription": (context, spec) => new Subscription(context, spec),
  "AWS::DynamoDB::Table": (context, spec) => new Table(context, spec),
  "AWS::DynamoDB::GlobalTable": (context, spec) => new Table(context, spec),
  "AWS::Kinesis::Stream": (context, spec) => new Stream(context, spec),
  "AWS::KinesisAnalytics::Application": (context, spec) => new AnalyticsApplication(context, spec),
  "AWS::KinesisAnalyticsV2::Application": (context, spec) => new AnalyticsApplication(context, spec),
  "AWS::KinesisFirehose::DeliveryStream": (context, spec) => new DeliveryStream(context, spec),
  "AWS::Kinesis::StreamConsumer": (context, spec) => new StreamConsumer(context, spec),
  "AWS::KinesisVideo::Stream": (context, spec) => new VideoStream(context, spec),
  "AWS::Lambda::Function": (context, spec) => new LambdaFunction(context, spec),
  "AWS::Lambda::Alias": (context, spec) => new QualifiedFunction(context, spec),
  "AWS::Lambda::Version": (context, spec) => new QualifiedFunction(context, spec),
  "AWS::Lambda::EventSourceMapping": eventSourceMapping,
  "Sluice::LambdaAccount": (context, spec) => new LambdaAccount(context, spec),
  "AWS::Events::EventBus": (context, spec) => new EventBus(context, spec),
  "AWS::Events::Rule": (context, spec) => new Rule(context, spec),
  "AWS::Events::Archive": (context, spec) => new Archive(context, spec),
  "AWS::StepFunctions::StateMachine": (context, spec) => new StateMachine(context, spec),
  "AWS::Events::ApiDestination": (context, spec) => new ApiDestination(context, spec),
  [SINK]: (context) => new Sink(context),
  "AWS::ApiGateway::RestApi": (context, spec) => new Api(context, spec),
  "AWS::ApiGatewayV2::Api": (context, spec) => new Api(context, spec),
  "AWS::ApiGateway::Method": (context, spec) => new RouteDoor(context, spec),
  "AWS::ApiGatewayV2::Route": (context, spec) => new RouteDoor(context, spec),
  "AWS::ApiGatewayV2::Integration": (context, spec) => new RouteDoor(context, spec),
  "AWS::Pipes::Pipe": (context, spec) => new Pipe(context, spec),
  "AWS::Scheduler::Schedule": (context, spec) => new Schedule(context, spec),
  "AWS::S3::Bucket": (context, spec) => new Bucket(context, spec),
  "AWS::MSK::Cluster": (context, spec) => new KafkaCluster(context, spec),
  "AWS::MSK::ServerlessCluster": (context, spec) => new KafkaCluster(context, spec),
  "AWS::MSK::Topic": (context, spec) => new KafkaTopic(context, spec),
  "AWS::AmazonMQ::Broker": (context, spec) => new Broker(context, spec),
  "AWS::AutoScaling::AutoScalingGroup": (context, spec) => new AutoScalingGroup(context, spec),
  "Sluice::KclApplication": (context, spec) => new ConsumerGroup(context, spec),
  "Sluice::BrokerQueue": (context, spec) => new BrokerQueue(context, spec),
  "Sluice::BrokerTopic": (context, spec) => new BrokerTopic(context, spec),
  "Sluice::KafkaCluster": (context, spec) => new KafkaCluster(context, spec),
  "Sluice::KafkaConsumerGroup": (context, spec) => new KafkaConsumerGroup(context, spec),
  "Sluice::Part": (context, spec) => new Part(context, spec),
  "Sluice::Producer": (context, spec) => new Producer(context, spec),
  "Sluice::SwfWorkflow": (context, spec) => new SwfWorkflow(context, spec),
  "Sluice::VideoConsumer": (context, spec) => {
    const archived = fragmentSelectorOf(spec);
    return archived === undefined ? new VideoConsumer(context, spec) : new ArchiveConsumer(context, spec, archived);
  },
  "Sluice::WorkerGroup": (context, spec) => new WorkerGroup(context, spec),
};

export const SIMULATED_TYPES: readonly string[] = Object.keys(NODES);

/** Whether a resource is simulated. */
export function isSimulated({ type, properties }: Pick<NodeSpec, "type" | "properties">): boolean {
  if (type === "AWS::Lambda::EventSourceMapping") return hasSimulatedSource(properties);
  if (type === "AWS::Pipes::Pipe") return hasSimulatedSource(mappingPropertiesOf(properties, ""));
  return Object.hasOwn(NODES, type);
}

/** What makes the node of a resource that `isSimulated`. */
export function nodeFactoryOf(spec: NodeSpec): NodeFactory {
  const factory = isSimulated(spec) ? NODES[spec.type] : undefined;
  if (factory === undefined) throw new Error(`${spec.id}: resources of type ${spec.type} are not simulated`);
  return factory;
}

/** Why a node that is there does nothing: what it computes is not known, or not simulated. */
export function idleReasonOf({ type, properties, behavior }: NodeSpec): string | undefined {
  return isAnalyticsApplication(type) ? applicationSettingsOf(properties, behavior).unread : undefined;
}
