/** What was seen in a run, as expectations of a scenario: the next run is to come to the same, or to something better. */
import type { JsonObject } from "../json.ts";
import type { Metric } from "../sim/metrics.ts";

/** By metric: what its node came to, where that is more than nothing. */
export function seenExpectations(
  node: string,
  metrics: Readonly<Record<string, Metric>> = {},
): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    Object.entries(metrics).flatMap(([name, metric]) => {
      const bound = boundOf(name, metric);
      return bound === undefined ? [] : [[name, { metric: `${node}.${name}`, ...bound }] as const];
    }),
  );
}

/** Counters come to the same number again; of levels and distributions nobody wants to see more. */
function boundOf(name: string, metric: Metric): JsonObject | undefined {
  const unit = name.endsWith("Ms") ? "ms" : "";
  if (metric.kind === "counter") return metric.total === 0 ? undefined : { total: `= ${metric.total}` };
  if (metric.kind === "histogram") {
    return metric.count === 0 ? undefined : { p99: `<= ${Math.ceil(metric.p99)}${unit}` };
  }
  return metric.max === 0 ? undefined : { max: `<= ${Math.ceil(metric.max)}${unit}` };
}
