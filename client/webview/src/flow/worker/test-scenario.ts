/** A scenario as a test: its cases and its expectations, without anybody who watches. */
import { type Code, type Flow, type FlowSource, openFlow, runCases, simulateSystem } from "@sluice/engine";
import type { TestOutcome } from "../../../../src/flow/protocol.ts";

/** `codeOf`: the real code that it names, or why it may not be called: nothing is run then. */
export async function testScenario(
  source: FlowSource,
  codeOf: (flow: Flow) => ReadonlyMap<string, Code> | string,
): Promise<TestOutcome> {
  const flow = openFlow(source);
  const errors = flow.problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (errors.length > 0 || !("drawing" in flow)) {
    return { errors: errors.length > 0 ? errors : ["There is nothing to simulate."], verdicts: [], cases: [] };
  }
  const { open, system } = flow;
  const code = codeOf(flow);
  if (typeof code === "string") return { errors: [code], verdicts: [], cases: [] };
  const { cases, coverage } = await runCases(open, new Map(Object.entries(source.files)));
  const isCasesOnly = open.scenario.traffic.length === 0 && cases.length > 0;
  const result = isCasesOnly
    ? undefined
    : await simulateSystem(system, open.scenario, { trace: { keep: "none" }, code });
  return { errors: [], verdicts: result?.verdicts ?? [], cases, ...(coverage && { coverage }) };
}
