/** Rule: names that variables cannot have. */
import { MAX_VARIABLE_NAME_LENGTH } from "../../limits.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { writesOf } from "../variables.ts";
import { guide, type StateRule } from "./rule.ts";

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

export const variableName: StateRule = {
  id: "variable-name",
  about: "state",
  severity: "error",
  summary: "A name in Assign that no variable can have.",
  reason:
    `A variable's name is an identifier of up to ${MAX_VARIABLE_NAME_LENGTH} characters: letters, digits and ` +
    "underscores, no digit first. `states` is taken: `$states` holds the input and the context.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Assign": {«"my-var"»: 1}}}}`,
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true, "Assign": {«"states.$"»: "$.x"}}}}',
  ],
  good: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true, "Assign": {"größe_2.$": "$.x"}}}}'],
  docs: guide("workflow-variables.html"),
  check(state, context) {
    for (const { name, key } of writesOf(state)) {
      const why = whyNot(name);
      if (why !== undefined) context.report({ node: key, message: `"${name}" cannot be a variable's name: ${why}.` });
    }
  },
};

function whyNot(name: string): string | undefined {
  if (hasPlaceholder(name)) return undefined;
  if (name === "states") return "$states is AWS's own";
  const length = [...name].length;
  if (length > MAX_VARIABLE_NAME_LENGTH) return `it has ${length} characters, more than ${MAX_VARIABLE_NAME_LENGTH}`;
  if (name.includes(".") || name.includes("[")) return "only whole variables can be assigned, not parts of them";
  return IDENTIFIER.test(name) ? undefined : "only letters, digits and underscores may stand in it, no digit first";
}
