import { removeProperty } from "../../editor/object-edits.ts";
import type { Fix } from "../../problem.ts";
import { property } from "../../text/navigate.ts";
import { intrinsicOf } from "../intrinsics.ts";
import { refusalOf } from "../refused.ts";
import type { TopologyNode } from "../topology.ts";
import { lambdaGuide, type TemplateContext, type TemplateRule } from "./rule.ts";
import { nameOf, placeOf, propertiesOf, setFix, settingOf, styleIn } from "./settings.ts";

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
      const refused = refusalOf(node);
      if (refused === undefined) continue;
      const path = refused.setting?.split(".") ?? [];
      const setting = path.length === 0 ? undefined : settingOf(context, node, ...path);
      if (setting !== undefined && intrinsicOf(setting) !== undefined) continue;
      const at = path.length === 0 ? nameOf(context, node) : placeOf(context, node, ...path);
      const fixes = FIXES[refused.setting ?? ""]?.(context, node) ?? [];
      context.report({ at, message: `${node.id} is refused: ${refused.message}`, fixes });
    }
  },
};

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
