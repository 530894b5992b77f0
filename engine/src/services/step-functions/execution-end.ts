/** What is told of an execution that has ended: to who waits for it, and to the default event bus. */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { ChildExecution } from "../../run/tasks/nested-response.ts";
import type { ExecutionStatus } from "../../run/types.ts";
import { ACCOUNT, REGION } from "../events/event.ts";
import type { CallResult } from "../ports.ts";
import type { HeldExecution } from "./held-execution.ts";

/** Plain. */
export interface ExecutionResult extends CallResult {
  readonly execution: ChildExecution;
}

/** An execution as DescribeExecution has it, at a time: epoch milliseconds. */
export function childOf(
  { arn, name, input, startTimeMs, execution }: HeldExecution,
  stateMachineArn: string,
  epochMs: number,
): ChildExecution {
  const { status, output, error, cause } = execution;
  return {
    executionArn: arn,
    name,
    stateMachineArn,
    input,
    startTimeMs,
    stopTimeMs: epochMs,
    status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  };
}

export function resultOf(execution: ChildExecution): ExecutionResult {
  const { status, output = null, error = "States.Timeout", cause = "" } = execution;
  const hasEndedWell = status === "SUCCEEDED";
  return {
    error: hasEndedWell ? null : { errorType: error, errorMessage: cause },
    response: hasEndedWell ? output : null,
    execution,
  };
}

/** The ARN that the default event bus has. */
export const DEFAULT_BUS_ARN = `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/default`;

/**
 * The event of a Standard workflow that has begun or ended.
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export function statusEvent(execution: ChildExecution, status: ExecutionStatus): JsonObject {
  const { executionArn, stateMachineArn, name, startTimeMs, stopTimeMs, input, output, error, cause } = execution;
  const hasEnded = status !== "RUNNING";
  const text = (value: JsonValue | undefined): JsonValue => (value === undefined ? null : JSON.stringify(value));
  return {
    source: "aws.states",
    "detail-type": "Step Functions Execution Status Change",
    resources: [executionArn],
    detail: {
      executionArn,
      stateMachineArn,
      name,
      status,
      startDate: Math.floor(startTimeMs),
      stopDate: hasEnded ? Math.floor(stopTimeMs) : null,
      input: text(input),
      output: text(output),
      error: error ?? null,
      cause: cause ?? null,
      inputDetails: { included: true },
      outputDetails: output === undefined ? null : { included: true },
    },
  };
}
