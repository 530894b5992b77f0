/** Templates to their topologies: what SAM makes, what functions give, how resources are connected. */
import { openDocument, renderTopologyMermaid, type Topology, topologyOf } from "@sluice/engine";
import { describe, expect, test } from "vitest";

function topology(text: string): Topology {
  const { template } = openDocument("template", text, /^\s*\{/.test(text) ? "json" : "yaml");
  return topologyOf(template ?? expect.fail("no template"));
}

const node = (of: Topology, id: string) => of.nodes.find((one) => one.id === id) ?? expect.fail(`no ${id}`);
const lines = (of: Topology) =>
  of.edges.map(({ from, to, kind, via = "" }) => `${from} -${kind}-> ${to} ${via}`.trim());

test("functions give what the template tells", () => {
  const { properties } = node(
    topology(`Parameters:
  Stage: {Type: String, Default: test}
  Zones: {Type: CommaDelimitedList, Default: "a, b"}
  Secret: {Type: String}
Mappings:
  Settings: {test: {Delay: 5}, live: {Delay: 0}}
Conditions:
  IsLive: !Equals [!Ref Stage, live]
  IsTest: !Not [!Condition IsLive]
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Join ["-", [!Ref Stage, !Select [1, !Ref Zones], !Select [1, !Split ["/", "x/y"]]]]
      DelaySeconds: !FindInMap [Settings, !Ref Stage, Delay]
      VisibilityTimeout: !If [IsTest, 10, 20]
      KmsMasterKeyId: !If [IsLive, key, !Ref AWS::NoValue]
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed.Arn
        maxReceiveCount: 3
      Tags:
        - {Key: a, Value: !Sub ["\${One}-\${AWS::Region}-\${!Two}-\${Secret}", {One: !Ref Failed}]}
  Failed:
    Type: AWS::SQS::Queue
`),
    "Jobs",
  );
  expect(properties).toEqual({
    QueueName: "test-b-y",
    DelaySeconds: 5,
    VisibilityTimeout: 10,
    RedrivePolicy: { deadLetterTargetArn: "arn:aws:sqs:us-east-1:123456789012:Failed", maxReceiveCount: 3 },
    Tags: [
      {
        Key: "a",
        Value: "https://sqs.us-east-1.amazonaws.com/123456789012/Failed-us-east-1-${Two}-${Secret}",
      },
    ],
  });
});

describe("SAM", () => {
  const sam = topology(`Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {Timeout: 20, Environment: {Variables: {A: "1"}}}
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Environment: {Variables: {B: "2"}}
      DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Failed.Arn}
      EventInvokeConfig: {DestinationConfig: {OnSuccess: {Type: SNS}, OnFailure: {Type: SQS, Destination: !GetAtt Failed.Arn}}}
      Events:
        Job: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn, BatchSize: 5}}
        News: {Type: SNS, Properties: {Topic: !Ref News, SqsSubscription: true}}
        Told: {Type: SNS, Properties: {Topic: !Ref News, FilterPolicy: {a: [b]}}}
        Change: {Type: DynamoDB, Properties: {Stream: !GetAtt Table.StreamArn, StartingPosition: LATEST}}
        Event: {Type: EventBridgeRule, Properties: {Pattern: {source: [x]}, DeadLetterConfig: {Type: SQS}}}
        Time: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
        Later: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
        Picture: {Type: S3, Properties: {Bucket: !Ref Pictures, Events: "s3:ObjectCreated:*"}}
        Page: {Type: Api, Properties: {Path: /, Method: get}}
  Jobs: {Type: AWS::SQS::Queue}
  Failed: {Type: AWS::SQS::Queue}
  News: {Type: AWS::SNS::Topic}
  Table: {Type: AWS::DynamoDB::Table}
  Pictures: {Type: AWS::S3::Bucket}
`);

  test("makes resources of events, named as SAM names them", () => {
    const made = sam.nodes.filter(({ madeBy }) => madeBy !== undefined).map(({ id, type }) => `${id} ${type}`);
    expect(made.sort()).toEqual(
      [
        "ServerlessRestApi AWS::ApiGateway::RestApi",
        "WorkerChange AWS::Lambda::EventSourceMapping",
        "WorkerEvent AWS::Events::Rule",
        "WorkerEventInvokeConfig AWS::Lambda::EventInvokeConfig",
        "WorkerEventInvokeConfigOnSuccessTopic AWS::SNS::Topic",
        "WorkerEventQueue AWS::SQS::Queue",
        "WorkerJob AWS::Lambda::EventSourceMapping",
        "WorkerLater AWS::Scheduler::Schedule",
        "WorkerNews AWS::SNS::Subscription",
        "WorkerNewsEventSourceMapping AWS::Lambda::EventSourceMapping",
        "WorkerNewsQueue AWS::SQS::Queue",
        "WorkerNewsQueuePolicy AWS::SQS::QueuePolicy",
        "WorkerPage AWS::ApiGateway::Method",
        "WorkerTime AWS::Events::Rule",
        "WorkerTold AWS::SNS::Subscription",
      ].sort(),
    );
    expect(node(sam, "Worker")).toMatchObject({
      type: "AWS::Lambda::Function",
      properties: { Timeout: 20, Environment: { Variables: { A: "1", B: "2" } } },
    });
  });

  test("connects them", () => {
    expect(lines(sam).sort()).toEqual(
      [
        "Jobs -event-source-> Worker WorkerJob",
        "News -subscription-> Worker WorkerTold",
        "News -subscription-> WorkerNewsQueue WorkerNews",
        "Pictures -notification-> Worker",
        "ServerlessRestApi -invoke-> Worker WorkerPage",
        "Table -event-source-> Worker WorkerChange",
        "Worker -destination-> Failed",
        "Worker -destination-> Failed WorkerEventInvokeConfig",
        "Worker -destination-> WorkerEventInvokeConfigOnSuccessTopic WorkerEventInvokeConfig",
        "WorkerLater -target-> Worker",
        "WorkerNewsQueue -event-source-> Worker WorkerNewsEventSourceMapping",
        "WorkerTime -target-> Worker",
        "default -redrive-> WorkerEventQueue WorkerEvent",
        "default -target-> Worker WorkerEvent",
      ].sort(),
    );
    expect(node(sam, "default")).toMatchObject({ external: true, type: "AWS::Events::EventBus" });
  });
});

test("SAM publishes a version and an alias, which its events invoke", () => {
  const sam = topology(`Transform: AWS::Serverless-2016-10-31
Globals: {Function: {AutoPublishAlias: live}}
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 2}
      Events: {Change: {Type: DynamoDB, Properties: {Stream: !GetAtt Table.StreamArn}}}
  Table: {Type: AWS::Serverless::SimpleTable}
  Told: {Type: AWS::SNS::Subscription, Properties: {TopicArn: "\${Topic}", Protocol: lambda, Endpoint: !Ref Worker.Alias}}
  Old: {Type: AWS::SNS::Subscription, Properties: {TopicArn: "\${Topic}", Protocol: lambda, Endpoint: !Sub "\${Worker.Version}"}}
`);
  const worker = "arn:aws:lambda:us-east-1:123456789012:function:Worker";
  expect(node(sam, "Worker").properties).toEqual({ AutoPublishAlias: "live" });
  expect(node(sam, "WorkerVersion")).toMatchObject({ type: "AWS::Lambda::Version", arn: `${worker}:1` });
  expect(node(sam, "WorkerAliaslive")).toMatchObject({
    type: "AWS::Lambda::Alias",
    arn: `${worker}:live`,
    properties: { ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 } },
  });
  expect(node(sam, "WorkerChange").properties.FunctionName).toBe(`${worker}:live`);
  expect(node(sam, "Told").properties.Endpoint).toBe(`${worker}:live`);
  expect(node(sam, "Old").properties.Endpoint).toBe(`${worker}:1`);
  expect(lines(sam)).toContain("Table -event-source-> Worker WorkerChange");
});

