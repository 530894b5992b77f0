import type { JsonValue } from "../../json.ts";
import type { TopologyNode } from "../topology.ts";
import { addResourceFix } from "./add-resource.ts";
import { nodeOf, QUEUE } from "./dead-letters.ts";
import { maySend, policyFor } from "./queue-access.ts";
import type { TemplateRule } from "./rule.ts";
import { nameOf, placeOf } from "./settings.ts";

const RULE = "AWS::Events::Rule";
const BUCKET = "AWS::S3::Bucket";

/** Who sends in whose name, and what comes of it where it may not. */
const SERVICES: Readonly<Record<string, { readonly service: string; readonly outcome: string; readonly at: string }>> =
  {
    [RULE]: { service: "events.amazonaws.com", outcome: "its events never arrive", at: "Targets" },
    [BUCKET]: { service: "s3.amazonaws.com", outcome: "the deployment fails", at: "NotificationConfiguration" },
  };

export const sourceMayNotSend: TemplateRule = {
  id: "source-may-not-send",
  kind: "template",
  severity: "warning",
  summary: "A rule or a bucket sends to a queue, but no queue policy lets it.",
  reason:
    "EventBridge gives up what it may not deliver: the events go to the target's dead-letter queue, or are gone. S3 looks whether it may when the bucket is made, and the deployment fails. The queue needs a policy that allows sqs:SendMessage to the service.",
  bad: [
    `Resources:
  Paid:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [shop]}
      Targets: «[{Id: jobs, Arn: !GetAtt Jobs.Arn}]»
  Jobs:
    Type: AWS::SQS::Queue
`,
  ],
  good: [
    `Resources:
  Paid:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [shop]}
      Targets: [{Id: jobs, Arn: !GetAtt Jobs.Arn}]
  Jobs:
    Type: AWS::SQS::Queue
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: {Service: events.amazonaws.com}
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
            Condition: {ArnEquals: {aws:SourceArn: !GetAtt Paid.Arn}}
`,
  ],
  docs: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions",
  check(context) {
    const { nodes, edges } = context.topology;
    for (const { kind, to, from, via, properties } of edges) {
      if (kind !== "target" && kind !== "notification") continue;
      const source = nodeOf(nodes, via ?? "") ?? nodeOf(nodes, from);
      const queue = nodeOf(nodes, to);
      const own = source && SERVICES[source.type];
      if (source === undefined || own === undefined || queue?.type !== QUEUE) continue;
      // With a role the target is called in its name. What SAM makes it makes with a policy.
      const isOthers = queue.external === true || source.madeBy !== undefined || properties.RoleArn !== undefined;
      if (isOthers || maySend(context, { service: own.service, arn: source.arn }, queue)) continue;
      context.report({
        at: placeOf(context, source, own.at),
        message: `No queue policy lets ${source.id} send to ${queue.id}: ${own.outcome}.`,
        related: [{ ...nameOf(context, queue), message: `${queue.id} is declared here` }],
        fixes: addResourceFix(
          context,
          `Add a queue policy for ${queue.id}`,
          `${queue.id}Policy`,
          policyFor(queue, own.service, arnIn(source)),
        ),
      });
    }
  },
};

function arnIn({ id }: TopologyNode): JsonValue {
  return { "Fn::GetAtt": [id, "Arn"] };
}
