/**
 * Work in a worker thread. Expressions and regular expressions are user input and may never end: the thread counts its
 * steps, and when the count stands still for too long the thread is ended.
 */
import { Worker } from "node:worker_threads";
import type { RunJob } from "./run-job.ts";
import { newProgress, type Progress } from "./run-progress.ts";
import type { ScenarioJob } from "./scenario-job.ts";

/** What a thread can be asked to do. Plain data: it is copied into the thread. */
export type ThreadJob =
  | { readonly kind: "run"; readonly job: RunJob }
  | { readonly kind: "scenario"; readonly job: ScenarioJob };

/** `workerData` of the thread. */
export type ThreadData = ThreadJob & { readonly progress: Progress };

export type ThreadEnd<T> =
  | { readonly kind: "answered"; readonly answer: T }
  /** Ended from outside; `at`: what it was about, as far as it has told. */
  | { readonly kind: "hung"; readonly at: string }
  | { readonly kind: "died"; readonly message: string };

/** How often the count of steps is looked at, milliseconds. */
const LOOK_MS = 100;

/** Does a job in a thread that enters `workerUrl`; ends it when it makes no step for `stallMs`. */
export function inThread<T>(workerUrl: URL, job: ThreadJob, stallMs: number): Promise<ThreadEnd<T>> {
  const progress = newProgress();
  const workerData: ThreadData = { ...job, progress: progress.shared };
  const worker = new Worker(workerUrl, { workerData });
  return new Promise((resolve) => {
    let steps = -1;
    let stillForMs = 0;
    const timer = setInterval(() => {
      const now = progress.steps();
      // The thread's first step is that it has loaded, which takes as long as the machine needs.
      stillForMs = now === steps && now > 0 ? stillForMs + LOOK_MS : 0;
      steps = now;
      if (stillForMs >= stallMs) finish({ kind: "hung", at: progress.state() });
    }, LOOK_MS);
    const finish = (end: ThreadEnd<T>): void => {
      clearInterval(timer);
      worker.removeAllListeners();
      // Nothing is left to be said to a thread that is being ended.
      worker.on("error", () => undefined);
      void worker.terminate();
      resolve(end);
    };
    worker.once("message", (answer: T) => finish({ kind: "answered", answer }));
    worker.once("error", (error) => finish({ kind: "died", message: error.message }));
    worker.once("exit", () => finish({ kind: "died", message: "the thread ended without an answer" }));
  });
}
