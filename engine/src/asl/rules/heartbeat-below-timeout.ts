/** Rule: heartbeats that could never be missed before the time-out. */
import { valueNode } from "../../text/navigate.ts";
import { type StateRule, spec } from "./rule.ts";

export const heartbeatBelowTimeout: StateRule = {
  id: "heartbeat-below-timeout",
  about: "state",
  severity: "error",
  summary: "HeartbeatSeconds that is not smaller than TimeoutSeconds.",
  reason: "A heartbeat must be due before the task times out; AWS refuses an interval that is not smaller.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "TimeoutSeconds": 30, "HeartbeatSeconds": «60»}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "TimeoutSeconds": 60, "HeartbeatSeconds": 30}}}`,
  ],
  docs: spec("task-state"),
  check(state, context) {
    const timeout = valueNode(state.node, "TimeoutSeconds");
    const heartbeat = valueNode(state.node, "HeartbeatSeconds");
    if (timeout?.kind !== "number" || heartbeat?.kind !== "number" || heartbeat.value < timeout.value) return;
    // A time-out of zero is the mistake then, and the schema's to refuse.
    if (timeout.value < 1) return;
    context.report({
      node: heartbeat,
      message: `HeartbeatSeconds must be smaller than TimeoutSeconds, which is ${timeout.value}.`,
    });
  },
};
