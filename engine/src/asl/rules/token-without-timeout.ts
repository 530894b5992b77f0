/** Rule: waiting for a token without any limit. */
import { property, valueNode } from "../../text/navigate.ts";
import { guide, type StateRule } from "./rule.ts";

const LIMITS = ["TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"];

export const tokenWithoutTimeout: StateRule = {
  id: "token-without-timeout",
  about: "state",
  severity: "hint",
  summary: "A .waitForTaskToken task or an activity without TimeoutSeconds or HeartbeatSeconds.",
  reason:
    "If the token never comes back, the execution waits until it is a year old. A heartbeat or a time-out ends that, and " +
    "a Catch for States.Timeout can deal with it.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true, "Resource":
      «"arn:aws:states:::sqs:sendMessage.waitForTaskToken"»,
      "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true, "HeartbeatSeconds": 600, "Resource":
      "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}`,
  ],
  docs: guide("sfn-best-practices.html"),
  check(state, context) {
    const resource = state.type === "Task" ? valueNode(state.node, "Resource") : undefined;
    if (resource?.kind !== "string" || !/\.waitForTaskToken$|:activity:/.test(resource.value)) return;
    if (LIMITS.some((name) => property(state.node, name) !== undefined)) return;
    context.report({ node: resource, message: "Without a time-out or heartbeat this may wait for a year." });
  },
};
