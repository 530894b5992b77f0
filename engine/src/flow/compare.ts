/** Two runs side by side: which of their numbers are not the same. */
import type { Metrics } from "../sim/metrics.ts";
import type { FlowEnd } from "./run.ts";

export interface Difference {
  readonly node: string;
  readonly metric: string;
  readonly before: number;
  readonly after: number;
}

/** What of each kind of meter is compared: the number that people would ask for. */
export function numbersOf(metrics: Metrics): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [node, named] of Object.entries(metrics)) {
    for (const [name, metric] of Object.entries(named)) {
      if (metric.kind === "counter") numbers.set(`${node}.${name}`, metric.total);
      else if (metric.kind === "histogram") numbers.set(`${node}.${name}.p99`, metric.p99);
      else {
        numbers.set(`${node}.${name}`, metric.value);
        numbers.set(`${node}.${name}.max`, metric.max);
      }
    }
  }
  return numbers;
}

/** The greatest changes first; `lost` and the time that it took are among them. */
export function differencesBetween(before: FlowEnd, after: FlowEnd): readonly Difference[] {
  const [old, fresh] = [numbersOf(before.metrics), numbersOf(after.metrics)];
  const keys = [...new Set([...old.keys(), ...fresh.keys()])];
  const all = keys.map((key): Difference => {
    const dot = key.indexOf(".");
    const [node, metric] = [key.slice(0, dot), key.slice(dot + 1)];
    return { node, metric, before: old.get(key) ?? 0, after: fresh.get(key) ?? 0 };
  });
  return all.filter(({ before: a, after: b }) => a !== b).sort((a, b) => weightOf(b) - weightOf(a));
}

/** How much it changed, as a share of the greater of both. */
function weightOf({ before, after }: Difference): number {
  return Math.abs(after - before) / Math.max(Math.abs(before), Math.abs(after));
}
