/** The tests of a scenario: its expectations, its cases, and that the simulator finds nothing wrong with itself. */
import type { ScenarioOutcome } from "./scenario-job.ts";

/** One expectation or case. */
export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  /** What was seen, or what differs. */
  readonly text: string;
}

export function resultsOf({ simulation, cases }: ScenarioOutcome): readonly TestResult[] {
  return [
    ...(simulation?.verdicts ?? []).map(({ name, passed, seen }) => ({ name, passed, text: seen })),
    ...(simulation?.violations ?? []).map(({ node, invariant, text }) => ({
      name: `${node}: ${invariant}`,
      passed: false,
      text,
    })),
    ...cases.map(({ name, passed, differences }) => ({ name, passed, text: differences.join("\n") })),
  ];
}

export interface ScenarioReport {
  readonly name: string;
  readonly results: readonly TestResult[];
  readonly coverage?: ScenarioOutcome["coverage"];
}
