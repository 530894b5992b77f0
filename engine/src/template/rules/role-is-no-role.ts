import { getAtt, takesRole } from "../arns.ts";
import { alternatives, everyField } from "../fields.ts";
import { namedResource } from "./named-resource.ts";
import type { TemplateRule } from "./rule.ts";

const ROLE = "AWS::IAM::Role";

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
  check(context) {
    const { document, template, report } = context;
    everyField(template, {
      property({ key, value }, field) {
        if (field === undefined || !takesRole(key.value)) return;
        for (const role of alternatives(value)) {
          const named = namedResource(role);
          const target = named && template.byId.get(named.id);
          if (named === undefined || target === undefined) continue;
          // Custom resources and nested stacks may give a role's ARN.
          const mayGiveRole = !target.type.startsWith("AWS::") || target.type.startsWith("AWS::CloudFormation::");
          const isRole = target.type === ROLE;
          if (mayGiveRole || (isRole && named.attribute === "Arn")) continue;
          const at = { start: role.start, end: role.end };
          const newText = getAtt(document.language, named.id, "Arn");
          report({
            at,
            message: isRole
              ? `\`Ref\` of a role is its name: its ARN is needed, \`!GetAtt ${named.id}.Arn\`.`
              : `${named.id} is no role (${target.type}).`,
            fixes: isRole ? [{ title: "Take the role's ARN", edits: [{ ...at, newText }] }] : [],
          });
        }
      },
    });
  },
};
