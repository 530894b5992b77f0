/** Runs a sweep: every combination of values with every seed, and a table of what came of it. */
import type { JsonObject, JsonValue } from "../json.ts";
import type { Metrics } from "../sim/metrics.ts";
import { parseJson } from "../text/json-reader.ts";
import { partOf } from "./judge.ts";
import { readScenario } from "./read.ts";
import { type RunOptions, type SimulationResult, simulateSystem } from "./simulate.ts";
import { type Spread, spreadOf } from "./spread.ts";
import type { Subject } from "./subject.ts";
import { type Replays, systemOf } from "./system.ts";
import type { Sweep } from "./types.ts";
import { combinations, withValue } from "./vary.ts";

export interface SweepRow {
  readonly values: readonly { readonly path: string; readonly value: JsonValue }[];
  /** By what is shown. */
  readonly columns: readonly { readonly path: string; readonly spread: Spread | undefined }[];
  /** Of the runs: those in which every expectation held. */
  readonly passed: number;
  readonly runs: number;
}

/** What is shown where a sweep does not say. */
const SHOWN = ["lost"];

/**
 * `scenario` as plain data, so that values can be put into it. `onRow` is told of each row when it is done; true from it
 * cancels what is left.
 */
export async function runSweep(
  subject: Subject,
  scenario: JsonObject,
  sweep: Sweep,
  replays: Replays,
  options: RunOptions = {},
  onRow: (row: SweepRow) => boolean | undefined = () => undefined,
): Promise<readonly SweepRow[]> {
  const shown = sweep.show.length === 0 ? SHOWN : sweep.show.map(({ path }) => path);
  const rows: SweepRow[] = [];
  for (const values of combinations(sweep.vary)) {
    const varied = values.reduce((so, { path, value }) => withValue(so, path, value), scenario);
    const { scenario: read } = readScenario(parseJson(JSON.stringify(varied)).root);
    const system = systemOf(subject, read, replays);
    const results: SimulationResult[] = [];
    for (let run = 0; run < sweep.seeds; run++) {
      const result = await simulateSystem(system, read, { ...options, seed: read.seed + run, trace: { keep: "none" } });
      if (result === undefined) return rows;
      results.push(result);
    }
    const row = {
      values,
      columns: shown.map((path) => ({ path, spread: spreadAt(results, path) })),
      passed: results.filter(({ verdicts }) => verdicts.every(({ passed }) => passed)).length,
      runs: results.length,
    };
    rows.push(row);
    if (onRow(row) === true) return rows;
  }
  return rows;
}

/** Undefined where there is no such metric. */
function spreadAt(results: readonly SimulationResult[], path: string): Spread | undefined {
  const values = results.map((result) => valueAt(result, path));
  return values.every((value) => value !== undefined) ? spreadOf(values) : undefined;
}

/** `lost`, `Orders.arrived` (a counter's total), `Orders.visible.max`, `Orders.ageMs.p99`. */
export function valueAt(
  { lost, cost, metrics }: Pick<SimulationResult, "lost" | "cost" | "metrics">,
  path: string,
): number | undefined {
  if (path === "lost") return lost;
  if (path === "cost") return cost.usd;
  const found = metricAt(metrics, path);
  if (found === undefined) return undefined;
  const { metric, of } = found;
  return partOf(metric, of ?? (metric.kind === "counter" ? "total" : metric.kind === "histogram" ? "p99" : "max"));
}

function metricAt(metrics: Metrics, path: string) {
  const [id = "", name = "", of] = path.split(".");
  const metric = metrics[id]?.[name];
  return metric === undefined ? undefined : { metric, of };
}
