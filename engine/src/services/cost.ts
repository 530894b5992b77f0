/** What a simulated system would have cost: its usage, which the meters tell, times the prices. An estimate. */
import { ownEntry } from "../json.ts";
import type { Metrics } from "../sim/metrics.ts";
import type { NodeSpec } from "../sim/types.ts";
import { destinationUsage } from "./api-destination/usage.ts";
import { httpApiUsage, restApiUsage } from "./api-gateway/usage.ts";
import { workerUsage } from "./consumers/usage.ts";
import { tableUsage } from "./dynamodb/usage.ts";
import { busUsage } from "./events/usage.ts";
import { deliveryStreamUsage } from "./firehose/usage.ts";
import { clusterUsage } from "./kafka/usage.ts";
import { streamUsage } from "./kinesis/usage.ts";
import { videoStreamUsage } from "./kinesis-video/usage.ts";
import { functionUsage } from "./lambda/usage.ts";
import { brokerUsage } from "./mq/usage.ts";
import { pipeUsage } from "./pipes/usage.ts";
import { PRICES, PRICES_AS_OF, PRICES_REGION, type Price } from "./prices.ts";
import { bucketUsage } from "./s3/usage.ts";
import { scheduleUsage } from "./scheduler/usage.ts";
import { subscriptionUsage, topicUsage } from "./sns/usage.ts";
import { queueUsage } from "./sqs/usage.ts";
import { stateMachineUsage } from "./step-functions/usage.ts";
import { workflowUsage } from "./swf/usage.ts";
import type { UsageOf } from "./usage.ts";

/** By type of resource; what is not here costs nothing, or nobody knows. */
const USAGE: Readonly<Record<string, UsageOf>> = {
  "AWS::SQS::Queue": queueUsage,
  "AWS::SNS::Topic": topicUsage,
  "AWS::SNS::Subscription": subscriptionUsage,
  "AWS::Lambda::Function": functionUsage,
  "AWS::StepFunctions::StateMachine": stateMachineUsage,
  "AWS::AmazonMQ::Broker": brokerUsage,
  "AWS::DynamoDB::GlobalTable": tableUsage,
  "AWS::DynamoDB::Table": tableUsage,
  "AWS::Events::ApiDestination": destinationUsage,
  "AWS::Events::EventBus": busUsage,
  "AWS::ApiGateway::RestApi": restApiUsage,
  "AWS::ApiGatewayV2::Api": httpApiUsage,
  "AWS::Pipes::Pipe": pipeUsage,
  "AWS::Scheduler::Schedule": scheduleUsage,
  "AWS::Kinesis::Stream": streamUsage,
  "AWS::KinesisFirehose::DeliveryStream": deliveryStreamUsage,
  "AWS::KinesisVideo::Stream": videoStreamUsage,
  "AWS::MSK::Cluster": clusterUsage,
  "AWS::MSK::ServerlessCluster": clusterUsage,
  "AWS::S3::Bucket": bucketUsage,
  "Sluice::SwfWorkflow": workflowUsage,
  "Sluice::WorkerGroup": workerUsage,
};

function serviceOf(type: string): string {
  return type.split("::")[1] ?? type;
}

/** Auto Scaling itself costs nothing. */
const PRICED: ReadonlySet<string> = new Set([...Object.keys(USAGE).map(serviceOf), "AutoScaling"]);

export interface CostItem {
  readonly node: string;
  /** Name of the price. */
  readonly price: string;
  readonly quantity: number;
  readonly unit: string;
  readonly usd: number;
}

export interface CostEstimate {
  readonly usd: number;
  readonly items: readonly CostItem[];
  readonly asOf: string;
  readonly region: string;
  /** Services that cost something on AWS, and whose prices are not known here: `Kinesis`. */
  readonly without: readonly string[];
}

/** `own`: US dollars by name of price, instead of the table's, for as many units as there. */
export function costOf(
  specs: readonly NodeSpec[],
  metrics: Metrics,
  durationMs: number,
  own: Readonly<Record<string, number>> = {},
): CostEstimate {
  const items = specs.flatMap((spec) => {
    const usage = ownEntry(USAGE, spec.type)?.(metrics[spec.id] ?? {}, spec, durationMs / 3_600_000) ?? {};
    return Object.entries(usage).flatMap(([name, quantity]): CostItem[] => {
      const price = PRICES[name];
      return price === undefined || quantity === 0
        ? []
        : [itemOf(spec.id, name, quantity, price, own[name] ?? price.usd)];
    });
  });
  const usd = items.reduce((sum, item) => sum + item.usd, 0);
  const used = new Set(specs.filter(({ type }) => type.startsWith("AWS::")).map(({ type }) => serviceOf(type)));
  const without = [...used].filter((service) => !PRICED.has(service));
  return { usd, items, asOf: PRICES_AS_OF, region: PRICES_REGION, without };
}

function itemOf(node: string, price: string, quantity: number, { per, unit }: Price, usd: number): CostItem {
  return { node, price, quantity, unit, usd: (quantity / per) * usd };
}
