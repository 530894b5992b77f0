/** Rule: where States.ALL may stand. */
import type { State } from "../model.ts";
import { errorHandlers } from "./error-handlers.ts";
import { type RuleContext, type StateRule, spec } from "./rule.ts";

export const statesAllAloneAndLast: StateRule = {
  id: "states-all-alone-and-last",
  about: "state",
  severity: "error",
  summary: "States.ALL beside other error names, or before other retriers or catchers.",
  reason:
    "States.ALL matches every error that can be handled, so whatever stands beside or behind it would never be used. " +
    "The language wants it alone in its ErrorEquals, in the last retrier or catcher.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": «["States.ALL"]»}, {"ErrorEquals": ["Busy"]}]}}}`,
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": ["Busy", «"States.ALL"»]}]}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": ["Busy"]}, {"ErrorEquals": ["States.ALL"]}]}}}`,
  ],
  docs: spec("errors"),
  check(state, context) {
    checkField(state, "Retry", context);
    checkField(state, "Catch", context);
  },
};

function checkField(state: State, field: "Retry" | "Catch", context: RuleContext): void {
  const what = field === "Retry" ? "retrier" : "catcher";
  for (const { errorEquals, names, last } of errorHandlers(state, field)) {
    const all = names.find((name) => name.value === "States.ALL");
    if (all === undefined || errorEquals === undefined) continue;
    if (errorEquals.items.length > 1) {
      context.report({
        node: all,
        message: "States.ALL must stand alone: it matches the other names already.",
      });
    } else if (!last) {
      context.report({
        node: errorEquals,
        message: `States.ALL must stand in the last ${what}: those behind it would never be used.`,
      });
    }
  }
}
