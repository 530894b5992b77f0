/**
 * Errors as a state machine knows them: a name that Retry and Catch match, and a cause for people.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
import type { JsonValue } from "../json.ts";
import type { StateError } from "./types.ts";

export const ERROR = {
  all: "States.ALL",
  timeout: "States.Timeout",
  heartbeatTimeout: "States.HeartbeatTimeout",
  taskFailed: "States.TaskFailed",
  runtime: "States.Runtime",
  queryEvaluation: "States.QueryEvaluationError",
  resultPathMatch: "States.ResultPathMatchFailure",
  dataLimitExceeded: "States.DataLimitExceeded",
  exceedToleratedFailureThreshold: "States.ExceedToleratedFailureThreshold",
  itemReaderFailed: "States.ItemReaderFailed",
  resultWriterFailed: "States.ResultWriterFailed",
} as const;

/** Errors that no retrier and no catcher sees, not even States.ALL. */
const UNCATCHABLE: ReadonlySet<string> = new Set([ERROR.runtime, ERROR.dataLimitExceeded]);

/** False for what States.ALL does not stand for. */
export function isCatchable(error: string | undefined): boolean {
  return error === undefined || !UNCATCHABLE.has(error);
}

/** What kind of failure it is, where that matters. */
export interface FailureKind {
  readonly location?: string | undefined;
  readonly unplaced?: boolean;
  readonly missedHeartbeat?: boolean;
}

/**
 * Thrown inside the interpreter to leave a state's work with an error, and caught where the state is driven. Never
 * crosses the engine's boundary. Not an Error: it needs no stack, and machines fail often.
 */
export class StateFailure implements StateError {
  readonly error: string | undefined;
  readonly cause: string | undefined;
  /** Where an evaluation failed (`Output/x`): AWS then records EvaluationFailed. */
  readonly location: string | undefined;
  /** The cause still lacks AWS's "An error occurred while executing the state ..." */
  readonly unplaced: boolean;

  readonly missedHeartbeat: boolean;

  constructor(error: string | undefined, cause: string | undefined, more: FailureKind = {}) {
    this.error = error;
    this.cause = cause;
    this.location = more.location;
    this.unplaced = more.unplaced ?? false;
    this.missedHeartbeat = more.missedHeartbeat ?? false;
  }
}

/** A mistake in what the machine does with its data, in JSONPath: States.Runtime, named with its state. */
export function runtimeFailure(cause: string): StateFailure {
  return new StateFailure(ERROR.runtime, cause, { unplaced: true });
}

/** A mistake of a JSONata machine: States.QueryEvaluationError, and an EvaluationFailed event at `location`. */
export function evaluationFailure(cause: string, location: string | undefined): StateFailure {
  return new StateFailure(ERROR.queryEvaluation, cause, { location, unplaced: true });
}

/** AWS's prefix: the state and the id of the event that entered it. */
export function placed(stateName: string, enteredEventId: number, cause: string): string {
  return `An error occurred while executing the state '${stateName}' (entered at the event id #${enteredEventId}). ${cause}`;
}

/**
 * Whether `ErrorEquals` names an error. An error without a name is matched by States.ALL alone; a missed heartbeat goes
 * by both of its names.
 */
export function matchesError(errorEquals: readonly string[], { error, missedHeartbeat }: StateError): boolean {
  if (error !== undefined && errorEquals.includes(error)) return true;
  if (missedHeartbeat === true && errorEquals.includes(ERROR.heartbeatTimeout)) return true;
  if (!isCatchable(error)) return false;
  if (errorEquals.includes(ERROR.all)) return true;
  if (!errorEquals.includes(ERROR.taskFailed)) {
    return error === ERROR.heartbeatTimeout && errorEquals.includes(ERROR.timeout);
  }
  return error !== undefined && error !== ERROR.timeout && error !== ERROR.heartbeatTimeout;
}

/** What a catcher sees: `{Error, Cause}`; null where AWS has none. */
export function errorOutput(failure: StateError): JsonValue {
  return { Error: failure.error ?? null, Cause: failure.cause ?? null };
}

/** Error and cause as a history and a snapshot keep them: what AWS leaves out is absent. */
export function plainError(failure: StateError): { readonly error?: string; readonly cause?: string } {
  return {
    ...(failure.error === undefined ? {} : { error: failure.error }),
    ...(failure.cause === undefined ? {} : { cause: failure.cause }),
  };
}

/** As `plainError`, of a bare error and cause. */
export function errorFields(error: string | undefined, cause: string | undefined): ReturnType<typeof plainError> {
  return plainError({ error, cause });
}
