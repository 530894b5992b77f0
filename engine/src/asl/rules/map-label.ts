/** Rule: labels of Distributed Maps that AWS does not take. */
import { valueNode } from "../../text/navigate.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import type { StringNode } from "../../text/tree.ts";
import { guide, type MachineRule } from "./rule.ts";

/** White space, wildcards, brackets, control and special characters. */
const FORBIDDEN = /[\s?*<>{}[\]"#%\\^|~`$&,;:/\p{Cc}]/u;

export const mapLabel: MachineRule = {
  id: "map-label",
  about: "machine",
  severity: "error",
  summary: "A Label with forbidden characters, or that another Map has, too.",
  reason:
    "The label becomes part of the ARNs of the map run and its child executions. It must be unique in the machine and may " +
    'have no white space, no brackets and none of ? * " # % \\ ^ | ~ ` $ & , ; : /.',
  bad: [
    `{"StartAt": "M", "States": {"M": {"Type": "Map", "Label": «"my map"», "End": true, "ItemProcessor": {
      "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
      "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}}}`,
  ],
  good: [
    `{"StartAt": "M", "States": {"M": {"Type": "Map", "Label": "MyMap-1", "End": true, "ItemProcessor": {
      "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
      "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}}}`,
  ],
  docs: guide("state-map-distributed.html"),
  check(machine, context) {
    const known = new Map<string, StringNode>();
    for (const { type, node } of machine.states) {
      const label = type === "Map" ? valueNode(node, "Label") : undefined;
      if (label?.kind !== "string" || hasPlaceholder(label.value)) continue;
      const wrong = FORBIDDEN.exec(label.value)?.[0];
      const first = known.get(label.value);
      if (wrong !== undefined) {
        context.report({
          node: label,
          message: `A Label may not have ${JSON.stringify(wrong)} in it.`,
          aws: { code: "INVALID_LABEL_NAME", message: `Invalid Label name: ${label.value}`, at: node },
        });
      } else if (first !== undefined) {
        context.report({
          node: label,
          message: `Another Map has the Label "${label.value}" already.`,
          related: [{ start: first.start, end: first.end, message: "the other one" }],
          aws: { code: "DUPLICATE_LABEL_NAME", message: `Duplicate Label name: ${label.value}`, at: node },
        });
      } else known.set(label.value, label);
    }
  },
};
