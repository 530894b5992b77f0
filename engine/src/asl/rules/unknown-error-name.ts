/** Rule: names in AWS's own space that AWS does not know. */
import { closest } from "../../schema/suggest.ts";
import { errorNamed, STATES_ERRORS } from "../../schema/tables.ts";
import { valueNode } from "../../text/navigate.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import type { StringNode } from "../../text/tree.ts";
import type { Machine, State } from "../model.ts";
import { errorHandlers } from "./error-handlers.ts";
import { didYouMean, replaceString } from "./names.ts";
import { guide, type MachineRule, type RuleContext } from "./rule.ts";

export const unknownErrorName: MachineRule = {
  id: "unknown-error-name",
  about: "machine",
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
    `{"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Catch": [{"ErrorEquals": ["States.Own"],
      "Next": "Z"}], "Branches": [{"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "States.Own"}}}]},
      "Z": {"Type": "Succeed"}}}`,
  ],
  docs: guide("concepts-error-handling.html"),
  check(machine, context) {
    let raised: ReadonlySet<string> | undefined;
    for (const state of machine.states) {
      for (const field of ["Retry", "Catch"] as const) {
        for (const node of errorHandlers(state, field).flatMap(({ names }) => names)) {
          const name = node.value;
          if (!name.startsWith("States.") || errorNamed(name) !== undefined || hasPlaceholder(name)) continue;
          raised ??= raisedNames(machine);
          if (!raised.has(name)) report(node, context);
        }
      }
    }
  },
};

/** What Fail states raise themselves is matched, whatever its name. */
function raisedNames({ states }: Machine): ReadonlySet<string> {
  const errorOf = ({ type, node }: State): readonly string[] => {
    const error = type === "Fail" ? valueNode(node, "Error") : undefined;
    return error?.kind === "string" ? [error.value] : [];
  };
  return new Set(states.flatMap(errorOf));
}

function report(node: StringNode, context: RuleContext): void {
  const meant = closest(
    node.value,
    STATES_ERRORS.map((error) => error.name),
  );
  context.report({
    node,
    message: `AWS has no error named "${node.value}".${didYouMean(meant)}`,
    fixes: meant === undefined ? [] : [replaceString(node, meant)],
  });
}
