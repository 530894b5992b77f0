/** Fields that say something only beside others: `within` beside `visits`. */
import type { Finding } from "../rules/finding.ts";
import { OBJECTS } from "../schema/generated/tables.ts";
import { kindIn, type Slot, slotInside } from "../schema/locate.ts";
import { listOf } from "../schema/names.ts";
import type { Node } from "../text/tree.ts";

export function companionFindings(root: Node): readonly Finding[] {
  const findings: Finding[] = [];
  visit({ object: "scenario", depth: 0 }, root);
  return findings;

  function visit(slot: Slot, node: Node): void {
    const kind = kindIn(slot, node);
    const fields = kind === undefined ? {} : (OBJECTS[kind]?.fields ?? {});
    if (node.kind === "array") for (const item of node.items) visit(slotInside(slot, kind, item), item);
    if (node.kind !== "object") return;
    const names = new Set(node.properties.map(({ key }) => key.value));
    for (const { key, value } of node.properties) {
      const beside = Object.hasOwn(fields, key.value) ? fields[key.value]?.with : undefined;
      if (beside?.some((name) => names.has(name)) === false) {
        const message = `\`${key.value}\` says something only beside ${listOf(beside, "or")}.`;
        findings.push({ rule: "scenario-value", node: key, message });
      }
      visit(slotInside(slot, kind, value), value);
    }
  }
}
