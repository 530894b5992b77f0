/** Rule: how AWS SDK integrations spell services, actions and parameters. */
import { valueNode } from "../../text/navigate.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import type { StringNode } from "../../text/tree.ts";
import { integrationOf } from "./integrations.ts";
import { replaceString } from "./names.ts";
import { guide, type RuleContext, type StateRule } from "./rule.ts";
import { taskParameters } from "./task-parameters.ts";

export const sdkIntegration: StateRule = {
  id: "sdk-integration",
  about: "state",
  severity: "warning",
  summary:
    "An AWS SDK integration whose service, action or parameters are spelt in another way than Step Functions does.",
  reason:
    "In `arn:aws:states:::aws-sdk:service:action` the service has small letters and digits only, the action begins with a " +
    "small letter (`listBuckets`), and parameters begin with a capital one (`Bucket`), even where the service's own API " +
    "writes them otherwise.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": «"arn:aws:states:::aws-sdk:dynamodb:Query"»}}}`,
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "End": true,
      "Parameters": {«"bucket"»: "b", "Key.$": "$.key"}}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "End": true,
      "Parameters": {"Bucket": "b", "Key.$": "$.key"}}}}`,
  ],
  docs: guide("supported-services-awssdk.html"),
  check(state, context) {
    if (state.type !== "Task") return;
    const resource = valueNode(state.node, "Resource");
    if (resource?.kind !== "string" || !resource.value.includes(":aws-sdk:")) return;
    checkName(resource, context);
    const given = taskParameters(state);
    for (const { key } of given?.node.properties ?? []) {
      const name = key.value.replace(/\.\$$/, "");
      if (!/^[a-z]/.test(name) || hasPlaceholder(name)) continue;
      const meant = name.slice(0, 1).toUpperCase() + name.slice(1);
      const fixed = meant + key.value.slice(name.length);
      const message = `Parameters of AWS SDK integrations begin with a capital letter: "${meant}".`;
      context.report({ node: key, message, fixes: [replaceString(key, fixed)] });
    }
  },
};

function checkName(node: StringNode, context: RuleContext): void {
  const parts = hasPlaceholder(node.value) ? undefined : integrationOf(node.value);
  if (parts === undefined) return;
  const service = parts.service.slice("aws-sdk:".length);
  const rightService = service.toLowerCase().replace(/[^a-z0-9]/g, "");
  const rightAction = parts.action.slice(0, 1).toLowerCase() + parts.action.slice(1);
  if (service === rightService && parts.action === rightAction) return;
  const right = node.value.replace(`:${service}:${parts.action}`, `:${rightService}:${rightAction}`);
  context.report({
    node,
    message: `AWS SDK integrations are spelt service:action in small letters, as ${rightService}:${rightAction}.`,
    fixes: [replaceString(node, right)],
  });
}
