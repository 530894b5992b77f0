/** Reading the trace of a run: its fold at the cursor, the moments to stop at, the state that it stands in. */
import { foldTrace, isMoment, type TraceEvent, type TraceFold, type Visit } from "@sluice/engine";
import type { Run } from "../state.ts";
import { type VisitStage, visitKey } from "../worker/protocol.ts";
import { whole } from "./whole.ts";

const folds = new WeakMap<readonly TraceEvent[], TraceFold>();
const NOTHING = foldTrace([]);

/** The fold of a run up to its cursor. */
export function foldAt(run: Run | undefined): TraceFold {
  if (!run) return NOTHING;
  const fold = foldTrace(run.events, run.cursor, folds.get(run.events));
  folds.set(run.events, fold);
  return fold;
}

/** The cursor behind the next moment, at most the end of the trace. */
export function nextMoment(run: Run): number {
  const index = run.events.findIndex((event, i) => i >= run.cursor && i < run.length && isMoment(event));
  return index < 0 ? run.length : index + 1;
}

/** The cursor behind the moment before this one; 0 at the beginning. */
export function previousMoment(run: Run): number {
  for (let cursor = run.cursor - 1; cursor > 0; cursor--) {
    const event = run.events[cursor - 1];
    if (event && isMoment(event)) return cursor;
  }
  return 0;
}

/** The cursor behind the first moment later than the one it stands at; undefined: the trace has none yet. */
export function nextTime(run: Run): number | undefined {
  const nowMs = run.events[run.cursor - 1]?.timeMs ?? Number.NEGATIVE_INFINITY;
  const later = (event: TraceEvent, index: number): boolean => index >= run.cursor && event.timeMs > nowMs;
  const index = run.events.findIndex((event, i) => later(event, i) && isMoment(event));
  return index < 0 ? undefined : index + 1;
}

/** The cursor behind the next entry of a state; undefined: the trace has none yet. */
export function entryOf(run: Run, state: string): number | undefined {
  const index = run.events.findIndex(
    ({ type, details }, i) => i >= run.cursor && details.name === state && type.endsWith("StateEntered"),
  );
  return index < 0 ? undefined : index + 1;
}

/** The state whose event stands at the cursor; for the execution's own events the latest state before. */
export function currentState(run: Run | undefined): string | undefined {
  if (!run) return undefined;
  const stateOfEvent = stateNames(run);
  for (let index = run.cursor - 1; index >= 0; index--) {
    if (stateOfEvent[index] !== undefined) return stateOfEvent[index];
  }
  return undefined;
}

/** The state that made the execution fail: the innermost that failed last. */
export function failedState(run: Run): string | undefined {
  const fold = whole(run);
  const failed = [...fold.states.values()].filter(({ status }) => status === "failed");
  const depth = (state: (typeof failed)[number]): number => state.visits.at(-1)?.enteredId ?? 0;
  return failed.sort((a, b) => depth(b) - depth(a))[0]?.state;
}

/** What a visit has made of its data up to the cursor; of an execution that ran elsewhere nobody knows. */
export function stagesOf(run: Run | undefined, { enteredId, state }: Visit): readonly VisitStage[] {
  const stages = run?.stages.get(visitKey(enteredId, state)) ?? [];
  return stages.filter(({ events }) => events <= (run?.cursor ?? 0));
}

/** Whose event each one of the trace is, also beyond the cursor. */
export function stateNames(run: Run | undefined): readonly (string | undefined)[] {
  return run ? whole(run).stateOfEvent : [];
}
