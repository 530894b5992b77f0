/** Runs the cases of a scenario, with the files that they name, and tells which states of the machine they came through. */
import { buildMachine } from "../asl/build.ts";
import type { JsonValue } from "../json.ts";
import { parseMockConfig } from "../run/mock-config.ts";
import { mockTasks } from "../run/mocks.ts";
import { valueOf } from "../text/navigate.ts";
import { parseText } from "../text/parse.ts";
import type { OpenScenario, ScenarioFiles } from "./open.ts";
import { type CaseResult, runCase } from "./run-case.ts";
import type { Case } from "./types.ts";

export type CaseOutcome = Pick<CaseResult, "name" | "passed" | "differences">;

/** States of a machine that the cases came through, and those that none did. */
export interface Coverage {
  /** Its file, as the scenario names it. */
  readonly machine: string;
  readonly visited: readonly string[];
  readonly missed: readonly string[];
}

/** `onCase` is told of each case before it runs. */
export async function runCases(
  { scenario, subject }: OpenScenario,
  files: ScenarioFiles,
  onCase: (name: string) => void = () => {},
): Promise<{ readonly cases: readonly CaseOutcome[]; readonly coverage?: Coverage }> {
  if (scenario.cases.length === 0) return { cases: [] };
  if (subject.kind !== "asl") {
    const differences = ["`simulate` names no state machine"];
    return { cases: scenario.cases.map(({ name }) => ({ name, passed: false, differences })) };
  }
  const definition = valueOf(subject.parsed.root);
  const file = scenario.simulate?.file ?? "";
  const cases: CaseOutcome[] = [];
  const visited = new Set<string>();
  for (const one of scenario.cases) {
    onCase(one.name);
    const { name, passed, differences, execution } = await runOne(definition, one, files, file);
    cases.push({ name, passed, differences });
    for (const { type, details } of execution.events)
      if (type.endsWith("StateEntered")) visited.add(details.name ?? "");
  }
  return { cases, coverage: coverageOf(definition, file, visited) };
}

/** A case with the files that it names. */
async function runOne(definition: JsonValue, one: Case, files: ScenarioFiles, machineFile: string) {
  const given = one.inputFile === undefined ? one.input : parsed(files.get(one.inputFile));
  if (given === undefined) return failed(one, `${one.inputFile} cannot be read as JSON`);
  const { mockFile } = one;
  if (mockFile === undefined) return runCase(definition, { ...one, input: given }, {});
  const value = parsed(files.get(mockFile.file));
  const config = value === undefined ? undefined : parseMockConfig(value);
  if (config === undefined || "problems" in config) return failed(one, `${mockFile.file} is no mock configuration`);
  const machines = [...new Set(config.cases.map(({ stateMachine }) => stateMachine))];
  const own = machineFile.replace(/^.*\//, "").replace(/\.(?:asl\.)?(?:json|ya?ml|asl)$/i, "");
  const tasks = mockTasks(config, machines.includes(own) ? own : (machines[0] ?? own), mockFile.testCase);
  if (typeof tasks !== "function") return failed(one, tasks.message);
  return runCase(definition, { ...one, input: given }, { tasks });
}

function failed({ name }: Case, difference: string) {
  return { name, passed: false, differences: [difference], execution: { status: "ABORTED", events: [] } } as const;
}

function parsed(text: string | undefined): JsonValue | undefined {
  const tree = text === undefined ? undefined : parseText(text, "json");
  return tree === undefined || tree.problems.length > 0 ? undefined : valueOf(tree.root);
}

function coverageOf(definition: JsonValue, machine: string, visited: ReadonlySet<string>): Coverage {
  const states = buildMachine(parseText(JSON.stringify(definition), "json").root)?.states.map(({ name }) => name) ?? [];
  return {
    machine,
    visited: states.filter((name) => visited.has(name)),
    missed: states.filter((name) => !visited.has(name)),
  };
}
