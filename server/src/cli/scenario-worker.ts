/** The thread's side of a scenario: simulates, sweeps, runs the cases, and tells how it went. */
import {
  buildMachine,
  type Case,
  type JsonValue,
  languageOf,
  mockTasks,
  type OpenScenario,
  openScenario,
  parseMockConfig,
  parseText,
  runCase,
  runSweep,
  scenarioProblems,
  simulateSystem,
  subjectIn,
  systemOf,
  valueOf,
} from "@sluice/engine";
import { functionCode } from "../handlers/function-code.ts";
import { type LocalFunction, readHandlerFile } from "../handlers/handler-file.ts";
import { machineName } from "./run-mocks.ts";
import type { ProgressWriter } from "./run-progress.ts";
import type { CaseOutcome, Coverage, ScenarioJob, ScenarioOutcome } from "./scenario-job.ts";

/** Events between two signs of life. */
const SLICE_EVENTS = 20_000;

export async function answerScenario(job: ScenarioJob, progress: ProgressWriter): Promise<ScenarioOutcome> {
  const open = openJob(job);
  const { scenario, subject, replays, data } = open;
  const system = systemOf(subject, scenario, replays);
  const problems = scenarioProblems(open, system);
  const nodes = system.specs.map(({ id, type }) => ({ id, type }));
  const outcome = { problems, notSimulated: system.notSimulated, assumed: system.assumed, nodes, cases: [] };
  if (problems.some(({ severity }) => severity === "error")) return outcome;
  const options = {
    slice: { maxEvents: SLICE_EVENTS },
    onSlice: () => {
      progress.stepped();
      return false;
    },
    ...(job.seed !== undefined && { seed: job.seed }),
    ...(job.untilMs !== undefined && { untilMs: job.untilMs }),
  };
  const cases = await runCases(open, job, progress);
  const { sweep } = scenario;
  const isCasesOnly = scenario.traffic.length === 0 && scenario.cases.length > 0;
  if (isCasesOnly && sweep === undefined) return { ...outcome, ...cases };
  const local = functionCode(functionsOf(open, job), () => progress.stepped());
  try {
    if (sweep !== undefined && job.sweeps) {
      const rows = await runSweep(subject, data, sweep, replays, { ...options, code: local.code });
      return { ...outcome, ...cases, sweep: rows };
    }
    const trace = { keep: "last", max: job.maxRecords } as const;
    const simulation = await simulateSystem(system, scenario, { ...options, code: local.code, trace });
    return { ...outcome, ...cases, ...(simulation && { simulation }) };
  } finally {
    local.close();
  }
}

/** The local functions that a scenario names. Throws what is wrong with one. */
function functionsOf({ scenario }: OpenScenario, { folder }: ScenarioJob): readonly LocalFunction[] {
  const named = scenario.behavior.flatMap(({ id, handler }) => (handler === undefined ? [] : [[id, handler] as const]));
  const read = readHandlerFile(Object.fromEntries(named), folder);
  if ("problem" in read) throw new Error(read.problem);
  return read.functions;
}

/** A file that is no scenario is simulated by itself, as an empty scenario would. */
function openJob({ name, text, isScenario, files }: ScenarioJob): OpenScenario {
  if (isScenario) return openScenario(parseText(text, languageOf(text, name)), files);
  const open = openScenario(parseText("{}", "json"), files);
  return { ...open, subject: subjectIn(text, name, files) ?? open.subject };
}

async function runCases(
  { scenario, subject }: OpenScenario,
  { files, coverage: wantsCoverage }: ScenarioJob,
  progress: ProgressWriter,
): Promise<{ cases: readonly CaseOutcome[]; coverage?: Coverage }> {
  if (scenario.cases.length === 0) return { cases: [] };
  if (subject.kind !== "asl") {
    return {
      cases: scenario.cases.map(({ name }) => ({
        name,
        passed: false,
        differences: ["`simulate` names no state machine"],
      })),
    };
  }
  const definition = valueOf(subject.parsed.root);
  const file = scenario.simulate?.file ?? "";
  const cases: CaseOutcome[] = [];
  const visited = new Set<string>();
  for (const one of scenario.cases) {
    progress.stepped();
    progress.entered(one.name);
    const { name, passed, differences, execution } = await runOne(definition, one, files, file);
    cases.push({ name, passed, differences });
    for (const { type, details } of execution.events)
      if (type.endsWith("StateEntered")) visited.add(details.name ?? "");
  }
  return { cases, ...(wantsCoverage && { coverage: coverageOf(definition, file, visited) }) };
}

/** A case with the files that it names. */
async function runOne(definition: JsonValue, one: Case, files: ReadonlyMap<string, string>, machineFile: string) {
  const given = one.inputFile === undefined ? one.input : parsed(files.get(one.inputFile));
  if (given === undefined) return failed(one, `${one.inputFile} cannot be read as JSON`);
  const { mockFile } = one;
  if (mockFile === undefined) return runCase(definition, { ...one, input: given }, {});
  const value = parsed(files.get(mockFile.file));
  const config = value === undefined ? undefined : parseMockConfig(value);
  if (config === undefined || "problems" in config) return failed(one, `${mockFile.file} is no mock configuration`);
  const machines = [...new Set(config.cases.map(({ stateMachine }) => stateMachine))];
  const own = machineName(machineFile);
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
