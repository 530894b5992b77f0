/** `sluice simulate`: a scenario, or a template, policy or state machine by itself, in virtual time. */
import { durationMs, languageOf, lineStarts, parseText, pointerAt, positionAt } from "@sluice/engine";
import type { CheckedFile } from "./check-report.ts";
import { type Arguments, type Command, choice, onlyPositional, readArguments } from "./command.ts";
import { UsageError } from "./failure.ts";
import { problemText } from "./format-text.ts";
import { readScenarioJob } from "./scenario-files.ts";
import type { ScenarioJob, ScenarioOutcome } from "./scenario-job.ts";
import { simulateText } from "./simulate-text.ts";
import { styleOf } from "./style.ts";
import { sweepText } from "./sweep-text.ts";
import type { Terminal } from "./terminal.ts";
import { inThread } from "./thread.ts";

/** A simulation that makes no event for so long hangs in an expression, milliseconds of wall time. */
export const SCENARIO_STALL_MS = 30_000;

const USAGE = `usage: sluice simulate <scenario|template|policy|definition> [options]

Simulates a system of queues, topics, functions and streams in virtual time: the same options give the same bytes. A
scenario (*.scenario.yaml) says how much traffic there is, how long code takes, what fails, and what is expected.

  --seed N             in the place of the scenario's, a whole number
  --until TIME         how long, virtual: 10m, 2h (the scenario's duration, or until nothing moves)
  --records N          records of the trace that are kept, the last ones (10000)
  --format text|json   what came of it, or all of it: trace, metrics, verdicts (text)

exit code 1: an expectation failed
`;

export const simulateCommand: Command = {
  name: "simulate",
  summary: "simulate the flow of messages",
  usage: USAGE,
  async run(argv, terminal) {
    const given = readArguments(argv, ["format", "records", "seed", "until"]);
    const format = choice(given, "format", ["text", "json"]);
    const read = await readScenarioJob(terminal.cwd, onlyPositional(given, "the scenario"));
    const job = {
      ...read,
      ...optionsOf(given),
      maxRecords: wholeNumber(given, "records") ?? 10_000,
      coverage: false,
      sweeps: true,
    };
    const outcome = await runScenario(job, terminal);
    if (outcome === undefined || refuses(job, outcome, terminal)) return 1;
    if (format === "json") terminal.write(`${JSON.stringify(outcome, null, 2)}\n`);
    else
      terminal.write(
        outcome.sweep === undefined
          ? simulateText(job.name, outcome, terminal)
          : sweepText(job.name, outcome.sweep, terminal),
      );
    return failed(outcome) ? 1 : 0;
  },
};

/** `--seed` and `--until`. Throws UsageError. */
export function optionsOf(given: Arguments): Pick<ScenarioJob, "seed" | "untilMs"> {
  const seed = wholeNumber(given, "seed");
  const until = given.option("until");
  const untilMs = until === undefined ? undefined : durationMs(until);
  if (until !== undefined && untilMs === undefined) throw new UsageError(`--until is a time such as 10m, not ${until}`);
  return { ...(seed !== undefined && { seed }), ...(untilMs !== undefined && { untilMs }) };
}

function wholeNumber({ option }: Arguments, name: string): number | undefined {
  const text = option(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`--${name} is a whole number, not ${text}`);
  return Number(text);
}

/** Undefined where it did not come to its end; why has been said. */
export async function runScenario(job: ScenarioJob, terminal: Terminal): Promise<ScenarioOutcome | undefined> {
  const end = await inThread<ScenarioOutcome>(terminal.workerUrl, { kind: "scenario", job }, SCENARIO_STALL_MS);
  if (end.kind === "answered") return end.answer;
  const style = styleOf(terminal);
  if (end.kind === "died") terminal.error(`sluice: ${job.name} cannot be simulated: ${end.message}\n`);
  else {
    const where = end.at === "" ? "" : ` in ${end.at}`;
    terminal.error(
      `${style("red", "hung")}: nothing happened for ${SCENARIO_STALL_MS / 1_000} s${where}: an expression there does not come to an end\n`,
    );
  }
  return undefined;
}

/** Tells the errors of a scenario: with one, nothing has been run. */
export function refuses(job: ScenarioJob, { problems }: ScenarioOutcome, terminal: Terminal): boolean {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return false;
  const { name, text } = job;
  const lines = lineStarts(text);
  const parsed = parseText(text, languageOf(text, name));
  const file: CheckedFile = { name, text, lines, problems: [] };
  for (const problem of errors) {
    const range = { start: positionAt(lines, problem.start), end: positionAt(lines, problem.end) };
    const located = { ...problem, range, pointer: pointerAt(parsed, problem) };
    terminal.error(problemText(file, located, styleOf(terminal), terminal.columns));
  }
  return true;
}

export function failed({ simulation, cases, sweep }: ScenarioOutcome): boolean {
  const verdicts = simulation?.verdicts ?? [];
  const isBroken = (simulation?.violations.length ?? 0) > 0;
  // A sweep shows where expectations hold and where not: that is its answer, not its failure.
  return isBroken || [...(sweep === undefined ? verdicts : []), ...cases].some(({ passed }) => !passed);
}
