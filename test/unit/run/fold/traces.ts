/** Traces of real runs, for the views over them. */
import {
  createExecution,
  foldTrace,
  type JsonValue,
  runSlice,
  type TaskHandler,
  type TraceEvent,
  type TraceFold,
} from "@sluice/engine";

export interface Traced {
  readonly events: readonly TraceEvent[];
  readonly fold: TraceFold;
}

export async function traceOf(
  definition: JsonValue,
  input: JsonValue = {},
  tasks: TaskHandler = () => ({ result: {} }),
): Promise<Traced> {
  const execution = createExecution(definition, { input, tasks });
  await runSlice(execution);
  return { events: execution.events, fold: foldTrace(execution.events) };
}

export const task = (fields: object): object => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  ...fields,
});

/** Answers the calls of each state one after the other; the last answer stands for all that follow. */
export function answers(byState: Readonly<Record<string, readonly (JsonValue | Error)[]>>): TaskHandler {
  return ({ stateName, invocation }) => {
    const own = byState[stateName] ?? [{}];
    const answer = own[Math.min(invocation, own.length - 1)] ?? {};
    return answer instanceof Error ? { error: answer.name, cause: answer.message } : { result: answer };
  };
}

export function failure(name: string, message = ""): Error {
  return Object.assign(new Error(message), { name });
}
