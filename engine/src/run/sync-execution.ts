/**
 * An Express execution that its caller waits for: the answer is the execution.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
 */
import type { JsonValue } from "../json.ts";
import { MAX_EXPRESS_DURATION_MS } from "../limits.ts";
import { runSlice } from "./drive.ts";
import { describeExecution } from "./identity.ts";
import { createExecution } from "./run.ts";
import { formatTimestamp } from "./timestamp.ts";
import type { ExecutionOptions } from "./types.ts";

/** As StartSyncExecution answers, with times as text. */
export interface SyncExecution {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly startDate: string;
  readonly stopDate: string;
  /** An execution that waits for an answer that never comes reaches its five minutes. */
  readonly status: "SUCCEEDED" | "FAILED" | "TIMED_OUT";
  readonly error?: string;
  readonly cause?: string;
  /** JSON text. */
  readonly input: string;
  readonly inputDetails: { readonly included: true };
  readonly output?: string;
  readonly outputDetails?: { readonly included: true };
}

/** Runs a definition as an Express execution to its end. Throws when `definition` has no States to run. */
export async function startSyncExecution(
  definition: JsonValue,
  options: Omit<ExecutionOptions, "type" | "history">,
): Promise<SyncExecution> {
  const given: ExecutionOptions = { ...options, type: "EXPRESS", history: false };
  const execution = createExecution(definition, given);
  const { arn, name, stateMachine, startTimeMs } = describeExecution(given);
  const rest = await runSlice(execution);
  const { output, error, cause, timeMs } = execution;
  const status = rest === "blocked" ? "TIMED_OUT" : (execution.status as SyncExecution["status"]);
  const timedOut = status === "TIMED_OUT" ? { error: "States.Timeout" } : {};
  return {
    executionArn: arn,
    stateMachineArn: String(stateMachine.Id),
    name,
    startDate: formatTimestamp(startTimeMs),
    stopDate: formatTimestamp(rest === "blocked" ? startTimeMs + MAX_EXPRESS_DURATION_MS : timeMs),
    status,
    ...timedOut,
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    input: JSON.stringify(options.input),
    inputDetails: { included: true },
    ...(output === undefined ? {} : { output: JSON.stringify(output), outputDetails: { included: true } }),
  };
}
