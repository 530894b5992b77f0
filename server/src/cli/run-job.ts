/**
 * One execution in a worker thread. Expressions and regular expressions are user input and may never end: the thread
 * counts its steps, and when the count stands still for too long the thread is ended.
 */
import { Worker } from "node:worker_threads";
import type { ExecutionStatus, JsonValue, MachineType, TaskCall, TraceEvent } from "@sluice/engine";
import type { AnswerJob, AnswerReport } from "./answer-job.ts";
import { newProgress, type Progress } from "./run-progress.ts";

/** Plain data: it is copied into the thread. */
export interface RunJob {
  readonly definition: JsonValue;
  readonly input: JsonValue;
  readonly type: MachineType;
  readonly seed: number;
  /** The folder that stands for S3. */
  readonly s3?: string;
  readonly answers: AnswerJob;
  /** Goes on with the execution of this trace. */
  readonly redrive?: readonly TraceEvent[];
}

export type RunOutcome =
  | {
      readonly kind: "ended";
      /** RUNNING: the tasks in `unanswered` have no answer, and nothing else can happen. */
      readonly status: ExecutionStatus;
      readonly output?: JsonValue;
      readonly error?: string;
      readonly cause?: string;
      readonly events: readonly TraceEvent[];
      readonly unanswered: readonly TaskCall[];
      readonly answered: AnswerReport;
    }
  /** The thread was ended after it had entered `state`. */
  | { readonly kind: "hung"; readonly state: string }
  /** The definition cannot be run at all, or the thread died. */
  | { readonly kind: "refused"; readonly message: string };

export interface RunData {
  readonly job: RunJob;
  readonly progress: Progress;
}

/** How often the count of steps is looked at, milliseconds. */
const LOOK_MS = 100;

/** Runs a job in a thread that enters `workerUrl`; ends it when it makes no step for `stallMs`. */
export function runInWorker(job: RunJob, workerUrl: URL, stallMs: number): Promise<RunOutcome> {
  const progress = newProgress();
  const workerData: RunData = { job, progress: progress.shared };
  const worker = new Worker(workerUrl, { workerData });
  return new Promise((resolve) => {
    let steps = -1;
    let stillForMs = 0;
    const timer = setInterval(() => {
      const now = progress.steps();
      stillForMs = now === steps ? stillForMs + LOOK_MS : 0;
      steps = now;
      if (stillForMs >= stallMs) finish({ kind: "hung", state: progress.state() });
    }, LOOK_MS);
    const finish = (outcome: RunOutcome): void => {
      clearInterval(timer);
      worker.removeAllListeners();
      // Nothing is left to be said to a thread that is being ended.
      worker.on("error", () => undefined);
      void worker.terminate();
      resolve(outcome);
    };
    worker.once("message", finish);
    worker.once("error", (error) => finish({ kind: "refused", message: error.message }));
    worker.once("exit", () => finish({ kind: "refused", message: "the execution's thread ended without an answer" }));
  });
}
