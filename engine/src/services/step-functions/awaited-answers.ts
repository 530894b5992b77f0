/** Answers that tasks wait for: what comes is an event's data, and means what the call makes of it. */
import type { JsonValue } from "../../json.ts";
import type { TaskCall, TaskOutcome } from "../../run/types.ts";
import type { CallResult } from "../ports.ts";
import type { ExecutionResult } from "./execution-end.ts";
import { functionOutcome } from "./function-tasks.ts";
import { executionOutcome } from "./nested-executions.ts";
import type { AnswerKind } from "./task-world.ts";

/** Plain. */
export interface AwaitedAnswer {
  /** `HeldExecution.number`. */
  readonly execution: number;
  readonly call: TaskCall;
  readonly kind: AnswerKind;
}

/** Undefined: it is not what the task waits for. */
export function outcomeOfAnswer({ call, kind }: AwaitedAnswer, data: JsonValue): TaskOutcome | undefined {
  if (kind === "execution") return executionOutcome(call, data as unknown as ExecutionResult);
  const result = data as unknown as CallResult;
  if (kind === "failure" && result.error === null) return undefined;
  return functionOutcome(call, result, kind !== "payload");
}

/** A function has answered, and nobody said what: then what later states read may be made up. */
export function isUnsaid({ kind }: AwaitedAnswer, data: JsonValue): boolean {
  const { error, isUnsaid: unsaid } = data as unknown as CallResult;
  return (kind === "payload" || kind === "invocation") && error === null && unsaid === true;
}
