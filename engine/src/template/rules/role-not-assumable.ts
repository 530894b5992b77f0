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
        if (target === undefined || named?.type !== "AWS::IAM::Role") continue;
        const { trusts, services } = trustOf(named.properties, use.service);
        if (trusts) continue;
        const fixes = services.slice(0, 1).map(({ start, end, names }) => {
          const newText = JSON.stringify([...names, use.service]);
          return { title: `Let ${use.service} take ${target.id}`, edits: [{ start, end, newText }] };
        });
        report({
          at: { start: role.start, end: role.end },
          message: `${target.id} does not let ${use.service} take it: allow \`sts:AssumeRole\` in its \`AssumeRolePolicyDocument\`.`,
          fixes,
        });
      }
    }
  },
};

/** A list that the path comes to is gone through. */
function nodesAt(node: Node | undefined, path: readonly string[]): readonly Node[] {
  if (node === undefined) return [];
  if (node.kind === "array") return node.items.flatMap((item) => nodesAt(item, path));
  const [name, ...rest] = path;
  return name === undefined ? [node] : nodesAt(property(node, name)?.value, rest);
}

interface Trust {
  readonly trusts: boolean;
  /** Where services are named that may take the role. */
  readonly services: readonly { readonly start: number; readonly end: number; readonly names: readonly string[] }[];
}

/** What cannot be read in a template is taken to be right. */
function trustOf(properties: Node | undefined, service: string): Trust {
  const document = property(properties, "AssumeRolePolicyDocument")?.value;
  const statements = nodesAt(property(document, "Statement")?.value, []);
  const named = statements.map((statement) => property(property(statement, "Principal")?.value, "Service")?.value);
  const services = named.flatMap((node) => {
    const names = node === undefined ? [] : [valueOf(node)].flat();
    const isRead = names.every((name): name is string => typeof name === "string" && /^[\w.-]+$/.test(name));
    return node === undefined || !isRead ? [] : [{ start: node.start, end: node.end, names }];
  });
  const isUnread = services.length < Math.max(1, statements.length);
  return { trusts: isUnread || services.some(({ names }) => names.includes(service)), services };
}
