/** What the properties of each type connect, one function a type. */
import { isObject, type JsonValue, objectOf } from "../../json.ts";
import type { TopologyNode } from "../topology.ts";
import { type Connection, type Connector, list, member } from "./connect.ts";
import { deliveryStream, eventSourceMapping, pipe } from "./streams.ts";
import { lambdaFunction, stateMachine } from "./uses.ts";

export const CONNECTIONS: Readonly<Record<string, Connection>> = {
  "AWS::SQS::Queue": queue,
  "AWS::SNS::Topic": topic,
  "AWS::SNS::Subscription": subscription,
  "AWS::Lambda::EventSourceMapping": eventSourceMapping,
  "AWS::Lambda::EventInvokeConfig": invokeConfig,
  "AWS::Lambda::Function": lambdaFunction,
  "AWS::StepFunctions::StateMachine": stateMachine,
  "AWS::Kinesis::StreamConsumer": ({ node, properties, find, add }) =>
    add(find(properties.StreamARN, "AWS::Kinesis::Stream"), node, "stream"),
  "AWS::KinesisFirehose::DeliveryStream": deliveryStream,
  "AWS::Pipes::Pipe": pipe,
  "AWS::Events::Rule": rule,
  "AWS::EventsV2::Subscriber": ({ node, properties, find, add }) =>
    add(find(properties.EventBusArn, "AWS::EventsV2::EventBus"), node, "subscription"),
  "AWS::Scheduler::Schedule": schedule,
  "AWS::S3::Bucket": bucket,
  "AWS::DynamoDB::Table": ({ node, properties, find, add }) =>
    add(node, find(member(properties, "KinesisStreamSpecification", "StreamArn")), "stream"),
  "AWS::ApiGateway::Method": ({ properties, find, own, add }) =>
    add(find(properties.RestApiId), own(functionIn(member(properties, "Integration", "Uri"))), "invoke"),
  "AWS::ApiGatewayV2::Integration": httpIntegration,
};

function queue({ node, properties, find, add }: Connector): void {
  const policy = asObject(properties.RedrivePolicy);
  const target = find(member(policy, "deadLetterTargetArn"), "AWS::SQS::Queue");
  add(node, target, "redrive", objectOf(policy));
}

function topic({ node, properties, find, add }: Connector): void {
  for (const inner of list(properties.Subscription)) {
    add(
      node,
      find(member(inner, "Endpoint"), endpointType(member(inner, "Protocol"))),
      "subscription",
      objectOf(inner),
    );
  }
}

function subscription({ node, properties, find, add }: Connector): void {
  const source = find(properties.TopicArn, "AWS::SNS::Topic");
  add(source, find(properties.Endpoint, endpointType(properties.Protocol)), "subscription", properties);
  const letters = find(member(asObject(properties.RedrivePolicy), "deadLetterTargetArn"), "AWS::SQS::Queue");
  add(source, letters, "redrive", { subscription: node.id });
}

function endpointType(protocol: JsonValue | undefined): string {
  if (protocol === "sqs") return "AWS::SQS::Queue";
  if (protocol === "lambda") return "AWS::Lambda::Function";
  return protocol === "firehose" ? "AWS::KinesisFirehose::DeliveryStream" : "";
}

function invokeConfig({ properties, find, add }: Connector): void {
  const invoked = find(properties.FunctionName, "AWS::Lambda::Function");
  for (const on of ["OnSuccess", "OnFailure"]) {
    add(invoked, find(member(properties, "DestinationConfig", on, "Destination")), "destination", { on });
  }
}

function rule({ node, properties, find, add }: Connector): void {
  const isScheduled = properties.ScheduleExpression !== undefined && properties.EventPattern === undefined;
  const source = isScheduled ? node : find(properties.EventBusName ?? "default", "AWS::Events::EventBus");
  for (const target of list(properties.Targets)) {
    add(source, find(member(target, "Arn")), "target", objectOf(target));
    add(source, find(member(target, "DeadLetterConfig", "Arn"), "AWS::SQS::Queue"), "redrive");
  }
}

function schedule({ node, properties, find, add }: Connector): void {
  add(node, find(member(properties, "Target", "Arn")), "target");
  add(node, find(member(properties, "Target", "DeadLetterConfig", "Arn"), "AWS::SQS::Queue"), "redrive");
}

function bucket({ node, properties, find, add }: Connector): void {
  const notifications = properties.NotificationConfiguration;
  for (const [name, field] of BUCKET_TARGETS) {
    for (const one of list(member(notifications, name))) {
      add(node, find(member(one, field)), "notification", objectOf(one));
    }
  }
  const events = member(notifications, "EventBridgeConfiguration");
  const isOn = isObject(events) && String(events.EventBridgeEnabled ?? true) === "true";
  if (isOn) add(node, find("default", "AWS::Events::EventBus"), "notification");
}

const BUCKET_TARGETS = [
  ["QueueConfigurations", "Queue"],
  ["TopicConfigurations", "Topic"],
  ["LambdaConfigurations", "Function"],
] as const;

function httpIntegration({ properties, find, own, add }: Connector): void {
  const api = find(properties.ApiId);
  const uri = properties.IntegrationUri;
  const parameters = isObject(properties.RequestParameters) ? Object.values(properties.RequestParameters) : [];
  const targets = [functionIn(uri) ?? uri, ...parameters]
    .map(own)
    .filter((target): target is TopologyNode => target !== undefined);
  for (const target of targets) add(api, target, "invoke");
}

/** The function in `arn:aws:apigateway:...:functions/ARN/invocations`. */
function functionIn(uri: JsonValue | undefined): string | undefined {
  return typeof uri === "string" ? /\/functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1] : undefined;
}

/** An object, also where it is given as JSON text. */
export function asObject(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    return undefined;
  }
}
