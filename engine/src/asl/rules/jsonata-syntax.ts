/** Rule: JSONata that does not parse. */
import { isJsonataMistake, parseJsonata } from "../../jsonata/parse.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { offsetInString } from "../../text/string-offset.ts";
import { expressionsOf } from "../expressions.ts";
import { guide, type StateRule } from "./rule.ts";

export const jsonataSyntax: StateRule = {
  id: "jsonata-syntax",
  about: "state",
  severity: "error",
  summary: "A JSONata expression that does not parse.",
  reason: "AWS parses every expression when the state machine is created, and refuses the machine if one is broken.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": {"a": ["{% $states.input[1«,»2] %}"]}}}}`,
  ],
  good: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": {"a": ["{% $states.input[1] %}"]}}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% \${Expression} %}"}}}`,
  ],
  docs: guide("transforming-data.html"),
  check(state, context) {
    if (state.queryLanguage !== "JSONata") return;
    for (const { kind, node, text, index } of expressionsOf(state)) {
      if (kind !== "jsonata" || hasPlaceholder(text)) continue;
      const parsed = parseJsonata(text);
      if (!isJsonataMistake(parsed)) continue;
      const first = index + parsed.index;
      const start = offsetInString(context.parsed, node, first);
      const end = Math.max(start + 1, offsetInString(context.parsed, node, first + parsed.length));
      context.report({
        node,
        range: { start, end },
        message: `This JSONata does not parse: ${parsed.message.replace(/\.?$/, ".")}`,
        aws: { code: "INVALID_JSONATA_EXPRESSION", message: parsed.message },
      });
    }
  },
};
