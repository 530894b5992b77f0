import { isObject, type JsonValue } from "../../json.ts";
import { property, valueOf } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { getAttOf, intrinsicOf } from "../intrinsics.ts";
import type { TemplateRule } from "./rule.ts";

interface RoleUse {
  /** Properties on the way to the role; lists are gone through. */
  readonly path: readonly string[];
  /** Who takes the role. */
  readonly service: string;
}

const USES: Readonly<Record<string, RoleUse>> = {
  "AWS::Scheduler::Schedule": { path: ["Target", "RoleArn"], service: "scheduler.amazonaws.com" },
  "AWS::Pipes::Pipe": { path: ["RoleArn"], service: "pipes.amazonaws.com" },
  "AWS::Events::Rule": { path: ["Targets", "RoleArn"], service: "events.amazonaws.com" },
  "AWS::ApiGateway::Method": { path: ["Integration", "Credentials"], service: "apigateway.amazonaws.com" },
  "AWS::ApiGatewayV2::Integration": { path: ["CredentialsArn"], service: "apigateway.amazonaws.com" },
  "AWS::StepFunctions::StateMachine": { path: ["RoleArn"], service: "states.amazonaws.com" },
};

export const roleNotAssumable: TemplateRule = {
  id: "role-not-assumable",
  kind: "template",
  severity: "error",
  summary: "A role is given to a service that the role does not trust.",
  reason:
    "A schedule, pipe, rule, API or state machine calls others in a role, which must let the service take it (`sts:AssumeRole`). Where it does not, the deployment fails, or every call does.",
  bad: [
    `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow: {Mode: "OFF"}
      Target:
        Arn: !GetAtt Jobs.Arn
        RoleArn: «!GetAtt Role.Arn»
  Jobs:
    Type: AWS::SQS::Queue
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: sts:AssumeRole}]
`,
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow: {Mode: "OFF"}
      Target:
        Arn: !GetAtt Jobs.Arn
        RoleArn: !GetAtt Role.Arn
  Jobs:
    Type: AWS::SQS::Queue
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: scheduler.amazonaws.com}, Action: sts:AssumeRole}]
`,
  ],
  docs: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role",
  check({ template, report }) {
    for (const { type, properties } of template.resources) {
      const use = USES[type];
      if (use === undefined) continue;
      for (const role of nodesAt(properties, use.path)) {
        const intrinsic = intrinsicOf(role);
        const target = intrinsic && getAttOf(intrinsic);
        const named = target && template.byId.get(target.id);
        if (named?.type !== "AWS::IAM::Role" || trusts(named.properties, use.service)) continue;
        report({
          at: { start: role.start, end: role.end },
          message: `${target?.id} does not let ${use.service} take it: allow \`sts:AssumeRole\` in its \`AssumeRolePolicyDocument\`.`,
        });
      }
    }
  },
};

function nodesAt(node: Node | undefined, [name, ...rest]: readonly string[]): readonly Node[] {
  if (node?.kind === "array")
    return node.items.flatMap((item) => nodesAt(item, name === undefined ? [] : [name, ...rest]));
  if (node === undefined || name === undefined) return node === undefined ? [] : [node];
  return nodesAt(property(node, name)?.value, rest);
}

/** What cannot be read in a template is taken to be right. */
function trusts(properties: Node | undefined, service: string): boolean {
  const document = property(properties, "AssumeRolePolicyDocument")?.value;
  const value = document === undefined ? undefined : valueOf(document);
  if (!isObject(value) || value.Statement === undefined) return true;
  return [value.Statement].flat().some((statement: JsonValue) => {
    if (!isObject(statement) || !isObject(statement.Principal)) return true;
    const services = [statement.Principal.Service ?? []].flat();
    return services.some((each) => typeof each !== "string" || each === service || !/^[\w.-]+$/.test(each));
  });
}
