/** Rule: paths that are not evaluated because their key does not say so. */
import { valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { guide, type RuleContext, type StateRule } from "./rule.ts";

const TEMPLATES = ["Parameters", "ResultSelector", "ItemSelector", "Assign"];
const LOOKS_EVALUATED = /^\$\$?(?:\.[A-Za-z_]|\[)|^States\.[A-Z]\w*\(.*\)$/s;

export const templateWithoutDollar: StateRule = {
  id: "template-without-dollar",
  about: "state",
  severity: "warning",
  summary: "A payload template value that looks like a path under a key without .$.",
  reason:
    "Only keys that end in `.$` are evaluated; under any other key `$.x` is the text `$.x`. AWS warns about it, too.",
  bad: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x": «"$.a"»}, "End": true}}}'],
  good: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "$.a"}, "End": true}}}'],
  docs: guide("input-output-inputpath-params.html"),
  check(state, context) {
    if (state.queryLanguage !== "JSONPath") return;
    for (const field of TEMPLATES) visit(valueNode(state.node, field), context);
  },
};

function visit(node: Node | undefined, context: RuleContext): void {
  if (node?.kind === "array") for (const item of node.items) visit(item, context);
  if (node?.kind !== "object") return;
  for (const { key, value } of node.properties) {
    if (value.kind !== "string") visit(value, context);
    else if (!key.value.endsWith(".$") && LOOKS_EVALUATED.test(value.value)) {
      context.report({
        node: value,
        message: `This is plain text: only under the key "${key.value}.$" would it be evaluated.`,
        fixes: [
          {
            title: `Rename the key to "${key.value}.$"`,
            edits: [{ start: key.start, end: key.end, newText: JSON.stringify(`${key.value}.$`) }],
          },
        ],
        aws: {
          code: "NO_DOLLAR",
          message: `No .$ on the field '${key.value}', whose value appears to be a JSONPath or intrinsic function`,
        },
      });
    }
  }
}
