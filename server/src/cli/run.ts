/** `sluice run`: one execution of a definition, offline and in virtual time. */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import {
  type JsonValue,
  languageOf,
  type MachineType,
  openDocument,
  type TaskCall,
  toHistory,
  valueOf,
} from "@sluice/engine";
import type { AnswerReport } from "./answer-job.ts";
import { answerText, madeUpMocks } from "./answer-text.ts";
import { checkFile } from "./check.ts";
import type { CheckedFile } from "./check-report.ts";
import { type Arguments, type Command, choice, onlyPositional, readArguments } from "./command.ts";
import { NO_CONFIG } from "./config.ts";
import { decode } from "./decode.ts";
import { UnreadableError, UsageError } from "./failure.ts";
import { readText } from "./files.ts";
import { problemText } from "./format-text.ts";
import { readAnswers, redriveOf } from "./run-answers.ts";
import { runInWorker } from "./run-in-thread.ts";
import type { RunOutcome } from "./run-job.ts";
import { type ChosenMocks, linesToAdd, machineName } from "./run-mocks.ts";
import { runText } from "./run-text.ts";
import { S3_FOLDER } from "./s3-folder.ts";
import { styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";

/** An execution that makes no step for so long hangs in an expression, milliseconds of wall time. */
const STALL_MS = 10_000;

const READS_S3 = /:s3:(?:getObject|listObjectsV2)$/;
const READ_FROM_FOLDER =
  "Or let it read files: s3://bucket/key is .sluice/s3/bucket/key beside the definition, or in the folder that --s3 names.";

const USAGE = `usage: sluice run <definition> [options]

Runs a definition offline and in virtual time: a Wait of a day takes no time, and the same options give the same output.

  --input JSON|@file           the input; @- reads standard input ({})
  --mocks FILE                 what tasks answer: a mock configuration file of Step Functions Local
  --test-case NAME             which of its test cases (the only one)
  --state-mocks FILE           then: mocks as TestState takes them, by state: {"State": {"result": ...} | [...]}
  --handlers FILE              then: local functions for Lambda tasks: {"function name or ARN": "file.mjs#handler"}
                               (JavaScript or Python, in a child process with a time limit)
  --machine NAME_OR_ARN=FILE   then: a machine that StartExecution really runs, more than once
                               (besides those beside the definition, by their file names)
  --mock-missing               at last: makes up plausible answers, and the input, from what later states read of them
  --write-mocks FILE           writes what was made up as a mock configuration file
  --redrive HISTORY            goes on with an execution that failed: what get-execution-history printed of it
  --s3 DIR                     the folder that stands for S3: s3://bucket/key is DIR/bucket/key
                               (.sluice/s3 beside the definition or here, where there is one)
  --type STANDARD|EXPRESS      the type of the workflow (STANDARD)
  --seed N                     for everything random, a whole number (1)
  --format text|json|history   a readable trace, the result with its events, or what GetExecutionHistory returns (text)
`;

const OPTIONS = [
  "format",
  "handlers",
  "input",
  "machine",
  "mocks",
  "redrive",
  "s3",
  "seed",
  "state-mocks",
  "test-case",
  "type",
  "write-mocks",
];

export const runCommand: Command = {
  name: "run",
  summary: "run a definition offline, in virtual time",
  usage: USAGE,
  async run(argv, terminal) {
    const given = readArguments(argv, OPTIONS, ["mock-missing"]);
    const format = choice(given, "format", ["text", "json", "history"]);
    const type: MachineType = choice(given, "type", ["STANDARD", "EXPRESS"]);
    const seed = seedOf(given);
    const name = onlyPositional(given, "the definition");
    const checked = await checkFile(
      { name, text: await readText(terminal.cwd, name), kind: "asl", options: {} },
      terminal.cwd,
      NO_CONFIG,
    );
    const input = await inputOf(given, terminal);
    const { mocks, job: answers } = await readAnswers(given, terminal.cwd, name);
    const redrive = await redriveOf(given, terminal.cwd);
    if (refuses(checked, terminal)) return 1;
    const { parsed, machine } = openDocument("asl", checked.text, languageOf(checked.text, name));
    if (machine === undefined)
      throw new UnreadableError(`${name} holds no state machine: StartAt and States are missing`);
    const s3 = s3Folder(given, terminal, name);
    const definition = valueOf(parsed.root);
    const job = { definition, input, type, seed, answers, ...(redrive && { redrive }), ...(s3 && { s3 }) };
    const outcome = await runInWorker(job, terminal.workerUrl, STALL_MS);
    if (outcome.kind === "ended") {
      if (format === "text")
        terminal.write(runText(outcome, { name, machine, type, testCase: mocks?.job.testCase }, terminal));
      else
        terminal.write(
          `${JSON.stringify(format === "json" ? resultOf(outcome) : { events: toHistory(outcome.events) }, null, 2)}\n`,
        );
      const written = await writeMocks(given, terminal, outcome.answered);
      terminal.error(answerText(outcome.answered, written, styleOf(terminal)));
    }
    return conclude(outcome, mocks, name, terminal);
  },
};

/** The folder that is named, or the one that is there. Without one, item readers ask the mocks. */
function s3Folder({ option }: Arguments, { cwd }: Terminal, name: string): string | undefined {
  const given = option("s3");
  if (given !== undefined) return path.resolve(cwd, given);
  const places = [path.resolve(cwd, path.dirname(name), S3_FOLDER), path.resolve(cwd, S3_FOLDER)];
  return places.find((place) => existsSync(place));
}

function seedOf({ option }: Arguments): number {
  const seed = option("seed") ?? "1";
  if (!/^\d{1,15}$/.test(seed)) throw new UsageError(`--seed is a whole number, not ${seed}`);
  return Number(seed);
}

async function inputOf({ option }: Arguments, terminal: Terminal): Promise<JsonValue> {
  const given = option("input") ?? "{}";
  const file = given.startsWith("@") ? given.slice(1) : undefined;
  const text =
    file === undefined
      ? given
      : file === "-"
        ? decode(await terminal.readInput(), "standard input")
        : await readText(terminal.cwd, file);
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    const where = file === undefined ? "--input" : file === "-" ? "standard input" : file;
    throw new UnreadableError(`${where} is not JSON: ${(error as Error).message}`);
  }
}

