import { removeProperty } from "../../editor/object-edits.ts";
import { objectsIn } from "../../json.ts";
import type { Fix } from "../../problem.ts";
import { refuseDeliveryStream } from "../../refusals/delivery-stream.ts";
import { refuseInvokeConfig } from "../../refusals/event-invoke-config.ts";
import { refuseRule, refuseTargets } from "../../refusals/event-rule.ts";
import { refuseMapping } from "../../refusals/event-source-mapping.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import { refuseEndpoint } from "../../refusals/topic.ts";
import { property } from "../../text/navigate.ts";
import { intrinsicOf } from "../intrinsics.ts";
import type { TopologyNode } from "../topology.ts";
import { lambdaGuide, type TemplateContext, type TemplateRule } from "./rule.ts";
import { nameOf, placeOf, propertiesOf, setFix, settingOf, styleIn } from "./settings.ts";

/** Rules across resources look at what else there is. */
const NOTHING_KNOWN = {
  sourceExists: () => undefined,
  functionExists: () => undefined,
  mappingOf: () => undefined,
  visibilityTimeoutOf: () => undefined,
  timeoutOf: () => undefined,
};

/** By CloudFormation's type: the service's answer to a resource. */
const ANSWERS: Readonly<Record<string, (node: TopologyNode) => Refusal | undefined>> = {
  "AWS::Lambda::EventSourceMapping": ({ properties }) => refuseMapping(properties, NOTHING_KNOWN),
  "AWS::Lambda::EventInvokeConfig": ({ properties }) => refuseInvokeConfig(properties, NOTHING_KNOWN),
  "AWS::Events::Rule": ({ madeBy, properties }) =>
    // SAM sees to the targets of its own rules.
    refuseRule(properties) ?? (madeBy === undefined ? refuseTargets(objectsIn(properties.Targets)) : undefined),
  "AWS::KinesisFirehose::DeliveryStream": ({ properties }) => refuseDeliveryStream(properties),
  // Which queue a topic may have is for the rule that sees both.
  "AWS::SNS::Subscription": ({ properties: { Protocol, Endpoint } }) =>
    refuseEndpoint(String(Protocol), String(Endpoint), true),
};

/** Read as languages of their own, with the place of each mistake. */
const JUDGED_APART: ReadonlySet<string | undefined> = new Set(["EventPattern", "FilterCriteria", "ScheduleExpression"]);

export const serviceRefuses: TemplateRule = {
  id: "service-refuses",
  kind: "template",
  severity: "error",
  summary: "A resource has settings that its service refuses.",
  reason:
    "CloudFormation hands the properties on to the service's API, which refuses them: the deployment fails with the words that stand here. What other rules say better is left to them.",
  bad: [
    `Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        «Click»:
          Type: Kinesis
          Properties:
            Stream: arn:aws:kinesis:us-east-1:123456789012:stream/clicks
            MaximumRetryAttempts: 3
            DestinationConfig:
              OnFailure:
                Destination: arn:aws:sqs:us-east-1:123456789012:failed
`,
    `Resources:
  OrdersToWorker:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: arn:aws:sqs:us-east-1:123456789012:orders
      FunctionName: worker
      DestinationConfig: «{OnFailure: {Destination: arn:aws:sqs:us-east-1:123456789012:failed}}»
`,
  ],
  good: [
    `Resources:
  OrdersToWorker:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: arn:aws:sqs:us-east-1:123456789012:orders
      FunctionName: worker
`,
  ],
  docs: lambdaGuide("invocation-eventsourcemapping.html"),
  check(context) {
    if (context.template.isOpen) return;
    for (const node of context.topology.nodes) {
      const refused = node.external === true ? undefined : ANSWERS[node.type]?.(node);
      if (refused === undefined || JUDGED_APART.has(refused.setting) || isMarked(refused)) continue;
      const path = refused.setting?.split(".") ?? [];
      const setting = path.length === 0 ? undefined : settingOf(context, node, ...path);
      if (setting !== undefined && intrinsicOf(setting) !== undefined) continue;
      const at = path.length === 0 ? nameOf(context, node) : placeOf(context, node, ...path);
      const fixes = FIXES[refused.setting ?? ""]?.(context, node) ?? [];
      context.report({ at, message: `${node.id} is refused: ${refused.message}`, fixes });
    }
  },
};

/** About a value that is only known after deployment. */
function isMarked({ message }: Refusal): boolean {
  return message.includes("${");
}

/** By setting: what there is instead. */
const FIXES: Readonly<Record<string, (context: TemplateContext, node: TopologyNode) => readonly Fix[]>> = {
  StartingPosition: (context, node) =>
    setFix(context, node, "StartingPosition", "LATEST", "Start with what comes next"),
  DestinationConfig: (context, node) => removalOf(context, node, "DestinationConfig"),
  MaximumBatchingWindowInSeconds: (context, node) => removalOf(context, node, "MaximumBatchingWindowInSeconds"),
};

function removalOf(context: TemplateContext, node: TopologyNode, name: string): readonly Fix[] {
  const given = property(propertiesOf(context, node), name);
  return given === undefined ? [] : [{ title: `Remove ${name}`, edits: [removeProperty(given, styleIn(context))] }];
}
