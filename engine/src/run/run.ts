/**
 * The façade of execution: a definition and its input to the result, with the history in AWS's shape.
 */
import type { JsonValue } from "../json.ts";
import type { Program } from "./behavior.ts";
import { runSlice } from "./drive.ts";
import { MachineExecution } from "./execution.ts";
import { type HistoryEvent, toHistory } from "./history.ts";
import { datasetReader } from "./item-reader/read-dataset.ts";
import { compileProgram, type ProgramProblem } from "./program.ts";
import type { Execution, ExecutionOptions, ExecutionSnapshot, ExecutionStatus } from "./types.ts";

export interface RunResult {
  readonly status: ExecutionStatus;
  /** Present when it succeeded. */
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  /** As GetExecutionHistory returns them; empty with `history: false`. */
  readonly events: readonly HistoryEvent[];
}

/**
 * Starts an execution that the caller drives with `step`. With `snapshot`, goes on where that one was taken.
 * Throws when `definition` has no States to run, or nests too deeply to be read: check it first.
 */
export function createExecution(
  definition: JsonValue,
  options: ExecutionOptions,
  snapshot?: ExecutionSnapshot,
): Execution {
  return new MachineExecution(programOf(definition), options, snapshot);
}

/**
 * Runs an execution to its end in virtual time. `tasks` answers every task; one it leaves open ends the run with the
 * status RUNNING, since nothing else can happen. Throws when `definition` has no States to run.
 */
export async function run(definition: JsonValue, options: ExecutionOptions): Promise<RunResult> {
  const execution = createExecution(definition, { datasets: datasetReader(), ...options });
  await runSlice(execution);
  const { status, output, error, cause, events } = execution;
  return {
    status,
    ...(output === undefined ? {} : { output }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    events: toHistory(events),
  };
}

function compile(definition: JsonValue): Program | ProgramProblem {
  try {
    return compileProgram(definition);
  } catch (thrown) {
    if (thrown instanceof RangeError) return { message: "The definition nests too deeply to be run." };
    throw thrown;
  }
}

/** Definitions are immutable values: compiled once each. */
const programs = new WeakMap<object, Program | ProgramProblem>();

/** Why a definition cannot be run at all; undefined where it can. */
export function definitionProblem(definition: JsonValue): string | undefined {
  const program = compiled(definition);
  return "message" in program ? program.message : undefined;
}

function programOf(definition: JsonValue): Program {
  const program = compiled(definition);
  if ("message" in program) throw new Error(program.message);
  return program;
}

function compiled(definition: JsonValue): Program | ProgramProblem {
  const key = typeof definition === "object" && definition !== null ? definition : undefined;
  const program = (key === undefined ? undefined : programs.get(key)) ?? compile(definition);
  if (key !== undefined) programs.set(key, program);
  return program;
}
