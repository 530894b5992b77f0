/** Rule: what JSONPath states would evaluate, left over in a JSONata state. */
import { eachString } from "../expressions.ts";
import { guide, type StateRule } from "./rule.ts";

export const jsonpathInJsonata: StateRule = {
  id: "jsonpath-in-jsonata",
  about: "state",
  severity: "warning",
  summary: "A `.$` key or an intrinsic function in a JSONata state.",
  reason:
    "JSONata states know no payload templates: a key keeps its `.$`, and `States.Format(...)` stays text. Write " +
    '`"{% ... %}"` under the plain key, and JSONata\'s own functions.',
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": {«"x.$"»: "$.foo"}}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": {"x": «"States.Format('{}', $.a)"»}}}}`,
  ],
  good: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": {"x": "{% $states.input.foo %}"}}}}`,
  ],
  docs: guide("transforming-data.html"),
  check(state, context) {
    if (state.queryLanguage !== "JSONata") return;
    eachString(state, (node, key) => {
      if (key.value.endsWith(".$")) {
        const message = `In a JSONata state the key keeps its \`.$\` and the value stays text: write "{% ... %}".`;
        context.report({ node: key, message });
      } else if (/^States\.\w+\(/.test(node.value)) {
        const message = "Intrinsic functions are not evaluated in JSONata states: use JSONata's functions.";
        context.report({ node, message });
      }
    });
  },
};
