/** What the tasks of an execution answered, call by call, so that a later run can be given the same answers. */
import type { TaskOutcome } from "../types.ts";
import type { Attempt, TraceFold } from "./types.ts";

/** By state, in the order of the calls over the whole execution: as mocks are numbered. */
export type RunAnswers = ReadonlyMap<string, readonly TaskOutcome[]>;

export function answersOf({ visits }: TraceFold): RunAnswers {
  const calls = visits
    .filter(({ type }) => type === "Task")
    .flatMap(({ state, attempts }) => attempts.map((attempt) => ({ state, attempt })))
    .sort((a, b) => a.attempt.scheduledId - b.attempt.scheduledId);
  const answers = new Map<string, TaskOutcome[]>();
  for (const { state, attempt } of calls) {
    const own = answers.get(state);
    if (own) own.push(outcomeOf(attempt));
    else answers.set(state, [outcomeOf(attempt)]);
  }
  return answers;
}

/** A call that was cut short has answered nothing; its number is kept all the same. */
function outcomeOf({ timeMs, endedMs = timeMs, result = null, error, cause }: Attempt): TaskOutcome {
  const took = endedMs > timeMs ? { afterMs: endedMs - timeMs } : {};
  if (error === undefined && cause === undefined) return { result, ...took };
  return { error, ...(cause !== undefined && { cause }), ...took };
}
