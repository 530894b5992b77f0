/** Rule: what stands under a key that ends in .$. */
import { isIntrinsicMistake, parseIntrinsic } from "../../intrinsics/parse.ts";
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import type { TextMistake } from "../../paths/types.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import type { Node } from "../../text/tree.ts";
import { type Expression, expressionsOf } from "../expressions.ts";
import { replaceString } from "./names.ts";
import { isInFilter, rangeOf } from "./path-syntax.ts";
import { guide, type RuleContext, type StateRule } from "./rule.ts";

export const templateValue: StateRule = {
  id: "template-value",
  about: "state",
  severity: "error",
  summary: "A key that ends in .$ whose value is neither a path nor an intrinsic function.",
  reason:
    "In a payload template the value of a key that ends in `.$` is evaluated: it must be a path such as `$.order.id`, or " +
    "a call such as `States.Format('{}', $.name)`. A literal belongs under the key without `.$`.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"list": [{"name.$": "«h»ello"}]},
      "End": true}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"list": [{"name.$": "$$.State.Name"}],
      "text.$": "States.Format('it\\\\'s {} \\\\{x\\\\}', States.ArrayGetItem($.a, 0))"}, "End": true}}}`,
  ],
  docs: guide("input-output-inputpath-params.html"),
  check(state, context) {
    if (state.queryLanguage !== "JSONPath") return;
    for (const expression of expressionsOf(state)) {
      if (expression.kind !== "path-or-intrinsic" || hasPlaceholder(expression.text)) continue;
      const mistake = mistakeIn(expression.text);
      if (mistake !== undefined) report(expression, mistake, context);
    }
  },
};

function mistakeIn(text: string): TextMistake | undefined {
  if (text.startsWith("$")) {
    const path = parsePath(text);
    return isPathMistake(path) ? path : undefined;
  }
  if (/^States\b/.test(text)) {
    const call = parseIntrinsic(text);
    return isIntrinsicMistake(call) ? call : undefined;
  }
  return { message: "A path starts with $, a function with States.", index: 0, length: 1 };
}

function report(expression: Expression, mistake: TextMistake, context: RuleContext): void {
  const { node, key, template } = expression;
  const name = key?.value ?? expression.slot;
  context.report({
    node,
    range: rangeOf(node, mistake.index, mistake.length, context),
    message: `The value of "${name}" must be a path or an intrinsic function. ${mistake.message}`,
    // A plain text belongs under the plain key.
    fixes:
      key === undefined || /^\$|^States\./.test(expression.text) ? [] : [replaceString(key, key.value.slice(0, -2))],
    ...(isInFilter(expression.text, mistake)
      ? { severity: "warning" }
      : {
          aws: {
            code: "SCHEMA_VALIDATION_FAILED",
            message: `The value for the field '${name}' must be a valid JSONPath or a valid intrinsic function call`,
            at: objectAround(node, template),
          },
        }),
  });
}

/** AWS points at the object that has the key. */
function objectAround(node: Node, template: Node | undefined): Node {
  return template === undefined || node.parent?.kind !== "property" ? node : node.parent.parent;
}
