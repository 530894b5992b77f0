import { addProperty } from "../../editor/object-edits.ts";
import type { Fix } from "../../problem.ts";
import { property } from "../../text/navigate.ts";
import { list, member } from "../edges/connect.ts";
import type { TopologyEdge, TopologyNode } from "../topology.ts";
import { isFifoQueue, isFifoTopic, nodeOf, QUEUE } from "./dead-letters.ts";
import { makeFifoFix, makeStandardFix } from "./queue-type-fix.ts";
import { snsGuide, type TemplateContext, type TemplateRule } from "./rule.ts";
import { nameOf, placeOf, settingOf, styleIn } from "./settings.ts";

export const fifoWithStandard: TemplateRule = {
  id: "fifo-with-standard",
  kind: "template",
  severity: "error",
  summary: "A FIFO queue or topic is used where AWS takes only a standard one, or the other way round.",
  reason:
    "FIFO queues can subscribe to FIFO topics only, and only queues can subscribe to FIFO topics. S3 and the dead letters of EventBridge and of Lambda's asynchronous invocations want standard queues. A FIFO queue as a rule's target needs a message group.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
  News:
    Type: AWS::SNS::Topic
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Statement: {Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: sqs:SendMessage, Resource: "*"}
  ToOrders:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref News
      Protocol: sqs
      Endpoint: «!GetAtt Orders.Arn»
`,
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Statement: {Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: sqs:SendMessage, Resource: "*"}
  Paid:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [shop]}
      Targets:
        - Id: orders
          Arn: «!GetAtt Orders.Arn»
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
  News:
    Type: AWS::SNS::Topic
    Properties:
      FifoTopic: true
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Statement: {Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: sqs:SendMessage, Resource: "*"}
  ToOrders:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref News
      Protocol: sqs
      Endpoint: !GetAtt Orders.Arn
`,
  ],
  docs: snsGuide("fifo-message-delivery.html"),
  check(context) {
    const { nodes, edges } = context.topology;
    for (const edge of edges) {
      const [from, to] = [nodeOf(nodes, edge.from), nodeOf(nodes, edge.to)];
      if (from === undefined || to === undefined || to.external === true) continue;
      const connecting = nodeOf(nodes, edge.via ?? "") ?? from;
      const mistake = mistakeOf(edge, { from, to, connecting });
      if (mistake === undefined) continue;
      context.report({
        at: placeOf(context, connecting, ...mistake.path),
        message: mistake.message,
        related: [{ ...nameOf(context, to), message: `${to.id} is declared here` }],
        fixes: fixOf(context, mistake, { from, to, connecting }),
      });
    }
  },
};

interface Mistake {
  readonly path: readonly string[];
  readonly message: string;
  readonly fix?: "fifo-topic" | "fifo-queue" | "standard-queue" | "message-group";
}

interface Ends {
  readonly from: TopologyNode;
  readonly to: TopologyNode;
  /** What connects them. */
  readonly connecting: TopologyNode;
}

function mistakeOf({ kind, via, properties }: TopologyEdge, ends: Ends): Mistake | undefined {
  const { from, to, connecting } = ends;
  const isFifo = to.type === QUEUE && isFifoQueue(to);
  if (kind === "redrive" && from.type === "AWS::SNS::Topic" && to.type === QUEUE) return letterMistake(ends);
  if (kind === "subscription" && from.type === "AWS::SNS::Topic" && from.external !== true) {
    if (isFifo && !isFifoTopic(from)) {
      return {
        path: ["Endpoint"],
        message: `${to.id} is a FIFO queue, but ${from.id} is a standard topic: FIFO queues can only subscribe to FIFO topics.`,
        fix: "fifo-topic",
      };
    }
    if (isFifoTopic(from) && to.type === "AWS::Lambda::Function") {
      return {
        path: ["Endpoint"],
        message: `${from.id} is a FIFO topic: only queues can subscribe to it. Put a queue before ${to.id}.`,
      };
    }
  }
  if (!isFifo) return undefined;
  if (kind === "notification") {
    return {
      path: ["NotificationConfiguration"],
      message: `${to.id} is a FIFO queue: S3 can only tell standard queues.`,
    };
  }
  if (
    kind === "redrive" &&
    (from.type === "AWS::Events::EventBus" ||
      from.type === "AWS::Events::Rule" ||
      from.type === "AWS::Scheduler::Schedule")
  ) {
    return {
      path: [],
      message: `${to.id} is a FIFO queue: the dead-letter queue of EventBridge must be a standard queue.`,
      fix: "standard-queue",
    };
  }
  if (kind === "destination" && from.type === "AWS::Lambda::Function" && via === undefined) {
    return {
      path: ["DeadLetterConfig"],
      message: `${to.id} is a FIFO queue: a function's dead-letter queue must be a standard queue.`,
      fix: "standard-queue",
    };
  }
  const isRule = kind === "target" && (from.type === "AWS::Events::EventBus" || from.type === "AWS::Events::Rule");
  if (isRule && member(properties, "SqsParameters", "MessageGroupId") === undefined) {
    const index = list(connecting.properties.Targets).indexOf(properties);
    return {
      path: ["Targets", String(index), "Arn"],
      message: `${to.id} is a FIFO queue: as a target it needs SqsParameters with a MessageGroupId.`,
      fix: "message-group",
    };
  }
  return undefined;
}

/** Of the dead-letter queue of a subscription. */
function letterMistake({ from, to, connecting }: Ends): Mistake | undefined {
  const path = ["RedrivePolicy", "deadLetterTargetArn"];
  if (!isFifoTopic(from)) {
    if (!isFifoQueue(to) || from.external === true) return undefined;
    const message = `${to.id} is a FIFO queue, but ${from.id} is a standard topic: the dead-letter queue of its subscriptions must be a standard queue.`;
    return { path, message, fix: "standard-queue" };
  }
  const isFifoEndpoint = String(connecting.properties.Endpoint).endsWith(".fifo");
  if (isFifoQueue(to) || !isFifoEndpoint) return undefined;
  const message = `${to.id} is a standard queue: what a FIFO topic cannot deliver to a FIFO queue needs a FIFO queue for its dead letters.`;
  return { path, message, fix: "fifo-queue" };
}

function fixOf(context: TemplateContext, { fix, path }: Mistake, { from, to, connecting }: Ends): readonly Fix[] {
  if (fix === "fifo-topic") return makeFifoFix(context, from);
  if (fix === "fifo-queue") return makeFifoFix(context, to);
  if (fix === "standard-queue") return makeStandardFix(context, to);
  const target = fix === "message-group" ? settingOf(context, connecting, ...path.slice(0, -1)) : undefined;
  if (target?.kind !== "object" || property(target, "SqsParameters") !== undefined) return [];
  const edit = addProperty(target, "SqsParameters", { MessageGroupId: connecting.id }, styleIn(context));
  return edit === undefined ? [] : [{ title: `Send all in the message group ${connecting.id}`, edits: [edit] }];
}
