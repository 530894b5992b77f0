/** Rule: names that stand twice in one object. */
import type { Node, ObjectNode, StringNode } from "../../text/tree.ts";
import { type MachineRule, type RuleContext, spec } from "./rule.ts";

export const duplicateKey: MachineRule = {
  id: "duplicate-key",
  about: "machine",
  severity: "error",
  summary: "The same name twice in one object.",
  reason: "Only one of the two values can count, and which one depends on who reads the text.",
  bad: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Comment": "a", «"Comment"»: "b", "End": true}}}'],
  good: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Comment": "a", "End": true}}}'],
  docs: spec("structure-of-a-state-machine"),
  check(machine, context) {
    const open: Node[] = [machine.node];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.kind === "array") {
        for (const item of node.items) if (isContainer(item)) open.push(item);
      } else if (node.kind === "object") {
        checkObject(node, context);
        for (const { value } of node.properties) if (isContainer(value)) open.push(value);
      }
    }
  },
};

function isContainer(node: Node): boolean {
  return node.kind === "object" || node.kind === "array";
}

function checkObject(node: ObjectNode, context: RuleContext): void {
  if (node.properties.length < 2) return;
  const seen = new Map<string, StringNode>();
  for (const { key } of node.properties) {
    const first = seen.get(key.value);
    if (first === undefined) seen.set(key.value, key);
    else {
      context.report({
        node: key,
        message: `"${key.value}" stands in this object twice.`,
        related: [{ start: first.start, end: first.end, message: "the first one" }],
      });
    }
  }
}
