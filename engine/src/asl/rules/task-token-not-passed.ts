/** Rule: tasks that wait for a token that they give to nobody. */
import { property, valueNode } from "../../text/navigate.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import type { Node } from "../../text/tree.ts";
import { guide, type StateRule } from "./rule.ts";

export const taskTokenNotPassed: StateRule = {
  id: "task-token-not-passed",
  about: "state",
  severity: "warning",
  summary: "A .waitForTaskToken task that does not hand its token on.",
  reason:
    "Whoever does the work must send the token back with SendTaskSuccess or SendTaskFailure, so it must be among what the " +
    "task passes: `$$.Task.Token`, in JSONata `$states.context.Task.Token`. Without it the state waits until it times out.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      «"Parameters"»: {"QueueUrl": "q", "MessageBody.$": "$"}}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 600,
      "Parameters": {"QueueUrl": "q", "MessageBody": {"in.$": "$", "token.$": "$$.Task.Token"}}}}}`,
  ],
  docs: guide("connect-to-resource.html#connect-wait-token"),
  check(state, context) {
    const resource = state.type === "Task" ? valueNode(state.node, "Resource") : undefined;
    if (resource?.kind !== "string" || !resource.value.endsWith(".waitForTaskToken")) return;
    const field = property(state.node, state.queryLanguage === "JSONata" ? "Arguments" : "Parameters");
    // Without the field the input is passed, which may bring a token along.
    if (field === undefined || mayHoldToken(field.value)) return;
    context.report({ node: field.key, message: "The task token is not among these: nobody could send it back." });
  },
};

const TOKEN = /\$\$(?:$|[,)\s]|\.Task)|\$states\.context(?!\.\w)|\.Task\b|\[['"]Task['"]\]/;

/** Variables may hold the context object, but not a token: that is made when the task begins. */
function mayHoldToken(node: Node): boolean {
  if (node.kind === "array") return node.items.some(mayHoldToken);
  if (node.kind === "object") return node.properties.some(({ value }) => mayHoldToken(value));
  if (node.kind === "string") return TOKEN.test(node.value) || hasPlaceholder(node.value);
  return node.kind === "placeholder" || node.kind === "missing";
}
