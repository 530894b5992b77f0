/** Rule: JSONata functions called with more or fewer arguments than they take. */
import { jsonataFunctionNamed } from "../../schema/tables.ts";
import { parsedJsonata, rangeBefore } from "./jsonata-use.ts";
import { guide, type StateRule } from "./rule.ts";

export const jsonataArgumentCount: StateRule = {
  id: "jsonata-argument-count",
  about: "state",
  severity: "warning",
  summary: "A JSONata function that is called with too many or too few arguments.",
  reason:
    "JSONata checks the arguments of its functions when they are called, and the state fails. The first argument may be " +
    "left out where the value comes from the left: `$x.$uppercase()`, `$x ~> $split(',')`.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% «$uppercase»($states.input.a, 1) %}"}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% «$range»(1) %}"}}}`,
  ],
  good: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% $states.input.a ~> $split(',') ~> $map($uppercase) %}"}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% ($sum := function($a, $b, $c) { $a + $b + $c }; $sum(1, 2, 3)) %}"}}}`,
  ],
  docs: guide("transforming-data.html"),
  check(state, context) {
    for (const { expression, compiled } of parsedJsonata(state)) {
      for (const { name, position, argumentCount } of compiled.references.calls) {
        const entry = jsonataFunctionNamed(`$${name}`);
        if (entry === undefined || entry.stepFunctions === "refused") continue;
        const { minArguments: least, maxArguments: most } = entry;
        // One argument may come from the left.
        if (argumentCount <= most && argumentCount >= least - 1) continue;
        const takes =
          least === most ? `${least}` : most === Number.POSITIVE_INFINITY ? `${least} or more` : `${least} to ${most}`;
        const range = rangeBefore(expression, position, name.length + 1, context);
        const message = `$${name} takes ${takes} argument${takes === "1" ? "" : "s"}, not ${argumentCount}.`;
        context.report({ node: expression.node, range, message });
      }
    }
  },
};
