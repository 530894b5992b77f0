/** Rule: names that stand twice in one object. */
import type { Node, ObjectNode, Property, StringNode } from "../../text/tree.ts";
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
    // Inner states first: what is known to be fine is not walked again, neither by outer states nor after an edit.
    for (const { node } of machine.states.toReversed()) checkTree(node, context);
    checkTree(machine.node, context);
  },
};

/** Roots of trees in which no key stands twice; nodes are made anew when their text changes. */
const fine = new WeakSet<Node>();

function checkTree(root: ObjectNode, context: RuleContext): void {
  if (fine.has(root)) return;
  let found = 0;
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (fine.has(node)) continue;
    if (node.kind === "array") {
      for (const item of node.items) if (isContainer(item)) open.push(item);
    } else if (node.kind === "object") {
      found += checkObject(node, context);
      for (const { value } of node.properties) if (isContainer(value)) open.push(value);
    }
  }
  if (found === 0) fine.add(root);
}

function isContainer(node: Node): boolean {
  return node.kind === "object" || node.kind === "array";
}

/** Number of keys that stand there a second time. */
function checkObject(node: ObjectNode, context: RuleContext): number {
  if (!hasDuplicate(node.properties)) return 0;
  let found = 0;
  const seen = new Map<string, StringNode>();
  for (const { key } of node.properties) {
    const first = seen.get(key.value);
    if (first === undefined) seen.set(key.value, key);
    else {
      found++;
      context.report({
        node: key,
        message: `"${key.value}" stands in this object twice.`,
        related: [{ start: first.start, end: first.end, message: "the first one" }],
      });
    }
  }
  return found;
}

/** Objects are small, mostly: comparing all pairs makes no garbage. */
const SMALL = 12;

function hasDuplicate(properties: readonly Property[]): boolean {
  if (properties.length > SMALL) return new Set(properties.map(({ key }) => key.value)).size < properties.length;
  for (let later = 1; later < properties.length; later++) {
    const name = properties[later]?.key.value;
    for (let earlier = 0; earlier < later; earlier++) if (properties[earlier]?.key.value === name) return true;
  }
  return false;
}
