/** Loops of messages that a scenario closes: by its resources, by what its consumers or its functions send. */
import type { Finding } from "../rules/finding.ts";
import { carries, loopsIn, roundOf, type Way } from "../template/message-loops.ts";
import { valueNode } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { System } from "./system.ts";
import type { Scenario } from "./types.ts";

interface WrittenWay extends Way {
  /** Where the scenario says so; undefined: the template does, which has a rule of its own. */
  readonly node?: Node | undefined;
}

export function loopFindings({ resources, consumers, behavior }: Scenario, { topology }: System): readonly Finding[] {
  const ways: readonly WrittenWay[] = [
    ...topology.edges.filter(carries).map(({ from, to, via }) => {
      return { from, to, node: keyIn(resources, via ?? from) ?? keyIn(resources, to) };
    }),
    ...consumers.flatMap(({ name, polls, sendsTo, node }) => [
      { from: polls, to: name },
      ...sendsTo.map((to) => ({ from: name, to, node })),
    ]),
    ...behavior.flatMap(({ id, behavior: { sends }, node }) => targetsOf(sends).map((to) => ({ from: id, to, node }))),
  ];
  return loopsIn(ways).flatMap((loop): Finding[] => {
    const node = loop.find((way) => way.node !== undefined)?.node;
    if (node === undefined) return [];
    const message = `Messages can go round: ${roundOf(loop)}. The simulation stops each of them after some rounds, and counts it.`;
    return [{ rule: "scenario-loop", node, message }];
  });
}

function keyIn(resources: Node | undefined, id: string): Node | undefined {
  const value = resources === undefined ? undefined : valueNode(resources, id);
  return value?.parent?.kind === "property" ? value.parent.key : undefined;
}

function targetsOf(sends: unknown): readonly string[] {
  return Array.isArray(sends) ? sends.map(({ to }: { readonly to: string }) => to) : [];
}
