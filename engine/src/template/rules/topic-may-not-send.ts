import { isObject, type JsonValue } from "../../json.ts";
import { list } from "../edges/connect.ts";
import type { TopologyNode } from "../topology.ts";
import { addResourceFix } from "./add-resource.ts";
import { nodeOf, QUEUE } from "./dead-letters.ts";
import { snsGuide, type TemplateContext, type TemplateRule } from "./rule.ts";
import { nameOf, placeOf } from "./settings.ts";

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
      if (topic.type !== "AWS::SNS::Topic" || maySend(context, topic, queue)) continue;
      context.report({
        at: placeOf(context, nodeOf(nodes, via ?? "") ?? topic, "Endpoint"),
        message: `No queue policy lets ${topic.external === true ? topic.name : topic.id} send to ${queue.id}: SNS drops the messages.`,
        related: [{ ...nameOf(context, queue), message: `${queue.id} is declared here` }],
        fixes: addResourceFix(
          context,
          `Add a queue policy for ${queue.id}`,
          `${queue.id}Policy`,
          policyFor(queue, topic),
        ),
      });
    }
  },
};

function maySend({ topology }: TemplateContext, topic: TopologyNode, queue: TopologyNode): boolean {
  return topology.nodes.some(({ type, properties }) => {
    if (type !== "AWS::SQS::QueuePolicy" && type !== "AWS::SQS::QueueInlinePolicy") return false;
    const queues = type === "AWS::SQS::QueuePolicy" ? list(properties.Queues) : [properties.Queue ?? ""];
    const isMine = queues.some(
      (name) => [queue.ref, queue.arn, queue.id, queue.name].includes(String(name)) || isUnknown(name),
    );
    const { PolicyDocument: document } = properties;
    const statements = isObject(document) ? document.Statement : undefined;
    if (!isMine || statements === undefined) return isMine;
    return (Array.isArray(statements) ? statements : [statements]).some((statement) => allows(statement, topic, queue));
  });
}

function allows(statement: JsonValue, topic: TopologyNode, queue: TopologyNode): boolean {
  if (!isObject(statement) || statement.Effect !== "Allow") return false;
  const { Action, Principal, Resource, Condition } = statement;
  const actions = texts(Action).map((action) => action.toLowerCase());
  const canSend = actions.some((action) => ["sqs:sendmessage", "sqs:send*", "sqs:*", "*"].includes(action));
  const resources = texts(Resource);
  const isForQueue = resources.length === 0 || resources.some((one) => matches(one, queue.arn));
  const sources = Condition === undefined ? [] : sourceArns(Condition);
  return (
    canSend &&
    isSns(Principal) &&
    isForQueue &&
    (sources.length === 0 || sources.some((one) => matches(one, topic.arn)))
  );
}

function isSns(principal: JsonValue | undefined): boolean {
  if (principal === undefined || principal === "*") return true;
  const names = isObject(principal) ? Object.values(principal).flatMap(texts) : [];
  return names.some((name) => name === "*" || name === "sns.amazonaws.com" || isUnknown(name));
}

/** Values of every condition on the source; one that is written in another way is taken to hold. */
function sourceArns(condition: JsonValue): readonly string[] {
  if (!isObject(condition)) return [];
  return Object.values(condition).flatMap((test) =>
    isObject(test)
      ? Object.entries(test).flatMap(([key, value]) => (key.toLowerCase() === "aws:sourcearn" ? texts(value) : []))
      : [],
  );
}

/** ARNs with wildcards; what is only known after deployment may match. */
function matches(pattern: string, arn: string): boolean {
  if (pattern === arn || isUnknown(pattern) || isUnknown(arn)) return true;
  const expression = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return pattern.includes("*") && new RegExp(`^${expression.join(".*")}$`).test(arn);
}

function isUnknown(value: JsonValue): boolean {
  return typeof value === "string" && value.includes("${");
}

function texts(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function policyFor(queue: TopologyNode, topic: TopologyNode): string {
  return JSON.stringify({
    Type: "AWS::SQS::QueuePolicy",
    Properties: {
      Queues: [{ Ref: queue.id }],
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "sns.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: { "Fn::GetAtt": [queue.id, "Arn"] },
            Condition: { ArnEquals: { "aws:SourceArn": sourceOf(topic) } },
          },
        ],
      },
    },
  });
}

/** The topic's ARN, in words of the template. */
function sourceOf({ id, arn, external }: TopologyNode): JsonValue {
  if (external !== true) return { Ref: id };
  return arn.startsWith("arn:") ? arn : { Ref: id };
}
