/** Rule: resources that AWS would not find. */
import { closest } from "../../schema/suggest.ts";
import { valueNode } from "../../text/navigate.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import type { StringNode } from "../../text/tree.ts";
import { INTEGRATIONS, integrationOf, type Resource } from "./integrations.ts";
import { didYouMean, replaceString } from "./names.ts";
import { guide, type RuleContext, type StateRule } from "./rule.ts";

export const taskResource: StateRule = {
  id: "task-resource",
  about: "state",
  severity: "error",
  summary: "A Resource that is no ARN, or names an integration that does not exist.",
  reason:
    "A Task calls a Lambda function, an activity, an integration such as `arn:aws:states:::sqs:sendMessage`, or any " +
    "action of the AWS SDK as `arn:aws:states:::aws-sdk:dynamodb:query`. AWS refuses what it does not know.",
  bad: [
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": «"my-function"», "End": true}}}',
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": «"arn:aws:states:::dynamodb:query"», "End": true}}}',
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": «"arn:aws:states:::sns:publish.sync"», "End": true}}}',
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": «"arn:aws-china:states:::lambda:invoke"», "End": true}}}',
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": «"arn:aws:sqs:us-east-1:123456789012:q"», "End": true}}}',
  ],
  good: [
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws-cn:states:::lambda:invoke", "End": true}}}',
    '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${FunctionArn}", "End": true}}}',
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:query"}}}`,
  ],
  docs: guide("integrate-services.html"),
  check(state, context) {
    if (state.type !== "Task") return;
    const resource = valueNode(state.node, "Resource");
    if (resource?.kind !== "string" || hasPlaceholder(resource.value)) return;
    if (!resource.value.startsWith("arn:")) {
      context.report({
        node: resource,
        message:
          "A Resource must be an ARN: of a Lambda function, an activity, or an integration such as " +
          "arn:aws:states:::lambda:invoke.",
        aws: { code: "SCHEMA_VALIDATION_FAILED", message: "Value is not a valid resource ARN" },
      });
      return;
    }
    const parts = integrationOf(resource.value);
    const wrong = wrongShape(resource.value);
    if (wrong !== undefined) context.report({ node: resource, message: wrong, severity: "warning" });
    else if (parts !== undefined) checkIntegration(resource, parts, context);
  },
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const PARTITIONS = ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

/** What a Task can call by its own ARN. */
const CALLABLE = ["lambda", "states"];

/** Regions and accounts are often left for somebody to fill in, so only what never varies is judged. */
function wrongShape(arn: string): string | undefined {
  const [, partition = "", service = "", , , ...rest] = arn.split(":");
  if (!PARTITIONS.includes(partition)) {
    return `There is no partition "${partition}".${didYouMean(closest(partition, PARTITIONS) ?? "aws")}`;
  }
  if (rest.length === 0) return "An ARN has six parts at least: arn:partition:service:region:account:resource.";
  if (!CALLABLE.includes(service)) {
    const known = INTEGRATIONS[service] === undefined ? `aws-sdk:${service}` : service;
    return `A Task cannot call an ARN of ${service}. Did you mean an integration, arn:${partition}:states:::${known}:...?`;
  }
  if (service === "lambda" && rest[0] !== "function")
    return "The ARN of a Lambda function goes on with :function:name.";
  return undefined;
}

function checkIntegration(node: StringNode, resource: Resource, context: RuleContext): void {
  const { service, action } = resource;
  if (service.startsWith("aws-sdk:")) return checkSuffix(node, resource, ["token"], context);
  const integration = INTEGRATIONS[service];
  if (integration === undefined) {
    const meant = closest(service, Object.keys(INTEGRATIONS)) ?? `aws-sdk:${service}`;
    const message = `Sluice knows no integration "${service}".${didYouMean(meant)}`;
    const fixes = [replaceString(node, node.value.replace(`:${service}:`, `:${meant}:`))];
    context.report({ node, message, severity: "warning", fixes });
    return;
  }
  const patterns = integration.actions[action];
  if (patterns !== undefined) return checkSuffix(node, resource, patterns, context);
  const meant = closest(action, Object.keys(integration.actions)) ?? `aws-sdk:${service}:${action}`;
  const message = `The ${service} integration has no action "${action}".${didYouMean(meant)}`;
  const right = meant.startsWith("aws-sdk:") ? meant : `${service}:${meant}`;
  const fixes = [replaceString(node, node.value.replace(`${service}:${action}`, right))];
  context.report(
    integration.closed
      ? { node, message, fixes, aws: notRecognized(node) }
      : { node, message, fixes, severity: "warning" },
  );
}

function checkSuffix(
  node: StringNode,
  { service, action, suffix }: Resource,
  patterns: readonly string[],
  context: RuleContext,
): void {
  const pattern = suffix === "waitForTaskToken" ? "token" : suffix;
  if (suffix === "" || patterns.includes(pattern)) return;
  const known = ["token", "sync", "sync:2"].includes(pattern);
  // Which of the young integrations can wait is not sure enough for an error.
  const sure = !known || service.startsWith("aws-sdk:") || INTEGRATIONS[service]?.closed === true;
  const message = known
    ? `${service}:${action} cannot be called with .${suffix}.`
    : `A resource ends in .sync, .sync:2, .waitForTaskToken or in its action; ".${suffix}" is none of these.`;
  context.report(sure ? { node, message, aws: notRecognized(node) } : { node, message, severity: "warning" });
}

function notRecognized(node: StringNode): { code: string; message: string } {
  return {
    code: "SCHEMA_VALIDATION_FAILED",
    message:
      `The resource provided ${node.value} is not recognized. The value is not a valid resource ARN, ` +
      "or the resource is not available in this region.",
  };
}
