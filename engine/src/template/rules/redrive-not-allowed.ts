import { removeProperty } from "../../editor/object-edits.ts";
import { isObject, type JsonValue } from "../../json.ts";
import { property } from "../../text/navigate.ts";
import { asObject } from "../edges/connections.ts";
import { deadLettersIn, QUEUE } from "./dead-letters.ts";
import { sqsGuide, type TemplateRule } from "./rule.ts";
import { nameOf, placeOf, propertiesOf, styleIn } from "./settings.ts";

export const redriveNotAllowed: TemplateRule = {
  id: "redrive-not-allowed",
  kind: "template",
  severity: "error",
  summary: "A dead-letter queue does not allow the queue to use it.",
  reason:
    "The RedriveAllowPolicy of the dead-letter queue is denyAll, or byQueue without this queue: SQS refuses the redrive policy.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: «!GetAtt Failed.Arn»
        maxReceiveCount: 3
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
      RedriveAllowPolicy:
        redrivePermission: denyAll
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed.Arn
        maxReceiveCount: 3
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
      RedriveAllowPolicy:
        redrivePermission: byQueue
        sourceQueueArns:
          - !Sub arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:orders
`,
  ],
  docs: sqsGuide("sqs-dead-letter-queues.html"),
  check(context) {
    for (const { source, target } of deadLettersIn(context)) {
      if (target.type !== QUEUE || allows(asObject(target.properties.RedriveAllowPolicy), source.arn)) continue;
      const policy = property(propertiesOf(context, target), "RedriveAllowPolicy");
      const edit = policy && removeProperty(policy, styleIn(context));
      context.report({
        at: placeOf(context, source, "RedrivePolicy", "deadLetterTargetArn"),
        message: `The RedriveAllowPolicy of ${target.id} does not allow ${source.id} to use it as a dead-letter queue.`,
        related: [
          { ...placeOf(context, target, "RedriveAllowPolicy"), message: `what ${target.id} allows` },
          { ...nameOf(context, target), message: `${target.id} is declared here` },
        ],
        fixes: edit === undefined ? [] : [{ title: `Let every queue use ${target.id}`, edits: [edit] }],
      });
    }
  },
};

function allows(policy: JsonValue | undefined, arn: string): boolean {
  if (!isObject(policy)) return true;
  if (policy.redrivePermission === "denyAll") return false;
  const { sourceQueueArns: sources } = policy;
  if (policy.redrivePermission !== "byQueue" || !Array.isArray(sources)) return true;
  // What is only known after deployment may be this queue; whether wildcards count is not written anywhere.
  return sources.some((source) => source === arn || typeof source !== "string" || /\$\{|\*/.test(source));
}
