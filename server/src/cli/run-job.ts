/** One execution in a thread of its own. */
import type { ExecutionStatus, JsonValue, MachineType, TaskCall, TraceEvent } from "@sluice/engine";
import type { AnswerJob, AnswerReport } from "./answer-job.ts";

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
