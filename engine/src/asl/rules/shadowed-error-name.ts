/** Rule: error names behind States.TaskFailed, which takes them all. */
import { errorHandlers } from "./error-handlers.ts";
import { guide, type StateRule } from "./rule.ts";

export const shadowedErrorName: StateRule = {
  id: "shadowed-error-name",
  about: "state",
  severity: "warning",
  summary: "An error name behind a retrier or catcher for States.TaskFailed.",
  reason:
    "In a Task state States.TaskFailed matches every error but States.Timeout, and the first match is taken: what stands " +
    "behind it for a service's or function's own error is never used. Put the special case first.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": ["States.TaskFailed"]}, {"ErrorEquals": [«"Busy"»]}]}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": ["Busy"]}, {"ErrorEquals": ["States.TaskFailed"]}, {"ErrorEquals": ["States.Timeout"]}]}}}`,
  ],
  docs: guide("concepts-error-handling.html"),
  check(state, context) {
    if (state.type !== "Task") return;
    for (const field of ["Retry", "Catch"] as const) {
      let taken: { start: number; end: number } | undefined;
      for (const { names } of errorHandlers(state, field)) {
        for (const name of names) {
          if (taken === undefined || name.value.startsWith("States.")) continue;
          context.report({
            node: name,
            message: `States.TaskFailed, above, takes "${name.value}" already: this ${field === "Retry" ? "retrier" : "catcher"} never sees it.`,
            related: [{ ...taken, message: "taken here" }],
          });
        }
        const all = names.find(({ value }) => value === "States.TaskFailed");
        if (all !== undefined) taken ??= { start: all.start, end: all.end };
      }
    }
  },
};
