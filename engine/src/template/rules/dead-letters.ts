/** Queues and their dead-letter queues, as the rules about them see them. */
import { type JsonObject, objectOf } from "../../json.ts";
import type { TopologyEdge, TopologyNode } from "../topology.ts";
import type { TemplateContext } from "./rule.ts";
import { isTrue } from "./settings.ts";

export interface DeadLetters {
  readonly source: TopologyNode;
  readonly target: TopologyNode;
  readonly policy: JsonObject;
}

/** Every queue of the template that has a dead-letter queue in it. */
export function deadLettersIn({ topology }: TemplateContext): readonly DeadLetters[] {
  return topology.edges.flatMap((edge) => {
    const [source, target] = [nodeOf(topology.nodes, edge.from), nodeOf(topology.nodes, edge.to)];
    if (!isOwnRedrive(edge) || source?.type !== QUEUE || target === undefined) return [];
    return [{ source, target, policy: objectOf(edge.properties) }];
  });
}

export const QUEUE = "AWS::SQS::Queue";

function isOwnRedrive({ kind, via }: TopologyEdge): boolean {
  return kind === "redrive" && via === undefined;
}

const byId = new WeakMap<readonly TopologyNode[], ReadonlyMap<string, TopologyNode>>();

export function nodeOf(nodes: readonly TopologyNode[], id: string): TopologyNode | undefined {
  let index = byId.get(nodes);
  if (index === undefined) {
    index = new Map(nodes.map((node) => [node.id, node]));
    byId.set(nodes, index);
  }
  return index.get(id);
}

export function isFifoQueue({ properties }: TopologyNode): boolean {
  return isTrue(properties.FifoQueue);
}

export function isFifoTopic({ properties }: TopologyNode): boolean {
  return isTrue(properties.FifoTopic);
}
