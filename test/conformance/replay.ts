/** Answers tasks with what AWS recorded: same state, equal input first, else the next unused in order. */
import { isDeepStrictEqual } from "node:util";
import type { JsonValue, TaskCall, TaskOutcome } from "@sluice/engine";

export interface RecordedTask {
  readonly state: string;
  readonly event: string;
  readonly input?: JsonValue;
  readonly result?: JsonValue;
  readonly error?: string | null;
  readonly cause?: JsonValue;
}

/** Longer than any TimeoutSeconds: the engine's own clock has to end the task. */
const NEVER_MS = 1e12;
const TIMEOUT_FIELDS = ["TimeoutSeconds", "TimeoutSecondsPath"];

/** Names of the states that have a timeout of their own, in all scopes. */
function statesWithTimeout(definition: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (scope: unknown): void => {
    const states = (scope as { States?: Record<string, Record<string, unknown>> } | undefined)?.States ?? {};
    for (const [name, state] of Object.entries(states)) {
      if (TIMEOUT_FIELDS.some((field) => field in state)) names.add(name);
      for (const inner of [state.Iterator, state.ItemProcessor]) visit(inner);
      if (Array.isArray(state.Branches)) state.Branches.forEach(visit);
    }
  };
  visit(definition);
  return names;
}

function outcomeOf(task: RecordedTask, hasTimeout: boolean): TaskOutcome {
  if ("result" in task) return { result: task.result ?? null };
  if (/TimedOut$/.test(task.event)) {
    return hasTimeout ? { result: null, afterMs: NEVER_MS } : { error: "States.Timeout" };
  }
  const cause = task.cause ?? undefined;
  return {
    error: task.error ?? undefined,
    ...(cause === undefined ? {} : { cause: typeof cause === "string" ? cause : JSON.stringify(cause) }),
  };
}

/** A task handler for one case; each recorded outcome is used once. */
export function replay(tasks: readonly RecordedTask[], definition: unknown): (call: TaskCall) => TaskOutcome {
  const left = [...tasks];
  const timed = statesWithTimeout(definition);
  return (call) => {
    const ofState = left.filter((task) => task.state === call.stateName);
    const task = ofState.find((one) => isDeepStrictEqual(one.input, call.arguments)) ?? ofState[0];
    if (task === undefined)
      return { error: "Conformance.NothingRecorded", cause: `nothing left for ${call.stateName}` };
    left.splice(left.indexOf(task), 1);
    return outcomeOf(task, timed.has(call.stateName));
  };
}
