/** What a scenario says of consumers that does not fit what they read. */
import { MAX_BATCH_ENTRIES } from "../limits.ts";
import type { Finding } from "../rules/finding.ts";
import { valueNode } from "../text/navigate.ts";
import type { System } from "./system.ts";
import type { Scenario } from "./types.ts";

/** The SQS API gives 10 messages at most; a poll of Kafka has no such limit. */
export function consumerFindings({ consumers }: Scenario, { specs }: System): readonly Finding[] {
  const queues = new Set(specs.filter(({ type }) => type === "AWS::SQS::Queue").map(({ id }) => id));
  return consumers.flatMap(({ node, polls }) => {
    const batch = valueNode(node, "batch");
    if (batch?.kind !== "number" || batch.value <= MAX_BATCH_ENTRIES || !queues.has(polls)) return [];
    const message = `\`batch\` of a queue must be 1 to ${MAX_BATCH_ENTRIES}; this is ${batch.value}.`;
    return [{ rule: "scenario-value", node: batch, message }];
  });
}
