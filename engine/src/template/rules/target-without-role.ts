import { isObject, ownEntry } from "../../json.ts";
import { nodeOf } from "./dead-letters.ts";
import type { TemplateRule } from "./rule.ts";
import { nameOf, placeOf } from "./settings.ts";

/** What a rule calls in the name of a role, and how people call it. Lambda, SNS and SQS have policies of their own instead. */
const NEEDS_ROLE: Readonly<Record<string, string>> = {
  "AWS::Events::ApiDestination": "API destination",
  "AWS::Kinesis::Stream": "stream",
  "AWS::KinesisFirehose::DeliveryStream": "delivery stream",
  "AWS::StepFunctions::StateMachine": "state machine",
};

export const targetWithoutRole: TemplateRule = {
  id: "target-without-role",
  kind: "template",
  severity: "error",
  summary: "A rule has a target that EventBridge calls in the name of a role, and names no role.",
  reason:
    "API destinations, streams, delivery streams and state machines have no policy that could let EventBridge in: the target needs a RoleArn. Without it, PutTargets refuses the rule: `RoleArn is required for target ...`, and the deployment fails.",
  bad: [
    `Resources:
  Paid:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [shop]}
      Targets: «[{Id: accounting, Arn: !GetAtt Accounting.Arn}]»
  Accounting:
    Type: AWS::Events::ApiDestination
    Properties:
      ConnectionArn: arn:aws:events:us-east-1:123456789012:connection/accounting/1
      HttpMethod: POST
      InvocationEndpoint: https://accounting.example.com/invoices
`,
  ],
  good: [
    `Resources:
  Paid:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [shop]}
      Targets:
        - Id: accounting
          Arn: !GetAtt Accounting.Arn
          RoleArn: arn:aws:iam::123456789012:role/accounting
  Accounting:
    Type: AWS::Events::ApiDestination
    Properties:
      ConnectionArn: arn:aws:events:us-east-1:123456789012:connection/accounting/1
      HttpMethod: POST
      InvocationEndpoint: https://accounting.example.com/invoices
`,
  ],
  docs: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html",
  check(context) {
    const { nodes, edges } = context.topology;
    for (const { kind, to, from, via, properties } of edges) {
      const rule = nodeOf(nodes, via ?? "") ?? nodeOf(nodes, from);
      const target = nodeOf(nodes, to);
      const word = target === undefined ? undefined : ownEntry(NEEDS_ROLE, target.type);
      const isRule = kind === "target" && rule?.type === "AWS::Events::Rule" && rule.madeBy === undefined;
      if (!isRule || target === undefined || word === undefined || !isObject(properties)) continue;
      if (properties.RoleArn !== undefined || properties.Arn === undefined) continue;
      context.report({
        at: placeOf(context, rule, "Targets"),
        message: `${rule.id} needs a RoleArn for its target ${target.id}: EventBridge calls the ${word} in a role's name.`,
        related: [{ ...nameOf(context, target), message: `${target.id} is declared here` }],
      });
    }
  },
};
