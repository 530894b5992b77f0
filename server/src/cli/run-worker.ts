/** The thread's side of a run: steps the execution to its end and tells how it went. */
import {
  createExecution,
  datasetReader,
  type Execution,
  isRedriveProblem,
  redriveExecution,
  runSlice,
} from "@sluice/engine";
import type { AnswerReport } from "./answer-job.ts";
import { answersOf } from "./answer-tasks.ts";
import { nodeDecoders } from "./data-decoders.ts";
import type { RunJob, RunOutcome } from "./run-job.ts";
import type { ProgressWriter } from "./run-progress.ts";
import { folderObjectStore } from "./s3-folder.ts";

/** The answer to a job of the kind "run". */
export async function answerRun(job: RunJob, progress: ProgressWriter): Promise<RunOutcome> {
  try {
    return await runJob(job, progress);
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}

async function runJob(job: RunJob, progress: ProgressWriter): Promise<RunOutcome> {
  const { definition, type, seed, s3 } = job;
  const shared = {
    seed,
    ...(s3 === undefined ? {} : { objects: folderObjectStore(s3), datasets: datasetReader(nodeDecoders) }),
  };
  const answers = answersOf(job.answers, definition, shared, () => progress.stepped());
  try {
    const options = { type, ...shared, tasks: answers.tasks };
    const execution =
      job.redrive === undefined
        ? createExecution(definition, { ...options, input: answers.input ?? job.input })
        : redriveExecution(definition, job.redrive, options);
    if (isRedriveProblem(execution)) return { kind: "refused", message: execution.message };
    await stepToEnd(execution, progress);
    return ended(execution, answers.report());
  } finally {
    answers.close();
  }
}

function ended({ status, output, error, cause, events, pending }: Execution, answered: AnswerReport): RunOutcome {
  const ofChildren = answered.nested.flatMap(({ unanswered }) => unanswered);
  return {
    kind: "ended",
    status,
    ...(output === undefined ? {} : { output }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    events,
    // What a child waits for is what its parent waits for.
    unanswered: [...ofChildren, ...pending.map(({ call }) => call)],
    answered,
  };
}

async function stepToEnd(execution: Execution, progress: ProgressWriter): Promise<void> {
  let told = 0;
  await runSlice(execution, {
    afterStep: ({ events }) => {
      progress.stepped();
      for (; told < events.length; told++) {
        const event = events[told];
        if (event?.type.endsWith("StateEntered")) progress.entered(event.details.name ?? "");
      }
      return false;
    },
  });
}
