/** Rule: functions that neither JSONata nor Step Functions has. */
import { closest } from "../../schema/suggest.ts";
import { JSONATA_FUNCTIONS, jsonataFunctionNamed } from "../../schema/tables.ts";
import { parsedJsonata, rangeBefore } from "./jsonata-use.ts";
import { replaceRange } from "./names.ts";
import { guide, type StateRule } from "./rule.ts";

const NAMES: readonly string[] = JSONATA_FUNCTIONS.map(({ name }) => name);

export const jsonataUnknownFunction: StateRule = {
  id: "jsonata-unknown-function",
  about: "state",
  severity: "warning",
  summary: "A call of a JSONata function that does not exist, or that Step Functions refuses.",
  reason: "Calling what is no function fails the state with States.QueryEvaluationError.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% «$upper»($states.input.a) %}"}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% «$eval»('1') %}"}}}`,
  ],
  good: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% ($f := function($x) { $uppercase($x) }; $f($states.input.a)) %}"}}}`,
  ],
  docs: guide("transforming-data.html"),
  check(state, context) {
    for (const { expression, compiled } of parsedJsonata(state)) {
      for (const { name, position } of compiled.references.calls) {
        const called = `$${name}`;
        const entry = jsonataFunctionNamed(called);
        if (entry !== undefined && entry.stepFunctions !== "refused") continue;
        const meant = closest(called, NAMES);
        const message =
          entry === undefined
            ? `There is no function ${called}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`
            : `Step Functions does not support ${called}.`;
        const range = rangeBefore(expression, position, called.length, context);
        const fixes = entry === undefined && meant !== undefined ? [replaceRange(range, meant)] : [];
        context.report({ node: expression.node, range, message, fixes });
      }
    }
  },
};
