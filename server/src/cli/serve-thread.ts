/** The thread's side: does the job that it was started with and answers once. */
import { parentPort, workerData } from "node:worker_threads";
import { progressWriter } from "./run-progress.ts";
import { answerRun } from "./run-worker.ts";
import { answerScenario } from "./scenario-worker.ts";
import type { ThreadData } from "./thread.ts";

export async function serveThread(): Promise<void> {
  const data = workerData as ThreadData;
  const progress = progressWriter(data.progress);
  progress.stepped();
  const answer = data.kind === "run" ? await answerRun(data.job, progress) : await answerScenario(data.job, progress);
  parentPort?.postMessage(answer);
}
