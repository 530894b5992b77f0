/**
 * What becomes of a state that failed: Retry, then Catch, then its scope fails.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
import type { CompiledState } from "./behavior.ts";
import { ERROR, placed, plainError, type StateFailure } from "./errors.ts";
import type { Frame } from "./frame.ts";
import { catcherFor } from "./handlers.ts";
import { after, type MaybePromise } from "./maybe-promise.ts";
import { nextRetry } from "./retriers.ts";
import type { Run } from "./run-port.ts";
import type { StateError } from "./types.ts";

export function failState(run: Run, frame: Frame, state: CompiledState, thrown: StateFailure): MaybePromise<void> {
  const failure = placeFailure(frame, thrown);
  if (thrown.error === ERROR.queryEvaluation && thrown.unplaced) {
    recordEvaluationFailed(run, frame, state, thrown, failure);
  }
  delete frame.children;
  delete frame.taskToken;
  delete frame.submitted;
  const retry = nextRetry(state.handlers.retriers, frame.retries, failure, run.random);
  if (retry !== undefined) {
    while (frame.retries.length <= retry.index) frame.retries.push(0);
    frame.retries[retry.index] = (frame.retries[retry.index] ?? 0) + 1;
    frame.retryCount = (frame.retryCount ?? 0) + 1;
    run.wait(frame);
    run.wakeAt(frame, run.timeMs + Math.round(retry.delaySeconds * 1_000), { kind: "retry" });
    return;
  }
  // AWS ends the execution at once for what nothing can catch, without the failure of the state itself.
  if (failure.error !== ERROR.runtime) state.behavior.failed?.(run, frame, failure);
  const catcher = catcherFor(state.handlers, failure);
  if (catcher === undefined) return run.fail(frame, failure.error, failure.cause);
  return after(catcher.complete(run, frame, failure), ({ output, assigned }) =>
    run.exit(frame, output, assigned, catcher.next),
  );
}

/** The failure with AWS's words about where it happened. */
export function placeFailure(frame: Frame, failure: StateFailure): StateError {
  const { error, cause, unplaced } = failure;
  return unplaced && cause !== undefined ? { error, cause: placed(frame.state, frame.enteredEventId, cause) } : failure;
}

/** AWS chains a failure that comes before any work of the state to what came before the state. */
function recordEvaluationFailed(
  run: Run,
  frame: Frame,
  state: CompiledState,
  thrown: StateFailure,
  failure: StateError,
): void {
  if (frame.lastEventId === frame.enteredEventId && state.type !== "Wait") {
    frame.lastEventId = frame.beforeEntryEventId;
  }
  const location = thrown.location === undefined ? {} : { location: thrown.location };
  run.record(frame, "EvaluationFailed", { ...plainError(failure), ...location, state: frame.state });
}
