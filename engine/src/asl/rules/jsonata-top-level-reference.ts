/** Rule: names that would be looked up in a document that is not there. */
import { parsedJsonata, rangeBefore } from "./jsonata-use.ts";
import { replaceRange } from "./names.ts";
import { guide, type StateRule } from "./rule.ts";

export const jsonataTopLevelReference: StateRule = {
  id: "jsonata-top-level-reference",
  about: "state",
  severity: "error",
  summary: "A bare name, $ or $$ at the top level of a JSONata expression.",
  reason:
    "Step Functions evaluates expressions without a root document: there is nothing that `phone`, `$` or `$$` could " +
    "mean. The state's input is `$states.input`, so it is `$states.input.phone`.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% «phone» %}"}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% «$$» %}"}}}`,
  ],
  good: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% $states.input.phone[type = 'home'].($.number) %}"}}}`,
  ],
  docs: guide("transforming-data.html"),
  check(state, context) {
    for (const { expression, compiled } of parsedJsonata(state)) {
      const [first] = compiled.references.bareNames;
      if (first === undefined) continue;
      const meant = /^\$|^\*/.test(first.name) ? "$states.input" : `$states.input.${first.name}`;
      const range = rangeBefore(expression, first.position, first.name.length, context);
      const isWritten = context.parsed.text.slice(range.start, range.end) === first.name;
      context.report({
        node: expression.node,
        range,
        message: `There is no document here in which \`${first.name}\` could be found. Did you mean \`${meant}\`?`,
        // In backticks or escapes the place is another one.
        fixes: isWritten ? [replaceRange(range, meant)] : [],
        aws: {
          code: "UNSUPPORTED_JSONATA_EXPRESSION",
          message: `Reference to '${first.name}' at the top level is not supported.`,
        },
      });
    }
  },
};
