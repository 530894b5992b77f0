/** Rule: paths in a value that nothing evaluates. */
import { property } from "../../text/navigate.ts";
import type { Node, StringNode } from "../../text/tree.ts";
import { replaceString } from "./names.ts";
import { guide, type StateRule } from "./rule.ts";

export const passResultStatic: StateRule = {
  id: "pass-result-static",
  about: "state",
  severity: "warning",
  summary: "A key that ends in .$ in the Result of a Pass state.",
  reason: "Result is taken as it stands: keys keep their `.$` and paths stay text. Parameters is evaluated.",
  bad: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {«"a.$"»: "$.x"}, "End": true}}}'],
  good: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"a.$": "$.x"}, "End": true}}}'],
  docs: guide("state-pass.html"),
  check(state, context) {
    if (state.type !== "Pass" || state.queryLanguage !== "JSONPath") return;
    const own = property(state.node, "Result");
    const result = own?.value;
    const key = firstTemplateKey(result);
    if (own === undefined || result === undefined || key === undefined) return;
    context.report({
      node: key,
      message: `Result is static: "${key.value}" stays as it is and is not evaluated. Parameters would be.`,
      fixes: property(state.node, "Parameters") === undefined ? [replaceString(own.key, "Parameters")] : [],
      aws: {
        code: "PASS_RESULT_IS_STATIC",
        message: "Attempt to use a path in the result of a pass state",
        at: result,
      },
    });
  },
};

function firstTemplateKey(node: Node | undefined): StringNode | undefined {
  if (node?.kind === "array") {
    for (const item of node.items) {
      const key = firstTemplateKey(item);
      if (key !== undefined) return key;
    }
  } else if (node?.kind === "object") {
    for (const { key, value } of node.properties) {
      const found = key.value.endsWith(".$") ? key : firstTemplateKey(value);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
