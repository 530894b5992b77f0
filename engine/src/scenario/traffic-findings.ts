/** Traffic that cannot be: more messages than can be simulated, messages that its target refuses one and all. */
import { MAX_TRAFFIC_MESSAGES } from "../limits.ts";
import type { Finding } from "../rules/finding.ts";
import { duration } from "../services/sentences.ts";
import type { TopologyNode } from "../template/topology.ts";
import { valueNode } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import { amountOf } from "./amounts.ts";
import { thousands } from "./editor/words.ts";
import type { System } from "./system.ts";
import type { Scenario, Traffic } from "./types.ts";

export function trafficFindings(scenario: Scenario, { topology }: System): readonly Finding[] {
  const byId = new Map(topology.nodes.map((node) => [node.id, node]));
  return scenario.traffic.flatMap((traffic) => [
    ...tooMany(traffic, scenario),
    ...withoutGroup(traffic, byId.get(traffic.to)),
    ...overBeforeItBegins(traffic),
  ]);
}

function tooMany(traffic: Traffic, scenario: Scenario): readonly Finding[] {
  const { messages = 0, overMs = 0 } = amountOf(traffic, scenario) ?? {};
  if (messages <= MAX_TRAFFIC_MESSAGES) return [];
  const [made, most] = [messages, MAX_TRAFFIC_MESSAGES].map(thousands);
  const message = `That makes ${made} messages in ${duration(overMs)}; at most ${most} are simulated. Lower it, or say \`until\`, \`count\` or a shorter \`duration\`.`;
  return [{ rule: "scenario-value", node: arrivalsIn(traffic), message }];
}

const ARRIVALS = ["rate", "poisson", "burst", "ramp", "at", "replay"] as const;

function arrivalsIn({ node }: Traffic): Node {
  return ARRIVALS.map((name) => valueNode(node, name)).find((found) => found !== undefined) ?? node;
}

/** FIFO queues and topics refuse each message that has no group, and what they cannot tell duplicates by. */
function withoutGroup({ to, messages, replay, node }: Traffic, target: TopologyNode | undefined): readonly Finding[] {
  const { FifoQueue, FifoTopic, ContentBasedDeduplication } = target?.properties ?? {};
  const isFifo = String(FifoQueue) === "true" || String(FifoTopic) === "true";
  if (!isFifo || replay !== undefined) return [];
  const place = valueNode(node, "message") ?? valueNode(node, "messages") ?? valueNode(node, "to") ?? node;
  const rule = "scenario-value";
  if (messages.some(({ groupId }) => groupId === undefined)) {
    const message = `\`${to}\` is FIFO and refuses messages without a group: give them a \`groupId\`.`;
    return [{ rule, node: place, message }];
  }
  const isKnown = String(ContentBasedDeduplication) === "true";
  if (isKnown || messages.every(({ deduplicationId }) => deduplicationId !== undefined)) return [];
  const message = `\`${to}\` is FIFO without ContentBasedDeduplication and refuses messages that have no \`deduplicationId\`: "\${sequence}" gives each its own.`;
  return [{ rule, node: place, message }];
}

function overBeforeItBegins({ fromMs, untilMs, node }: Traffic): readonly Finding[] {
  if (untilMs === undefined || untilMs > fromMs) return [];
  const message = "The traffic ends before it begins: `until` must be later than `from`.";
  return [{ rule: "scenario-value", node: valueNode(node, "until") ?? node, message }];
}
