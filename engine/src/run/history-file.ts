/**
 * Execution histories as files that somebody downloaded or kept: recognising them, how the execution ended, and which
 * definition they belong to.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html
 */
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

interface NamedState {
  readonly name: string;
  readonly type: string | undefined;
}

/** The states that a trace enters and a definition does not have, or has with another type. */
export function strangersInTrace(trace: readonly TraceEvent[], states: readonly NamedState[]): string[] {
  const types = new Map(states.map(({ name, type }) => [name, type]));
  return [...enteredStates(trace)].filter(([name, type]) => types.get(name) !== type).map(([name]) => name);
}

/**
 * The share of a trace's states, 0 to 1, whose names stand as keys in a text. Enough to find the one definition among
 * many files without reading them as JSON or YAML.
 */
export function shareOfNames(trace: readonly TraceEvent[], text: string): number {
  const names = [...enteredStates(trace).keys()];
  return names.length === 0 ? 0 : names.filter((name) => isKeyIn(text, name)).length / names.length;
}

function isKeyIn(text: string, name: string): boolean {
  for (const key of [JSON.stringify(name), `'${name}'`, name]) {
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      const follows = /^\s*:/.test(text.slice(at + key.length, at + key.length + 20));
      // Without quotes it is a key of YAML, which begins its line.
      const begins = key !== name || /(^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 80), at));
      if (follows && begins) return true;
    }
  }
  return false;
}

/** Names with types, in order of entry. */
function enteredStates(trace: readonly TraceEvent[]): ReadonlyMap<string, string> {
  const entered = new Map<string, string>();
  for (const { type, details } of trace) {
    if (type.endsWith("StateEntered")) entered.set(details.name ?? "", type.slice(0, -"StateEntered".length));
  }
  return entered;
}
