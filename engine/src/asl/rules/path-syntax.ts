/** Rule: JSONPath that does not parse. */
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import type { TextMistake } from "../../paths/types.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { offsetInString } from "../../text/string-offset.ts";
import type { StringNode } from "../../text/tree.ts";
import { expressionsOf } from "../expressions.ts";
import { guide, type RuleContext, type StateRule } from "./rule.ts";

export const pathSyntax: StateRule = {
  id: "path-syntax",
  about: "state",
  severity: "error",
  summary: "A field that wants a path, with something else in it.",
  reason:
    "A path starts with `$` (the state's input), `$$` (the context object) or `$name` (a variable), and goes on with " +
    "`.name`, `['name']`, `[0]` and the other steps of JSONPath.",
  bad: [
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "«foo.bar»", "End": true}}}',
    `{"StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [
      {"Variable": "«n»", "NumericEquals": 5, "Next": "Z"}], "Default": "Z"}, "Z": {"Type": "Succeed"}}}`,
  ],
  good: [
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.foo[\'b r\'][0]", "End": true}}}',
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": null, "OutputPath": "$.${Field}", "End": true}}}',
  ],
  docs: guide("amazon-states-language-paths.html"),
  check(state, context) {
    if (state.queryLanguage !== "JSONPath") return;
    for (const { kind, node, text } of expressionsOf(state)) {
      if ((kind !== "path" && kind !== "reference-path") || hasPlaceholder(text)) continue;
      const parsed = parsePath(text);
      if (!isPathMistake(parsed)) continue;
      context.report({
        node,
        range: rangeOf(node, parsed.index, parsed.length, context),
        message: `This is no path: ${parsed.message}`,
        ...(isInFilter(text, parsed)
          ? { severity: "warning" }
          : { aws: { code: "SCHEMA_VALIDATION_FAILED", message: "Value is not a valid JSONPath" } }),
      });
    }
  },
};

/** AWS takes filters that Jayway's grammar does not, `[?(@.lang==es)]` among them; what they select is another question. */
export function isInFilter(text: string, mistake: TextMistake): boolean {
  return text.lastIndexOf("[?", mistake.index) >= 0;
}

/** Document range of a part of a string; never empty where the string has any text. */
export function rangeOf(
  node: StringNode,
  index: number,
  length: number,
  context: RuleContext,
): { start: number; end: number } {
  if (node.value === "") return node;
  const first = Math.min(Math.max(index, 0), node.value.length - 1);
  const last = Math.min(Math.max(first, index + length - 1), node.value.length - 1);
  return {
    start: offsetInString(context.parsed, node, first),
    end: offsetInString(context.parsed, node, last) + 1,
  };
}
