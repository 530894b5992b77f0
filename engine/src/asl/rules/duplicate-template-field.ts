/** Rule: a field that a payload template sets twice. */
import { valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { assignmentsOf } from "../expressions.ts";
import { type RuleContext, type StateRule, spec } from "./rule.ts";

const TEMPLATES = ["Parameters", "ResultSelector", "ItemSelector", "Credentials"];

export const duplicateTemplateField: StateRule = {
  id: "duplicate-template-field",
  about: "state",
  severity: "error",
  summary: "Both `a` and `a.$` in one object of a payload template.",
  reason: "The key `a.$` makes the field `a`, so the two would set the same field.",
  bad: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"a": 1, «"a.$"»: "$.x"}, "End": true}}}'],
  good: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"a": 1, "b.$": "$.x"}, "End": true}}}'],
  docs: spec("payload-template"),
  check(state, context) {
    if (state.queryLanguage !== "JSONPath") return;
    for (const field of TEMPLATES) visit(valueNode(state.node, field), context);
    for (const assign of assignmentsOf(state)) visit(assign, context);
  },
};

function visit(node: Node | undefined, context: RuleContext): void {
  if (node?.kind === "array") for (const item of node.items) visit(item, context);
  if (node?.kind !== "object") return;
  for (const { key, value } of node.properties) {
    visit(value, context);
    if (!key.value.endsWith(".$")) continue;
    const name = key.value.slice(0, -2);
    const other = node.properties.find((property) => property.key.value === name);
    if (other === undefined) continue;
    context.report({
      node: key,
      message: `"${key.value}" and "${name}" would both set the field "${name}".`,
      related: [{ start: other.key.start, end: other.key.end, message: "the other one" }],
    });
  }
}
