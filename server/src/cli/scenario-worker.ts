/** The thread's side of a scenario: simulates, sweeps, runs the cases, and tells how it went. */
import {
  languageOf,
  type OpenScenario,
  openScenario,
  parseText,
  runCases,
  runSweep,
  scenarioProblems,
  simulateSystem,
  subjectIn,
  systemOf,
} from "@sluice/engine";
import { functionCode } from "../handlers/function-code.ts";
import { type LocalFunction, readHandlerFile } from "../handlers/handler-file.ts";
import type { ProgressWriter } from "./run-progress.ts";
import type { ScenarioJob, ScenarioOutcome } from "./scenario-job.ts";

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
  const { cases, coverage } = await runCases(open, job.files, (name) => {
    progress.stepped();
    progress.entered(name);
  });
  const ofCases = { cases, ...(job.coverage && coverage && { coverage }) };
  const { sweep } = scenario;
  const isCasesOnly = scenario.traffic.length === 0 && scenario.cases.length > 0;
  if (isCasesOnly && sweep === undefined) return { ...outcome, ...ofCases };
  const local = functionCode(functionsOf(open, job), () => progress.stepped());
  try {
    if (sweep !== undefined && job.sweeps) {
      const rows = await runSweep(subject, data, sweep, replays, { ...options, code: local.code });
      return { ...outcome, ...ofCases, sweep: rows };
    }
    const trace = { keep: "last", max: job.maxRecords } as const;
    const simulation = await simulateSystem(system, scenario, { ...options, code: local.code, trace });
    return { ...outcome, ...ofCases, ...(simulation && { simulation }) };
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
