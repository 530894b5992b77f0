/** Runs one case of a state machine and compares what came of it with what was expected. */
import { type JsonValue, sameValue } from "../json.ts";
import { runSlice } from "../run/drive.ts";
import { datasetReader } from "../run/item-reader/read-dataset.ts";
import { createExecution } from "../run/run.ts";
import { firstAnswer } from "../run/tasks/answer-order.ts";
import { parseStateMocks, stateMockTasks } from "../run/tasks/state-mocks.ts";
import type { Execution, ExecutionOptions, TaskHandler } from "../run/types.ts";
import type { Case } from "./types.ts";

export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** What differs, a sentence each. */
  readonly differences: readonly string[];
  readonly execution: Pick<Execution, "status" | "output" | "error" | "cause" | "events">;
}

/** `tasks`: what answers where the case's own mocks do not. */
export async function runCase(
  definition: JsonValue,
  { name, input, mocks, expect }: Case,
  options: Pick<ExecutionOptions, "type" | "seed" | "objects"> & { readonly tasks?: TaskHandler },
): Promise<CaseResult> {
  const parsed = mocks === undefined ? undefined : parseStateMocks(mocks);
  if (parsed !== undefined && "problems" in parsed) {
    const differences = parsed.problems.map(({ pointer, message }) => `mocks${pointer}: ${message}`);
    return { name, passed: false, differences, execution: { status: "ABORTED", events: [] } };
  }
  const tasks = firstAnswer(parsed && stateMockTasks(parsed), options.tasks);
  const { tasks: _others, ...rest } = options;
  const execution = createExecution(definition, { datasets: datasetReader(), ...rest, input, tasks });
  await runSlice(execution);
  const differences = [...unanswered(execution), ...compare(execution, expect)];
  return { name, passed: differences.length === 0, differences, execution };
}

function unanswered({ status, pending }: Execution): readonly string[] {
  if (status !== "RUNNING") return [];
  const names = [...new Set(pending.map(({ call }) => call.stateName))];
  return [`nobody answers ${names.map((name) => `'${name}'`).join(", ")}: add mocks for it`];
}

function compare(execution: Execution, expect: Case["expect"]): readonly string[] {
  const differences: string[] = [];
  const same = (what: string, wanted: JsonValue | undefined, got: JsonValue | undefined): void => {
    if (wanted === undefined || (got !== undefined && sameValue(wanted, got))) return;
    differences.push(`${what}: expected ${show(wanted)}, got ${got === undefined ? "none" : show(got)}`);
  };
  same("status", expect.status ?? (expect.error === undefined ? "SUCCEEDED" : "FAILED"), execution.status);
  same("error", expect.error, execution.error);
  same("cause", expect.cause, execution.cause);
  same("output", expect.output, execution.output);
  if (expect.path !== undefined) same("path", expect.path, statesOf(execution));
  return differences;
}

/** The states in the order in which they were entered. */
function statesOf({ events }: Execution): readonly string[] {
  return events.flatMap(({ type, details }) => (type.endsWith("StateEntered") ? [details.name ?? ""] : []));
}

/** As much as fits on a line. */
const SHOWN = 160;

function show(value: JsonValue): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}...`;
}
