/** Rule: strings that look like JSONata but are none. */
import { eachString } from "../expressions.ts";
import { replaceString } from "./names.ts";
import { guide, type StateRule } from "./rule.ts";

export const jsonataDelimiters: StateRule = {
  id: "jsonata-delimiters",
  about: "state",
  severity: "warning",
  summary: "A string with `{%` or `%}` that is not evaluated.",
  reason:
    "A string is an expression only if `{%` are its very first and `%}` its very last characters. With a space before, or " +
    "text around, it is just a string.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": {"x": «" {% $states.input %}"»}}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": {"x": «"{% $states.input"»}}}}`,
  ],
  good: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Comment": "{% not an expression", "Output": {"x": "{% $states.input %}"}}}}`,
  ],
  docs: guide("transforming-data.html"),
  check(state, context) {
    if (state.queryLanguage !== "JSONata") return;
    eachString(state, (node) => {
      const { value } = node;
      const opens = value.startsWith("{%");
      const closes = value.endsWith("%}");
      if (opens && closes) return;
      const trimmed = value.trim();
      if (trimmed.startsWith("{%") && trimmed.endsWith("%}")) {
        const fixes = [replaceString(node, trimmed)];
        context.report({
          node,
          message: "The white space around `{% %}` makes this a plain string: remove it.",
          fixes,
        });
      } else if (trimmed.startsWith("{%")) {
        context.report({ node, message: "This starts with `{%` but does not end with `%}`: it is a plain string." });
      } else if (trimmed.endsWith("%}") && !value.includes("{%")) {
        context.report({ node, message: "This ends with `%}` but does not start with `{%`: it is a plain string." });
      } else if (/\{%.*%\}/s.test(value)) {
        const message = "Text around `{% %}` makes this a plain string: join with `&` inside one expression.";
        context.report({ node, message });
      }
    });
  },
};
