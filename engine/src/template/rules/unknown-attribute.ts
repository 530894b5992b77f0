import { replaceFix } from "../../schema/fixes.ts";
import { resourceType } from "../../schema/resources.ts";
import { closest } from "../../schema/suggest.ts";
import { referencesIn } from "../references.ts";
import type { TemplateRule } from "./rule.ts";

export const unknownAttribute: TemplateRule = {
  id: "unknown-attribute",
  kind: "template",
  severity: "error",
  summary: "`Fn::GetAtt` asks for an attribute that the resource does not have.",
  reason:
    "CloudFormation refuses the template. Each resource type has attributes of its own: the ARN of a topic is its TopicArn, that of a queue its Arn.",
  bad: [
    `Resources:
  News:
    Type: AWS::SNS::Topic
Outputs:
  News:
    Value: !GetAtt News.«Arn»
`,
  ],
  good: [
    `Resources:
  News:
    Type: AWS::SNS::Topic
Outputs:
  News:
    Value: !GetAtt News.TopicArn
`,
  ],
  docs: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html",
  check({ document, template, report }) {
    if (template.isOpen) return;
    for (const { name, attribute, node } of referencesIn(template, document.parsed)) {
      const resource = template.byId.get(name);
      const type = resource && resourceType(resource.type);
      if (attribute === undefined || attribute.name === "" || attribute.name.includes("${") || type === undefined)
        continue;
      // Types of SAM have what CloudFormation's have, and names of versions and aliases.
      if (resource?.type.startsWith("AWS::Serverless::") || Object.keys(type.attributes).length === 0) continue;
      const names = new Set(Object.keys(type.attributes));
      const first = attribute.name.split(".")[0] ?? "";
      if (names.has(attribute.name) || [...names].some((known) => known.split(".")[0] === first && known.includes(".")))
        continue;
      const meant =
        closest(attribute.name, names) ??
        (attribute.name === "Arn" ? [...names].find((known) => /arn$/i.test(known)) : undefined);
      const list = [...names].filter((known) => !known.includes(".")).join(", ");
      report({
        at: attribute,
        message: `${resource?.type} has no attribute ${attribute.name}: it has ${list}.`,
        fixes: meant === undefined ? [] : [replaceFix(`Change to ${meant}`, { ...node, ...attribute }, meant)],
      });
    }
  },
};