/** The name of the file that was written, if one was. */
async function writeMocks(
  { option }: Arguments,
  { cwd }: Terminal,
  answered: AnswerReport,
): Promise<string | undefined> {
  const file = option("write-mocks");
  if (file === undefined || answered.madeUp.size === 0) return undefined;
  try {
    await writeFile(path.resolve(cwd, file), `${JSON.stringify(madeUpMocks(answered), undefined, 2)}\n`);
  } catch (error) {
    throw new UnreadableError(`${file} cannot be written: ${(error as Error).message}`);
  }
  return file;
}

/** AWS creates no state machine from a definition with an error: there is nothing to run. */
function refuses(file: CheckedFile, terminal: Terminal): boolean {
  const errors = file.problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return false;
  const style = styleOf(terminal);
  for (const problem of errors) terminal.error(problemText(file, problem, style, terminal.columns));
  terminal.error(`${style("red", "not run")}: AWS would refuse this definition\n`);
  return true;
}

function conclude(outcome: RunOutcome, mocks: ChosenMocks | undefined, name: string, terminal: Terminal): number {
  const style = styleOf(terminal);
  if (outcome.kind === "refused") {
    terminal.error(`sluice run: ${name} cannot be run: ${outcome.message}\n`);
    return 1;
  }
  if (outcome.kind === "hung") {
    const where = outcome.state === "" ? "before the first state" : `after entering state '${outcome.state}'`;
    terminal.error(
      `${style("red", "hung")}: nothing happened for ${STALL_MS / 1_000} s ${where}: an expression there does not come to an end\n`,
    );
    return 1;
  }
  const [call] = outcome.unanswered;
  if (outcome.status === "RUNNING" && call !== undefined) {
    terminal.error(
      `${style("red", "missing mock")}: ${linesToAdd(call, ...whereMocked(outcome, call, mocks, name))}\n`,
    );
    if (READS_S3.test(call.resource)) terminal.error(`${READ_FROM_FOLDER}\n`);
  }
  return outcome.status === "SUCCEEDED" ? 0 : 1;
}

/** The mocks of a machine that the run has started stand under that machine's name. */
function whereMocked(
  { answered }: RunOutcome & { readonly kind: "ended" },
  call: TaskCall,
  mocks: ChosenMocks | undefined,
  name: string,
): [ChosenMocks | undefined, string] {
  const child = answered.nested.find(({ unanswered }) => unanswered.includes(call));
  if (child === undefined) return [mocks, name];
  const stateMachine = machineName(child.machine.name);
  return [mocks && { ...mocks, job: { ...mocks.job, stateMachine } }, child.machine.name];
}

function resultOf({ status, output, error, cause, events }: RunOutcome & { readonly kind: "ended" }): object {
  return { status, output, error, cause, events };
}
