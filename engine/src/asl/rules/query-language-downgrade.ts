/** Rule: JSONPath states in a JSONata machine. */
import { valueNode } from "../../text/navigate.ts";
import { guide, type MachineRule } from "./rule.ts";

export const queryLanguageDowngrade: MachineRule = {
  id: "query-language-downgrade",
  about: "machine",
  severity: "error",
  summary: "A state that says JSONPath in a machine that says JSONata.",
  reason: "A JSONPath machine may have JSONata states, but once the whole machine says JSONata, all its states are.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "QueryLanguage": «"JSONPath"», "End": true}}}`,
  ],
  good: [
    `{"QueryLanguage": "JSONPath", "StartAt": "A", "States": {
      "A": {"Type": "Pass", "QueryLanguage": "JSONata", "End": true}}}`,
  ],
  docs: guide("transforming-data.html"),
  check(machine, context) {
    if (machine.queryLanguage !== "JSONata") return;
    for (const { node } of machine.states) {
      const language = valueNode(node, "QueryLanguage");
      if (language?.kind !== "string" || language.value !== "JSONPath") continue;
      context.report({
        node: language,
        message: "The whole machine is JSONata, so no state can go back to JSONPath.",
        aws: {
          code: "SCHEMA_VALIDATION_FAILED",
          message: "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
          at: node,
        },
      });
    }
  },
};
