import { property } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { getAttOf, intrinsicOf } from "../intrinsics.ts";
import type { TemplateRule } from "./rule.ts";

/** Properties that hold the ARN of a role, by type. */
const ROLES: Readonly<Record<string, string>> = {
  "AWS::StepFunctions::StateMachine": "RoleArn",
  "AWS::Serverless::StateMachine": "Role",
  "AWS::Lambda::Function": "Role",
  "AWS::Serverless::Function": "Role",
  "AWS::Pipes::Pipe": "RoleArn",
};

export const roleIsNoRole: TemplateRule = {
  id: "role-is-no-role",
  kind: "template",
  severity: "error",
  summary: "What is named as the role is another resource, or not its ARN.",
  reason: "A role is given by its ARN, `!GetAtt Role.Arn`; `!Ref` of a role is only its name, which is refused.",
  bad: [
    `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: «!Ref Role»
      Definition:
        StartAt: A
        States: {A: {Type: Succeed}}
  Role:
    Type: AWS::IAM::Role
`,
  ],
  good: [
    `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition:
        StartAt: A
        States: {A: {Type: Succeed}}
  Role:
    Type: AWS::IAM::Role
`,
  ],
  docs: "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html",
  check({ document, template, report }) {
    for (const resource of template.resources) {
      const role = property(resource.properties, ROLES[resource.type] ?? "")?.value;
      const named = role && namedBy(role);
      const target = named && template.byId.get(named.id);
      if (role === undefined || target === undefined || named === undefined) continue;
      // Custom resources and nested stacks may give a role's ARN.
      const mayGiveRole = !target.type.startsWith("AWS::") || target.type.startsWith("AWS::CloudFormation::");
      const isRole = target.type === "AWS::IAM::Role";
      if (mayGiveRole || (isRole && named.attribute === "Arn")) continue;
      const message = isRole
        ? `\`Ref\` of a role is its name: its ARN is needed, \`!GetAtt ${named.id}.Arn\`.`
        : `${named.id} is no role (${target.type}).`;
      const newText =
        document.language === "json" ? `{"Fn::GetAtt": ["${named.id}", "Arn"]}` : `!GetAtt ${named.id}.Arn`;
      const fixes = isRole
        ? [{ title: "Take the role's ARN", edits: [{ start: role.start, end: role.end, newText }] }]
        : [];
      report({ at: { start: role.start, end: role.end }, message, fixes });
    }
  },
};

function namedBy(node: Node): { readonly id: string; readonly attribute: string } | undefined {
  const intrinsic = intrinsicOf(node);
  if (intrinsic === undefined) return undefined;
  const target = getAttOf(intrinsic);
  if (target !== undefined) return { id: target.id, attribute: target.attribute };
  const { name, argument } = intrinsic;
  return name === "Ref" && argument.kind === "string" ? { id: argument.value, attribute: "" } : undefined;
}
