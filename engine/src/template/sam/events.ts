/**
 * The events of a function or state machine of SAM, each as the resources that SAM makes of it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { madeNode } from "../made-node.ts";
import type { TopologyNode } from "../topology.ts";

export interface SamEvent {
  readonly main: TopologyNode;
  /** What the event invokes: the resource itself, or the alias that is published with it. */
  readonly invoked: TopologyNode;
  readonly name: string;
  readonly event: JsonObject;
  readonly place: { readonly start: number; readonly end: number };
}

export function expandEvent(event: SamEvent): readonly TopologyNode[] {
  const kind = String(event.event.Type);
  const expand = Object.hasOwn(EVENTS, kind) ? EVENTS[kind] : undefined;
  const properties = objectOf(event.event.Properties);
  return expand?.(event, properties) ?? [];
}

type Expand = (event: SamEvent, properties: JsonObject) => readonly TopologyNode[];

const EVENTS: Readonly<Record<string, Expand>> = {
  SQS: (event, { Queue, ...rest }) => mapping(event, { EventSourceArn: Queue, ...rest }),
  Kinesis: (event, { Stream, ...rest }) => mapping(event, { EventSourceArn: Stream, ...rest }),
  DynamoDB: (event, { Stream, ...rest }) => mapping(event, { EventSourceArn: Stream, ...rest }),
  MSK: (event, { Stream, ...rest }) => mapping(event, { EventSourceArn: Stream, ...rest }),
  MQ: (event, { Broker, ...rest }) => mapping(event, { EventSourceArn: Broker, ...rest }),
  DocumentDB: (event, { Cluster, ...rest }) => mapping(event, { EventSourceArn: Cluster, ...rest }),
  SelfManagedKafka: (event, { KafkaBootstrapServers: servers, ...rest }) =>
    mapping(event, { SelfManagedEventSource: { Endpoints: given({ KafkaBootstrapServers: servers }) }, ...rest }),
  SNS: subscription,
  S3: notification,
  EventBridgeRule: rule,
  CloudWatchEvent: rule,
  Schedule: (event, { Schedule, ...rest }) => rule(event, { ScheduleExpression: Schedule, ...rest }),
  ScheduleV2: schedule,
  Api: (event, properties) => route(event, properties, "ServerlessRestApi", properties.RestApiId),
  HttpApi: (event, properties) => route(event, properties, "ServerlessHttpApi", properties.ApiId),
};

/** Plain data without what is left out. */
function given(properties: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}

function made(
  { main, name, place }: SamEvent,
  suffix: string,
  type: string,
  properties: Readonly<Record<string, JsonValue | undefined>>,
): TopologyNode {
  return madeNode(`${main.id}${name}${suffix}`, type, given(properties), place, main.id);
}

function mapping(event: SamEvent, properties: Readonly<Record<string, JsonValue | undefined>>, suffix = "") {
  const functionName = { FunctionName: event.invoked.ref };
  return [made(event, suffix, "AWS::Lambda::EventSourceMapping", { ...functionName, ...properties })];
}

function subscription(event: SamEvent, properties: JsonObject): readonly TopologyNode[] {
  const { Topic: TopicArn, SqsSubscription: queue, ...rest } = properties;
  if (queue === undefined || queue === false) {
    return [
      made(event, "", "AWS::SNS::Subscription", { TopicArn, Protocol: "lambda", Endpoint: event.invoked.arn, ...rest }),
    ];
  }
  const settings = objectOf(queue);
  const own = settings.QueueArn === undefined ? made(event, "Queue", "AWS::SQS::Queue", {}) : undefined;
  const arn = own?.arn ?? settings.QueueArn;
  const url = own?.ref ?? settings.QueueUrl;
  const statement = given({ Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: arn });
  const policy = { Queues: url === undefined ? [] : [url], PolicyDocument: { Statement: [statement] } };
  const { BatchSize, Enabled } = settings;
  return [
    ...(own === undefined ? [] : [own]),
    made(event, "QueuePolicy", "AWS::SQS::QueuePolicy", policy),
    made(event, "", "AWS::SNS::Subscription", { TopicArn, Protocol: "sqs", Endpoint: arn, ...rest }),
    ...mapping(event, { EventSourceArn: arn, BatchSize: BatchSize ?? 10, Enabled }, "EventSourceMapping"),
  ];
}

