/** One execution in a thread of its own. */
import type { RunJob, RunOutcome } from "./run-job.ts";
import { inThread } from "./thread.ts";

/** Runs a job in a thread that enters `workerUrl`; ends it when it makes no step for `stallMs`. */
export async function runInWorker(job: RunJob, workerUrl: URL, stallMs: number): Promise<RunOutcome> {
  const ended = await inThread<RunOutcome>(workerUrl, { kind: "run", job }, stallMs);
  if (ended.kind === "answered") return ended.answer;
  return ended.kind === "hung" ? { kind: "hung", state: ended.at } : { kind: "refused", message: ended.message };
}
