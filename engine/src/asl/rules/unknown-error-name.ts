/** Rule: names in AWS's own space that AWS does not know. */
import { closest } from "../../schema/suggest.ts";
import { errorNamed, STATES_ERRORS } from "../../schema/tables.ts";
import { errorHandlers } from "./error-handlers.ts";
import { didYouMean, replaceString } from "./names.ts";
import { guide, type StateRule } from "./rule.ts";

export const unknownErrorName: StateRule = {
  id: "unknown-error-name",
  about: "state",
  severity: "warning",
  summary: "An error name that starts with States. and is none of AWS's.",
  reason:
    "Names that start with `States.` are AWS's own. One that AWS does not know is never raised, so never matched.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": [«"States.TimeOut"»]}]}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Retry": [{"ErrorEquals": ["States.Timeout", "MyStates.Own"]}]}}}`,
  ],
  docs: guide("concepts-error-handling.html"),
  check(state, context) {
    for (const field of ["Retry", "Catch"] as const) {
      for (const node of errorHandlers(state, field).flatMap(({ names }) => names)) {
        const name = node.value;
        if (!name.startsWith("States.") || errorNamed(name) !== undefined || name.includes("${")) continue;
        const meant = closest(
          name,
          STATES_ERRORS.map((error) => error.name),
        );
        context.report({
          node,
          message: `AWS has no error named "${name}".${didYouMean(meant)}`,
          fixes: meant === undefined ? [] : [replaceString(node, meant)],
        });
      }
    }
  },
};
