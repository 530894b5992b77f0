/** Rule: Choice states that may find no way on. */
import { property, valueNode } from "../../text/navigate.ts";
import { guide, type StateRule } from "./rule.ts";

export const choiceWithoutDefault: StateRule = {
  id: "choice-without-default",
  about: "state",
  severity: "warning",
  summary: "A Choice state without Default.",
  reason:
    "Where no rule is true and there is no Default, the execution fails, and no Catch can stop that: Choice states have " +
    "none. A Default that leads to a Fail state at least says why.",
  bad: [
    `{"StartAt": "C", "States": {«"C"»: {"Type": "Choice", "Choices": [
      {"Variable": "$.a", "StringEquals": "x", "Next": "Y"}]}, "Y": {"Type": "Succeed"}}}`,
  ],
  good: [
    `{"StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [
      {"Variable": "$.a", "StringEquals": "x", "Next": "Y"}], "Default": "Y"}, "Y": {"Type": "Succeed"}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [
      {"Condition": true, "Next": "Y"}]}, "Y": {"Type": "Succeed"}}}`,
  ],
  docs: guide("state-choice.html"),
  check(state, context) {
    if (state.type !== "Choice" || property(state.node, "Default") !== undefined) return;
    const choices = valueNode(state.node, "Choices");
    if (choices?.kind !== "array" || choices.items.length === 0) return;
    const always = choices.items.some((rule) => {
      const condition = valueNode(rule, "Condition");
      return condition?.kind === "boolean" && condition.value;
    });
    if (always || choices.items.some((rule) => rule.kind === "placeholder")) return;
    context.report({
      node: state.nameNode,
      message: `"${state.name}" has no Default: where no rule is true, the execution fails.`,
    });
  },
};
