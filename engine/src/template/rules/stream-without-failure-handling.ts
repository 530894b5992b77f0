import { isObject, type JsonObject } from "../../json.ts";
import { member } from "../edges/connect.ts";
import { nodeOf } from "./dead-letters.ts";
import { lambdaGuide, type TemplateRule } from "./rule.ts";
import { nameOf, numberOf, setFix } from "./settings.ts";

const STREAMS: ReadonlySet<string> = new Set([
  "AWS::Kinesis::Stream",
  "AWS::Kinesis::StreamConsumer",
  "AWS::DynamoDB::Table",
  "AWS::DynamoDB::GlobalTable",
]);

const KAFKA: ReadonlySet<string> = new Set([
  "AWS::MSK::Cluster",
  "AWS::MSK::ServerlessCluster",
  "Sluice::KafkaCluster",
]);

/** Whether a mapping does anything: it is not switched off, and what it names is not a table instead of its stream. */
function reads({ Enabled, EventSourceArn }: JsonObject): boolean {
  return String(Enabled ?? true) !== "false" && !/:dynamodb:[^/]*\/[^/]+$/.test(String(EventSourceArn ?? ""));
}

export const streamWithoutFailureHandling: TemplateRule = {
  id: "stream-without-failure-handling",
  kind: "template",
  severity: "warning",
  summary: "A function reads a stream without limit of retries, or without a destination for what fails.",
  reason:
    "By default a batch that fails is tried again until its records expire, a day or a week: one bad record blocks its shard for that long. MaximumRetryAttempts or MaximumRecordAgeInSeconds end that; an on-failure destination keeps what is given up, which is lost otherwise (then this is only a note).",
  bad: [
    `Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        «Click»:
          Type: Kinesis
          Properties:
            Stream: !GetAtt Clicks.Arn
            StartingPosition: LATEST
`,
    `Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        «Order»:
          Type: MSK
          Properties:
            Stream: arn:aws:kafka:us-east-1:123456789012:cluster/events/1
            Topics: [orders]
            StartingPosition: LATEST
`,
  ],
  good: [
    `Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Order:
          Type: MSK
          Properties:
            Stream: arn:aws:kafka:us-east-1:123456789012:cluster/events/1
            Topics: [orders]
            StartingPosition: LATEST
            DestinationConfig:
              OnFailure:
                Destination: kafka://orders-failed
`,
    `Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
  Failed:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Click:
          Type: Kinesis
          Properties:
            Stream: !GetAtt Clicks.Arn
            StartingPosition: LATEST
            MaximumRetryAttempts: 3
            BisectBatchOnFunctionError: true
            DestinationConfig:
              OnFailure:
                Destination: !GetAtt Failed.Arn
`,
  ],
  docs: lambdaGuide("kinesis-on-failure-destination.html"),
  check(context) {
    const { nodes, edges } = context.topology;
    for (const { kind, from, to, via, properties } of edges) {
      const stream = nodeOf(nodes, from);
      const mapping = nodeOf(nodes, via ?? "");
      const isKafka = KAFKA.has(stream?.type ?? "");
      const isRead = kind === "event-source" && (isKafka || STREAMS.has(stream?.type ?? ""));
      if (!isRead || mapping === undefined || !isObject(properties) || !reads(properties)) continue;
      const limits = [properties.MaximumRetryAttempts, properties.MaximumRecordAgeInSeconds];
      const hasDestination = member(properties, "DestinationConfig", "OnFailure") !== undefined;
      // With a destination, batches of Kafka are tried 10 times more at most.
      const isLimited =
        (isKafka && hasDestination) || limits.some((limit) => limit !== undefined && numberOf(limit) !== -1);
      if (isLimited && hasDestination) continue;
      const message = isLimited
        ? `What ${to} cannot process is given up and lost: name an on-failure destination.`
        : `A record that ${to} cannot process blocks its ${isKafka ? "partition" : "shard"} until it expires: limit the retries${hasDestination ? ", or the on-failure destination never gets anything" : " and name an on-failure destination"}.`;
      context.report({
        at: nameOf(context, mapping),
        message,
        ...(isLimited ? { severity: "info" } : {}),
        fixes: isLimited ? [] : setFix(context, mapping, "MaximumRetryAttempts", 3, "Try again 3 times"),
      });
    }
  },
};
