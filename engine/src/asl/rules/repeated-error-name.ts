/** Rule: error names that an earlier retrier or catcher has taken already. */
import { errorHandlers } from "./error-handlers.ts";
import { guide, type StateRule } from "./rule.ts";

export const repeatedErrorName: StateRule = {
  id: "repeated-error-name",
  about: "state",
  severity: "warning",
  summary: "An error name that an earlier retrier or catcher of the state matches already.",
  reason: "Retriers and catchers are tried in order and the first match is taken, so the later one is never used.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": ["Busy"]}, {"ErrorEquals": [«"Busy"»]}]}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": ["Busy"]}], "Catch": [{"ErrorEquals": ["Busy"], "Next": "B"}]},
      "B": {"Type": "Fail"}}}`,
  ],
  docs: guide("concepts-error-handling.html"),
  check(state, context) {
    for (const field of ["Retry", "Catch"] as const) {
      const seen = new Map<string, { start: number; end: number }>();
      for (const name of errorHandlers(state, field).flatMap((handler) => handler.names)) {
        const first = seen.get(name.value);
        if (first === undefined) {
          seen.set(name.value, name);
          continue;
        }
        const what = field === "Retry" ? "retrier" : "catcher";
        context.report({
          node: name,
          message: `"${name.value}" is matched before: this ${what} never sees it.`,
          related: [{ start: first.start, end: first.end, message: "matched here" }],
        });
      }
    }
  },
};
