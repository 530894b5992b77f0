import type { JsonValue } from "../../json.ts";
import type { TopologyNode } from "../topology.ts";
import { addResourceFix } from "./add-resource.ts";
import { nodeOf, QUEUE } from "./dead-letters.ts";
import { maySend, policyFor } from "./queue-access.ts";
import { snsGuide, type TemplateRule } from "./rule.ts";
import { nameOf, placeOf } from "./settings.ts";

const SNS = "sns.amazonaws.com";

export const topicMayNotSend: TemplateRule = {
  id: "topic-may-not-send",
  kind: "template",
  severity: "warning",
  summary: "A queue subscribes to a topic, but no queue policy lets the topic send.",
  reason:
    "SNS drops what it may not deliver: the messages never arrive, and nobody is told. The queue needs a policy that allows sqs:SendMessage to sns.amazonaws.com for the topic.",
  bad: [
    `Resources:
  News:
    Type: AWS::SNS::Topic
  Jobs:
    Type: AWS::SQS::Queue
  ToJobs:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref News
      Protocol: sqs
      Endpoint: «!GetAtt Jobs.Arn»
`,
  ],
  good: [
    `Resources:
  News:
    Type: AWS::SNS::Topic
  Jobs:
    Type: AWS::SQS::Queue
  ToJobs:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref News
      Protocol: sqs
      Endpoint: !GetAtt Jobs.Arn
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: {Service: sns.amazonaws.com}
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
            Condition: {ArnEquals: {aws:SourceArn: !Ref News}}
`,
  ],
  docs: snsGuide("subscribe-sqs-queue-to-sns-topic.html"),
  check(context) {
    const { nodes, edges } = context.topology;
    for (const { kind, from, to, via } of edges) {
      const [topic, queue] = [nodeOf(nodes, from), nodeOf(nodes, to)];
      if (kind !== "subscription" || queue?.type !== QUEUE || queue.external === true || topic === undefined) continue;
      if (topic.type !== "AWS::SNS::Topic" || maySend(context, { service: SNS, arn: topic.arn }, queue)) continue;
      context.report({
        at: placeOf(context, nodeOf(nodes, via ?? "") ?? topic, "Endpoint"),
        message: `No queue policy lets ${topic.external === true ? topic.name : topic.id} send to ${queue.id}: SNS drops the messages.`,
        related: [{ ...nameOf(context, queue), message: `${queue.id} is declared here` }],
        fixes: addResourceFix(
          context,
          `Add a queue policy for ${queue.id}`,
          `${queue.id}Policy`,
          policyFor(queue, SNS, sourceOf(topic)),
        ),
      });
    }
  },
};

/** The topic's ARN, in words of the template. */
function sourceOf({ id, arn, external }: TopologyNode): JsonValue {
  if (external !== true) return { Ref: id };
  return arn.startsWith("arn:") ? arn : { Ref: id };
}
