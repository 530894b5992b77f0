/** What the panel says in words: to everybody in notices, to screen readers as things happen. */
import { currentState, foldAt } from "./run/trace.ts";
import { type MachineState, openTasks, type Run } from "./state.ts";

export const STATUS_WORDS = {
  running: "running",
  waiting: "waiting for an answer",
  succeeded: "succeeded",
  caught: "failed, caught",
  failed: "failed",
  aborted: "aborted",
} as const;

export type ShownStatus = keyof typeof STATUS_WORDS;

export const RUN_WORDS: Readonly<Record<Run["status"], string>> = {
  RUNNING: "Running",
  SUCCEEDED: "Succeeded",
  FAILED: "Failed",
  TIMED_OUT: "Timed out",
  ABORTED: "Aborted",
  STOPPED: "Stopped",
};

/** `resumable`: the run stands where the expression began, and can be told to try it again. */
export function hangNotice(state: string | undefined, resumable: boolean, silenceMs: number): string {
  const where = state === undefined ? "An expression" : `An expression in “${state}”`;
  const rest = resumable ? "The run stands before it: Step tries it again." : "What happened before it is still here.";
  return `${where} did not finish within ${silenceMs / 1000} s and was stopped. ${rest}`;
}

/** One short sentence about where the run stands. */
export function announcementOf({ run }: Pick<MachineState, "run">): string {
  if (!run) return "";
  if (run.cursor === run.length) {
    const [task] = openTasks(run);
    if (run.activity === "blocked" && task) return `${task.call.stateName} waits for an answer.`;
    if (run.activity === "ended")
      return `Execution ${RUN_WORDS[run.status].toLowerCase()}${run.error ? `: ${run.error}` : ""}.`;
  }
  const state = currentState(run);
  const status = state === undefined ? undefined : foldAt(run).states.get(state)?.status;
  if (state === undefined || status === undefined) return "At the start.";
  return `${state}: ${STATUS_WORDS[status]}. Event ${run.cursor} of ${run.length}.`;
}

/** What a run is called among others: how it was answered and how it ended. */
export function runTitle({ id, history, mock, status }: Run): string {
  const source = history?.name ?? mock?.testCase ?? "answered by hand";
  return `${id}. ${source}: ${RUN_WORDS[status].toLowerCase()}`;
}
