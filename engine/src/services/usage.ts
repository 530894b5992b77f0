/** What nodes use of what is billed, as their services say. */
import type { Metric } from "../sim/metrics.ts";
import type { NodeSpec } from "../sim/types.ts";

/** How much of what was used, by the names of prices. */
export type Usage = Readonly<Record<string, number>>;

/** The usage of a node, from its metrics. `hours`: how long the simulation was. */
export type UsageOf = (metrics: Readonly<Record<string, Metric>>, spec: NodeSpec, hours: number) => Usage;

/** The total of a counter; 0 where there is none. */
export function totalOf(metrics: Readonly<Record<string, Metric>>, name: string): number {
  const metric = metrics[name];
  return metric?.kind === "counter" ? metric.total : 0;
}
