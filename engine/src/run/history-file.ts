/**
 * Execution histories as files that somebody downloaded or kept: recognising them, how the execution ended, and which
 * definition they belong to.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html
 */
import type { Machine } from "../asl/model.ts";
import type { JsonValue } from "../json.ts";
import type { ExecutionStatus, TraceEvent } from "./types.ts";

/** Whether a JSON text is a history, by its first lines; it may still turn out not to be one. */
export function looksLikeHistory(head: string): boolean {
  const isJson = /^\uFEFF?\s*[[{]/.test(head);
  return isJson && /"previousEventId"\s*:\s*\d/.test(head) && /"type"\s*:\s*"[A-Z][A-Za-z]+"/.test(head);
}

/** As DescribeExecution tells it. */
export interface TraceEnd {
  readonly status: ExecutionStatus;
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
}

const STATUS_OF: Readonly<Record<string, ExecutionStatus>> = {
  ExecutionSucceeded: "SUCCEEDED",
  ExecutionFailed: "FAILED",
  ExecutionTimedOut: "TIMED_OUT",
  ExecutionAborted: "ABORTED",
};

/** How the execution of a trace ended; RUNNING where the trace does not tell. */
export function endOfTrace(trace: readonly TraceEvent[]): TraceEnd {
  const last = trace.at(-1);
  const { output, error, cause } = last?.details ?? {};
  return {
    status: STATUS_OF[last?.type ?? ""] ?? "RUNNING",
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  };
}

/** How well a definition goes with a trace. */
export interface TraceFit {
  /** How many states the trace enters. */
  readonly entered: number;
  /** Those that the definition does not have, or has with another type. */
  readonly missing: readonly string[];
}

export function fitOfTrace(trace: readonly TraceEvent[], machine: Machine): TraceFit {
  const types = new Map(machine.states.map(({ name, type }) => [name, type]));
  const entered = new Map<string, string>();
  for (const { type, details } of trace) {
    if (type.endsWith("StateEntered")) entered.set(details.name ?? "", type.slice(0, -"StateEntered".length));
  }
  const missing = [...entered].filter(([name, type]) => types.get(name) !== type).map(([name]) => name);
  return { entered: entered.size, missing };
}
