/** `sluice test`: every scenario below some paths, each expectation and each case a test. */
import { type Command, choice, readArguments } from "./command.ts";
import { configReader } from "./config.ts";
import { findDocuments } from "./files.ts";
import { readScenarioJob } from "./scenario-files.ts";
import type { ScenarioJob } from "./scenario-job.ts";
import { optionsOf, refuses, runScenario } from "./simulate.ts";
import type { Terminal } from "./terminal.ts";
import { testJson, testJunit, testText } from "./test-reports.ts";
import { resultsOf, type ScenarioReport } from "./test-results.ts";

const USAGE = `usage: sluice test [paths...] [options]

Runs every scenario (*.scenario.yaml, *.scenario.json) below the paths (the current folder): each expectation of a
simulation and each case of a state machine is a test. Sweeps are not run.

  --format text|json|junit   how to report (text)
  --coverage                 which states of a machine its cases came to
  --seed N, --until TIME     as for simulate

exit code 1: a test failed
`;

const REPORTS = { text: testText, json: testJson, junit: testJunit } as const;

export const testCommand: Command = {
  name: "test",
  summary: "run scenarios as tests",
  usage: USAGE,
  async run(argv, terminal) {
    const given = readArguments(argv, ["format", "seed", "until"], ["coverage"]);
    const format = choice(given, "format", ["text", "json", "junit"]);
    const paths = given.positionals.length === 0 ? ["."] : given.positionals;
    const { files } = await findDocuments(terminal.cwd, paths, configReader(terminal.cwd));
    const reports: ScenarioReport[] = [];
    for (const { name, kind } of files) {
      if (kind !== "scenario") continue;
      const job = {
        ...(await readScenarioJob(terminal.cwd, name)),
        ...optionsOf(given),
        maxRecords: 1_000,
        coverage: given.flag("coverage"),
        sweeps: false,
      };
      reports.push(await reportOf(job, terminal));
    }
    terminal.write(REPORTS[format](reports, terminal));
    return reports.some(({ results }) => results.some(({ passed }) => !passed)) ? 1 : 0;
  },
};

async function reportOf(job: ScenarioJob, terminal: Terminal): Promise<ScenarioReport> {
  const { name } = job;
  const outcome = await runScenario(job, terminal);
  if (outcome === undefined)
    return { name, results: [{ name: "it comes to its end", passed: false, text: "it hung, or died" }] };
  if (refuses(job, outcome, terminal)) {
    return { name, results: [{ name: "it can be read", passed: false, text: "it has errors" }] };
  }
  const { coverage } = outcome;
  return { name, results: resultsOf(outcome), ...(coverage && { coverage }) };
}
