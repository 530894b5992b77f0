import { nodeOf } from "./dead-letters.ts";
import type { TemplateRule } from "./rule.ts";
import { nameOf, placeOf } from "./settings.ts";

export const bucketNotifiesFifo: TemplateRule = {
  id: "bucket-notifies-fifo",
  kind: "template",
  severity: "error",
  summary: "A bucket notifies a FIFO queue or a FIFO topic.",
  reason:
    "S3 sends its notifications to standard queues and topics only; the deployment fails. EventBridge may stand between: a rule can send to a FIFO queue with a message group.",
  bad: [
    `Resources:
  Photos:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration: «{QueueConfigurations: [{Event: "s3:ObjectCreated:*", Queue: !GetAtt Jobs.Arn}]}»
  Jobs:
    Type: AWS::SQS::Queue
    Properties: {FifoQueue: true}
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: sqs:SendMessage, Resource: "*"}]
`,
  ],
  good: [
    `Resources:
  Photos:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration: {QueueConfigurations: [{Event: "s3:ObjectCreated:*", Queue: !GetAtt Jobs.Arn}]}
  Jobs:
    Type: AWS::SQS::Queue
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: sqs:SendMessage, Resource: "*"}]
`,
  ],
  docs: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html",
  check(context) {
    const { nodes, edges } = context.topology;
    for (const { kind, from, to } of edges) {
      const [bucket, target] = [nodeOf(nodes, from), nodeOf(nodes, to)];
      if (kind !== "notification" || bucket?.type !== "AWS::S3::Bucket" || target === undefined) continue;
      const { FifoQueue, FifoTopic } = target.properties;
      if (String(FifoQueue ?? FifoTopic) !== "true") continue;
      context.report({
        at: placeOf(context, bucket, "NotificationConfiguration"),
        message: `${target.id} is a FIFO ${FifoQueue === undefined ? "topic" : "queue"}: S3 notifies none.`,
        related: [{ ...nameOf(context, target), message: `${target.id} is declared here` }],
      });
    }
  },
};
