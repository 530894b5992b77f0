/** Rule: JSONata in a state that does not evaluate it. */
import { eachString } from "../expressions.ts";
import { guide, type StateRule } from "./rule.ts";

export const jsonataInJsonpath: StateRule = {
  id: "jsonata-in-jsonpath",
  about: "state",
  severity: "warning",
  summary: "A `{% %}` string in a JSONPath state.",
  reason: "The query language is JSONPath unless the state or the machine says JSONata; then `{% %}` is plain text.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Parameters": {"x": «"{% $states.input.a %}"»}}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true, "QueryLanguage": "JSONata",
      "Output": {"x": "{% $states.input.a %}"}}}}`,
  ],
  docs: guide("transforming-data.html"),
  check(state, context) {
    if (state.queryLanguage !== "JSONPath") return;
    eachString(state, (node) => {
      if (!node.value.startsWith("{%") || !node.value.endsWith("%}")) return;
      const message = 'This is plain text in a JSONPath state: add "QueryLanguage": "JSONata", or use a path.';
      context.report({ node, message });
    });
  },
};
