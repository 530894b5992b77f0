/** Which counters of nodes count messages that nobody has processed and nobody keeps any more. */
import type { Metrics } from "../sim/metrics.ts";

/** By the names that the services give them. */
const LOST = ["lost", "expired", "discarded"] as const;

/** How many messages have been lost, in all and by node. */
export function lossesOf(metrics: Metrics): {
  readonly total: number;
  readonly byNode: Readonly<Record<string, number>>;
} {
  const byNode: Record<string, number> = {};
  let total = 0;
  for (const [node, named] of Object.entries(metrics)) {
    for (const name of LOST) {
      const metric = named[name];
      if (metric?.kind !== "counter" || metric.total === 0) continue;
      byNode[node] = (byNode[node] ?? 0) + metric.total;
      total += metric.total;
    }
  }
  return { total, byNode };
}