test("streams, pipes and buckets", () => {
  const streams = topology(`Resources:
  Clicks: {Type: AWS::Kinesis::Stream}
  Store:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      KinesisStreamSourceConfiguration: {KinesisStreamARN: !GetAtt Clicks.Arn, RoleARN: arn:aws:iam::123456789012:role/r}
      ExtendedS3DestinationConfiguration: {BucketARN: !GetAtt Files.Arn, RoleARN: arn:aws:iam::123456789012:role/r}
  Files: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: {QueueConfigurations: [{Event: "s3:*", Queue: !GetAtt Told.Arn}]}}}
  Told: {Type: AWS::SQS::Queue}
  Through:
    Type: AWS::Pipes::Pipe
    Properties: {RoleArn: arn:aws:iam::123456789012:role/r, Source: !GetAtt Told.Arn, Target: !Ref Machine}
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::123456789012:role/r
      DefinitionString: !Sub '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "\${Told}"}, "End": true}}}'
`);
  expect(lines(streams)).toEqual([
    "Clicks -stream-> Store",
    "Store -delivery-> Files",
    "Files -notification-> Told",
    "Told -event-source-> Through",
    "Through -target-> Machine",
    "Machine -invoke-> Told",
  ]);
  expect(streams.notes).toEqual([]);
});

test("what is only known after deployment is said", () => {
  const { notes, nodes } = topology(
    "Parameters: {Q: {Type: String}}\nResources:\n  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !Ref Q, FunctionName: f}}\n",
  );
  expect(notes.map(({ message }) => message)).toEqual(["Q is only known after deployment: it stands as ${Q}."]);
  expect(nodes.filter(({ external }) => external).map(({ id }) => id)).toEqual(["f", "Q"]);
});

test("names cannot break out of Mermaid's labels", () => {
  const text = renderTopologyMermaid(topology('Resources:\n  "a\\"]; x": {Type: AWS::SQS::Queue}\n'));
  expect(text.split("\n")).toHaveLength(3);
  expect(text).not.toContain('a"]');
});
