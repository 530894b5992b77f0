/** Reads the files that say what answers the tasks of a run. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import {
  fromHistory,
  type JsonValue,
  type LocalMachine,
  languageOf,
  openDocument,
  parseStateMocks,
  type TraceEvent,
  valueOf,
} from "@sluice/engine";
import { type LocalFunction, readHandlerFile } from "../handlers/handler-file.ts";
import type { AnswerJob } from "./answer-job.ts";
import type { Arguments } from "./command.ts";
import { UnreadableError, UsageError } from "./failure.ts";
import { readText } from "./files.ts";
import { type ChosenMocks, chooseMocks, machineName } from "./run-mocks.ts";

export interface ReadAnswers {
  readonly mocks: ChosenMocks | undefined;
  readonly job: AnswerJob;
}

/** Everything but the mocks is optional, and so are they. Throws UsageError and UnreadableError. */
export async function readAnswers(given: Arguments, cwd: string, definition: string): Promise<ReadAnswers> {
  const mocks = await mocksOf(given, cwd, definition);
  const stateMocks = await stateMocksOf(given, cwd);
  const inputToo = given.option("input") === undefined && given.option("redrive") === undefined;
  return {
    mocks,
    job: {
      ...(mocks === undefined ? {} : { mocks: mocks.job }),
      ...(stateMocks === undefined ? {} : { stateMocks }),
      functions: await functionsOf(given, cwd),
      machines: await machinesOf(given, cwd, definition),
      ...(given.flag("mock-missing") || given.option("write-mocks") !== undefined
        ? { mockMissing: { stateMachine: mocks?.job.stateMachine ?? machineName(definition), inputToo } }
        : {}),
    },
  };
}

async function mocksOf({ option }: Arguments, cwd: string, name: string): Promise<ChosenMocks | undefined> {
  const file = option("mocks");
  const testCase = option("test-case");
  if (file !== undefined) return chooseMocks(cwd, file, name, testCase);
  if (testCase !== undefined) throw new UsageError("--test-case needs --mocks");
  return undefined;
}

async function stateMocksOf({ option }: Arguments, cwd: string): Promise<JsonValue | undefined> {
  const file = option("state-mocks");
  if (file === undefined) return undefined;
  const value = await readJson(cwd, file);
  const mocks = parseStateMocks(value);
  if (!("problems" in mocks)) return value;
  const lines = mocks.problems.map(({ pointer, message }) => `  ${pointer === "" ? "/" : pointer}: ${message}`);
  throw new UnreadableError(`${file} has mistakes:\n${lines.join("\n")}`);
}

async function functionsOf({ option }: Arguments, cwd: string): Promise<readonly LocalFunction[]> {
  const file = option("handlers");
  if (file === undefined) return [];
  const read = readHandlerFile(await readJson(cwd, file), path.dirname(path.resolve(cwd, file)));
  if ("problem" in read) throw new UnreadableError(`${file} names no handlers: ${read.problem}`);
  return read.functions;
}

const STARTS_EXECUTIONS = /startExecution|startSyncExecution/;
const DEFINITION = /\.asl(?:\.json|\.ya?ml)?$/i;

/** Those that are named, then those beside the definition by their file names, where it starts any. */
async function machinesOf({ list }: Arguments, cwd: string, definition: string): Promise<readonly LocalMachine[]> {
  const named = await Promise.all(
    list("machine").map(async (text) => {
      const equals = text.indexOf("=");
      if (equals <= 0) throw new UsageError(`--machine is NAME_OR_ARN=FILE, not ${text}`);
      const file = text.slice(equals + 1);
      const machine = await readMachine(cwd, file, text.slice(0, equals));
      if (machine === undefined) throw new UnreadableError(`${file} holds no state machine`);
      return machine;
    }),
  );
  if (!STARTS_EXECUTIONS.test(await readText(cwd, definition))) return named;
  const folder = path.dirname(definition);
  const names = (await readdir(path.resolve(cwd, folder))).filter((name) => DEFINITION.test(name)).sort();
  const beside = await Promise.all(names.map((name) => readBeside(cwd, path.join(folder, name))));
  return [...named, ...beside.filter((machine) => machine !== undefined)];
}

/** What lies there and cannot be used was not asked for. */
async function readBeside(cwd: string, file: string): Promise<LocalMachine | undefined> {
  try {
    return await readMachine(cwd, file, machineName(file));
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
}

async function readMachine(cwd: string, file: string, name: string): Promise<LocalMachine | undefined> {
  const text = await readText(cwd, file);
  const { parsed, machine } = openDocument("asl", text, languageOf(text, file));
  return machine === undefined ? undefined : { name, definition: valueOf(parsed.root) };
}

/** The trace that `--redrive` goes on with. */
export async function redriveOf({ option }: Arguments, cwd: string): Promise<readonly TraceEvent[] | undefined> {
  const file = option("redrive");
  if (file === undefined) return undefined;
  const trace = fromHistory(await readJson(cwd, file));
  if (trace !== undefined && trace.length > 0) return trace;
  throw new UnreadableError(`${file} is no execution history: {"events": [...]} as get-execution-history prints it`);
}

async function readJson(cwd: string, file: string): Promise<JsonValue> {
  const text = await readText(cwd, file);
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    throw new UnreadableError(`${file} is not JSON: ${(error as Error).message}`);
  }
}
