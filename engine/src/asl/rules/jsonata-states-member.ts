/** Rule: parts of $states that do not exist, or not here. */
import { closest } from "../../schema/suggest.ts";
import type { Expression } from "../expressions.ts";
import type { State } from "../model.ts";
import { parsedJsonata, rangeBefore } from "./jsonata-use.ts";
import { didYouMean, replaceRange } from "./names.ts";
import { guide, type StateRule } from "./rule.ts";

const MEMBERS = ["input", "result", "errorOutput", "context"];
const WITH_RESULT = new Set(["Task", "Parallel", "Map"]);

export const jsonataStatesMember: StateRule = {
  id: "jsonata-states-member",
  about: "state",
  severity: "error",
  summary: "$states.result, $states.errorOutput or another member of $states where there is none.",
  reason:
    "`$states.input` and `$states.context` are everywhere. `$states.result` is what a Task, Map or Parallel gave, so only " +
    "their Assign and Output have it; `$states.errorOutput` is what was caught, so only Assign and Output of a catcher do.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% «$states.errorOutput» %}"}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "{% «$states.result».a %}"}}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% «$states.inptu».a %}"}}}`,
  ],
  good: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
      "Resource": "arn:aws:states:::lambda:invoke", "Output": "{% $states.result.a %}", "Catch": [
      {"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Cause %}", "Next": "B"}]},
      "B": {"Type": "Fail"}}}`,
  ],
  docs: guide("transforming-data.html#transforming-reserved-variable-states"),
  check(state, context) {
    for (const { expression, compiled } of parsedJsonata(state)) {
      for (const { path, position } of compiled.references.statesPaths) {
        const member = path[0];
        if (member === undefined || member === "input" || member === "context") continue;
        const known = MEMBERS.includes(member);
        const wrong = known ? misplaced(member, state, expression) : unknown(member);
        if (wrong === undefined) continue;
        // The position is behind `$states`.
        const range = rangeBefore(expression, position + member.length + 1, "$states.".length + member.length, context);
        const meant = known ? undefined : closest(member, MEMBERS);
        context.report({
          node: expression.node,
          range,
          message: wrong,
          severity: known ? "error" : "warning",
          fixes: meant === undefined ? [] : [replaceRange(range, `$states.${meant}`)],
        });
      }
    }
  },
};

function misplaced(member: string, state: State, { field, slot }: Expression): string | undefined {
  const after = slot === "Assign" || slot === "Output";
  if (member === "errorOutput") {
    if (field === "Catch" && after) return undefined;
    return "`$states.errorOutput` is only there in Assign and Output of a catcher.";
  }
  if (state.type === undefined || (WITH_RESULT.has(state.type) && after && field !== "Catch")) return undefined;
  return "`$states.result` is only there in Assign and Output of a Task, Map or Parallel state.";
}

function unknown(member: string): string {
  return `$states has no \`${member}\`.${didYouMean(closest(member, MEMBERS))} It has ${MEMBERS.join(", ")}.`;
}
