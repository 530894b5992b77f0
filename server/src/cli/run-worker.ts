/** The thread's side of a run: steps the execution to its end and tells how it went. */
import { parentPort, workerData } from "node:worker_threads";
import {
  createExecution,
  datasetReader,
  type Execution,
  mockTasks,
  parseMockConfig,
  runSlice,
  type TaskHandler,
} from "@sluice/engine";
import { nodeDecoders } from "./data-decoders.ts";
import type { RunData, RunJob, RunOutcome } from "./run-job.ts";
import { type ProgressWriter, progressWriter } from "./run-progress.ts";
import { folderObjectStore } from "./s3-folder.ts";

/** Runs the job that this thread was started with. */
export function serveRuns(): void {
  const { job, progress } = workerData as RunData;
  runJob(job, progressWriter(progress)).then(
    (outcome) => parentPort?.postMessage(outcome),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage({ kind: "refused", message } satisfies RunOutcome);
    },
  );
}

async function runJob(job: RunJob, progress: ProgressWriter): Promise<RunOutcome> {
  const tasks = handlerOf(job);
  const { definition, input, type, seed, s3 } = job;
  const execution = createExecution(definition, {
    input,
    type,
    seed,
    ...(s3 === undefined ? {} : { objects: folderObjectStore(s3), datasets: datasetReader(nodeDecoders) }),
    ...(tasks === undefined ? {} : { tasks }),
  });
  await stepToEnd(execution, progress);
  const { status, output, error, cause, events, pending } = execution;
  return {
    kind: "ended",
    status,
    ...(output === undefined ? {} : { output }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    events,
    unanswered: pending.map(({ call }) => call),
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

/** Undefined without mocks: every task then stays open. */
function handlerOf({ mocks }: RunJob): TaskHandler | undefined {
  if (mocks === undefined) return undefined;
  const config = parseMockConfig(mocks.config);
  if ("problems" in config) throw new Error(config.problems[0]?.message ?? "the mock configuration cannot be used");
  const handler = mockTasks(config, mocks.stateMachine, mocks.testCase);
  if (typeof handler !== "function") throw new Error(handler.message);
  return handler;
}
