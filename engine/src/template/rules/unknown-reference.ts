import { replaceFix } from "../../schema/fixes.ts";
import { closest } from "../../schema/suggest.ts";
import { property } from "../../text/navigate.ts";
import type { Resource, Template } from "../model.ts";
import { declarationOf, type Reference, referencesIn } from "../references.ts";
import type { TemplateRule } from "./rule.ts";

export const unknownReference: TemplateRule = {
  id: "unknown-reference",
  kind: "template",
  severity: "error",
  summary: "A name stands for no resource, parameter, condition or mapping of the template.",
  reason:
    "CloudFormation refuses the template: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, `Condition` and `Fn::FindInMap` can only name what the template declares. A role, a target or a substitution that names nothing is such a mistake.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt «Failled».Arn
        maxReceiveCount: 3
  Failed:
    Type: AWS::SQS::Queue
`,
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    DependsOn: «Queue»
`,
  ],
  good: [
    `Parameters:
  Prefix:
    Type: String
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub "\${Prefix}-\${AWS::StackName}-\${!literal}"
`,
  ],
  docs: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html",
  check({ document, template, report }) {
    // What a macro or a loop makes may have any name.
    if (template.isOpen || template.loops.length > 0) return;
    for (const reference of referencesIn(template, document.parsed)) {
      const { name, space, start, end } = reference;
      if (isKnown(template, reference)) continue;
      const known = namesIn(template, space);
      const meant = closest(name, known);
      const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
      const node = { ...reference.node, start, end };
      report({
        at: { start, end },
        message: `${WORDS[space]} is called ${JSON.stringify(name)} here.${hint}`,
        fixes: meant === undefined ? [] : [replaceFix(`Change to ${meant}`, node, meant)],
      });
    }
  },
};

const WORDS = {
  value: "No resource or parameter",
  resource: "No resource",
  condition: "No condition",
  mapping: "No mapping",
} as const;

function isKnown(template: Template, reference: Reference): boolean {
  const { name, space } = reference;
  if (declarationOf(template, reference) !== undefined) return true;
  if (space === "mapping" || space === "condition") return name.includes("${");
  if (name.startsWith("AWS::") || name.includes("${") || name.includes("::")) return true;
  return isMadeBySam(template, name);
}

/** SAM names what it makes after the resource that it makes it of; APIs that nobody declares have names of their own. */
function isMadeBySam({ resources }: Template, name: string): boolean {
  if (/^Serverless(?:Rest|Http)Api/.test(name) || name === "ServerlessDeploymentApplication") return true;
  const makes = ({ type, node }: Resource) =>
    type.startsWith("AWS::Serverless::") || property(node, "Connectors") !== undefined;
  return resources.some((resource) => name.startsWith(resource.id) && makes(resource));
}

function namesIn(template: Template, space: Reference["space"]): ReadonlySet<string> {
  if (space === "condition") return new Set(template.conditions.keys());
  if (space === "mapping") return new Set(template.mappings.keys());
  return new Set([...template.byId.keys(), ...(space === "value" ? template.parameters.keys() : [])]);
}
