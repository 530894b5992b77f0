/** Rule: more iterations at once than an inline Map runs. */
import { MAX_INLINE_MAP_CONCURRENCY } from "../../limits.ts";
import { valueNode } from "../../text/navigate.ts";
import { isDistributed } from "../variables.ts";
import { guide, type StateRule } from "./rule.ts";

export const inlineConcurrency: StateRule = {
  id: "inline-concurrency",
  about: "state",
  severity: "warning",
  summary: `MaxConcurrency above ${MAX_INLINE_MAP_CONCURRENCY} in a Map that runs INLINE.`,
  reason:
    `An inline Map runs up to ${MAX_INLINE_MAP_CONCURRENCY} iterations at once, whatever MaxConcurrency says. A ` +
    "Distributed Map runs up to 10,000 child executions.",
  bad: [
    `{"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": «1000», "End": true, "ItemProcessor": {
      "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}}}`,
  ],
  good: [
    `{"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": 1000, "End": true, "ItemProcessor": {
      "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
      "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}}}`,
  ],
  docs: guide("state-map-inline.html"),
  check(state, context) {
    const [scope] = state.scopes;
    if (state.type !== "Map" || scope === undefined || isDistributed(scope)) return;
    // A placeholder may still make it distributed.
    const mode = valueNode(valueNode(scope.node, "ProcessorConfig"), "Mode");
    if (mode !== undefined && (mode.kind !== "string" || mode.value !== "INLINE")) return;
    const limit = valueNode(state.node, "MaxConcurrency");
    if (limit?.kind !== "number" || limit.value <= MAX_INLINE_MAP_CONCURRENCY) return;
    context.report({
      node: limit,
      message: `An inline Map runs at most ${MAX_INLINE_MAP_CONCURRENCY} iterations at once.`,
    });
  },
};