/** Stands for a part of a bucket's NotificationConfiguration until the buckets are known. */
export const S3_EVENT = "event of a bucket";

function notification(event: SamEvent, { Bucket, Events: events, Filter }: JsonObject): readonly TopologyNode[] {
  const list = Array.isArray(events) ? events : [events];
  const configurations = list.map((name) => given({ Event: name, Function: event.invoked.arn, Filter }));
  return [made(event, "", S3_EVENT, { Bucket, LambdaConfigurations: configurations })];
}

function rule(event: SamEvent, properties: Readonly<Record<string, JsonValue | undefined>>): readonly TopologyNode[] {
  const { Pattern, ScheduleExpression, EventBusName, Enabled, State, RuleName, Name, Description } = properties;
  const { Input, InputPath, InputTransformer, RetryPolicy, RoleArn, Target } = properties;
  const queue = deadLetterQueue(event, properties.DeadLetterConfig);
  const target = given({
    Id: isObject(Target) ? Target.Id : `${event.main.id}${event.name}LambdaTarget`,
    Arn: event.invoked.arn,
    DeadLetterConfig: queue.arn === undefined ? undefined : { Arn: queue.arn },
    Input,
    InputPath,
    InputTransformer,
    RetryPolicy,
    RoleArn,
  });
  const state = State ?? (Enabled === false ? "DISABLED" : undefined);
  const own = {
    Name: RuleName ?? Name,
    Description,
    EventBusName,
    EventPattern: Pattern,
    ScheduleExpression,
    State: state,
  };
  return [made(event, "", "AWS::Events::Rule", { ...own, Targets: [target] }), ...queue.made];
}

function schedule(event: SamEvent, properties: JsonObject): readonly TopologyNode[] {
  const { DeadLetterConfig, RetryPolicy, Input, RoleArn, ...own } = properties;
  const queue = deadLetterQueue(event, DeadLetterConfig);
  const letters = queue.arn === undefined ? undefined : { Arn: queue.arn };
  const target = given({ Arn: event.invoked.arn, Input, RoleArn, RetryPolicy, DeadLetterConfig: letters });
  return [made(event, "", "AWS::Scheduler::Schedule", { ...own, Target: target }), ...queue.made];
}

/** The queue that is named, or one that SAM makes for `Type: SQS`. */
function deadLetterQueue(event: SamEvent, config: JsonValue | undefined) {
  if (!isObject(config)) return { arn: undefined, made: [] };
  if (config.Arn !== undefined) return { arn: config.Arn, made: [] };
  const queue = made(event, "Queue", "AWS::SQS::Queue", {});
  return { arn: queue.arn, made: [queue] };
}

const STATE_MACHINE = "AWS::StepFunctions::StateMachine";

/** What SAM makes of an Api event of a state machine: the body is the input of an execution. */
function startExecution({ main }: SamEvent): JsonObject {
  const template = `{"input": "$util.escapeJavaScript($input.json('$'))", "stateMachineArn": ${JSON.stringify(main.arn)}}`;
  return {
    Type: "AWS",
    Uri: "arn:aws:apigateway:us-east-1:states:action/StartExecution",
    RequestTemplates: { "application/json": template },
  };
}

/** A route of a REST API as the method that it becomes, one of an HTTP API as the integration. */
function route(event: SamEvent, { Path, Method }: JsonObject, implicit: string, api: JsonValue | undefined) {
  const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${event.invoked.arn}/invocations`;
  const isRest = implicit === "ServerlessRestApi";
  return isRest
    ? [
        made(event, "", "AWS::ApiGateway::Method", {
          RestApiId: api ?? implicit,
          HttpMethod: Method,
          Path,
          Integration: event.main.type === STATE_MACHINE ? startExecution(event) : { Type: "AWS_PROXY", Uri: uri },
        }),
      ]
    : [
        made(event, "", "AWS::ApiGatewayV2::Integration", {
          ApiId: api ?? implicit,
          Method,
          Path,
          IntegrationUri: event.invoked.arn,
        }),
      ];
}
