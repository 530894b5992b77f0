/** What services refuse of the resources that a scenario describes or changes; the template's own are the template's matter. */
import type { Finding } from "../rules/finding.ts";
import { refusalOf } from "../template/refused.ts";
import { valueNode } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { System } from "./system.ts";
import type { Scenario } from "./types.ts";

export function refusalFindings({ resources }: Scenario, { topology }: System): readonly Finding[] {
  if (resources === undefined) return [];
  return topology.nodes.flatMap((node): Finding[] => {
    const written = valueNode(resources, node.madeBy ?? node.id);
    const refused = written && refusalOf(node);
    if (written?.parent?.kind !== "property" || refused === undefined) return [];
    const path = node.madeBy === undefined ? (refused.setting?.split(".") ?? []) : [];
    const place = path.length === 0 ? undefined : settingIn(valueNode(written, "Properties"), path);
    return [
      {
        rule: "scenario-refused",
        node: place ?? written.parent.key,
        message: `${node.id} is refused: ${refused.message}`,
      },
    ];
  });
}

function settingIn(at: Node | undefined, [step, ...more]: readonly string[]): Node | undefined {
  if (step === undefined || at === undefined) return at;
  return settingIn(at.kind === "array" ? at.items[Number(step)] : valueNode(at, step), more);
}
