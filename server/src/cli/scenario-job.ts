/** One scenario in a thread of its own: simulated, swept, or its cases run. */
import type { CaseOutcome, Coverage, NotSimulated, Problem, SimulationResult, SweepRow } from "@sluice/engine";

/** Plain data: it is copied into the thread. */
export interface ScenarioJob {
  /** The scenario's file, or that of a template, policy or machine that is simulated by itself. */
  readonly name: string;
  readonly text: string;
  readonly isScenario: boolean;
  /** Where it lies, absolute: local functions count from there. */
  readonly folder: string;
  /** Files that it names, by those names. */
  readonly files: ReadonlyMap<string, string>;
  readonly seed?: number;
  readonly untilMs?: number;
  /** Records that are kept of the trace. */
  readonly maxRecords: number;
  readonly coverage: boolean;
  /** Runs the sweep of a scenario that has one, in the place of a single simulation. */
  readonly sweeps: boolean;
}

export interface ScenarioOutcome {
  /** Nothing has been run where one of them is an error. */
  readonly problems: readonly Problem[];
  readonly notSimulated: readonly NotSimulated[];
  /** What nobody said and was taken for granted. */
  readonly assumed: readonly string[];
  /** The nodes in the order in which they are told: id and type. */
  readonly nodes: readonly { readonly id: string; readonly type: string }[];
  readonly simulation?: SimulationResult;
  readonly sweep?: readonly SweepRow[];
  readonly cases: readonly CaseOutcome[];
  readonly coverage?: Coverage;
}
