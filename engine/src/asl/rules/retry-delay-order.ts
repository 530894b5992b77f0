/** Rule: retriers whose longest delay is not longer than their first. */
import { valueNode } from "../../text/navigate.ts";
import { errorHandlers } from "./error-handlers.ts";
import { guide, type StateRule } from "./rule.ts";

const DEFAULT_INTERVAL_SECONDS = 1;

export const retryDelayOrder: StateRule = {
  id: "retry-delay-order",
  about: "state",
  severity: "error",
  summary: "MaxDelaySeconds that is not greater than IntervalSeconds.",
  reason: "MaxDelaySeconds caps the growing delay between retries, so it must be greater than the first one.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 30, "MaxDelaySeconds": «10»}]}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 3, "MaxDelaySeconds": 10}]}}}`,
  ],
  docs: guide("concepts-error-handling.html"),
  check(state, context) {
    for (const { node } of errorHandlers(state, "Retry")) {
      const maxDelay = valueNode(node, "MaxDelaySeconds");
      const interval = valueNode(node, "IntervalSeconds");
      if (maxDelay?.kind !== "number" || (interval !== undefined && interval.kind !== "number")) continue;
      const first = interval?.value ?? DEFAULT_INTERVAL_SECONDS;
      // Zero and less are the schema's to refuse.
      if (maxDelay.value > first || maxDelay.value < 1) continue;
      context.report({
        node: maxDelay,
        message: `MaxDelaySeconds must be greater than IntervalSeconds, which is ${first}.`,
      });
    }
  },
};
