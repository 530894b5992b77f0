/** A scenario as a test: its cases and its expectations, without anybody who watches. */
import { type FlowSource, openFlow, runCases, simulateSystem } from "@sluice/engine";
import type { TestOutcome } from "../../../../src/flow/protocol.ts";

export async function testScenario(source: FlowSource): Promise<TestOutcome> {
  const flow = openFlow(source);
  const errors = flow.problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (errors.length > 0 || !("drawing" in flow)) {
    return { errors: errors.length > 0 ? errors : ["There is nothing to simulate."], verdicts: [], cases: [] };
  }
  const { open, system } = flow;
  const { cases, coverage } = await runCases(open, new Map(Object.entries(source.files)));
  const isCasesOnly = open.scenario.traffic.length === 0 && cases.length > 0;
  const result = isCasesOnly ? undefined : await simulateSystem(system, open.scenario, { trace: { keep: "none" } });
  return { errors: [], verdicts: result?.verdicts ?? [], cases, ...(coverage && { coverage }) };
}
