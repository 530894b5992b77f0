/**
 * What StartExecution, StartSyncExecution and, with `.sync`, DescribeExecution answer for an execution that ran here.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { formatTimestamp } from "../timestamp.ts";
import type { ExecutionStatus, TaskOutcome } from "../types.ts";
import { type CallOfService, withSdkMetadata } from "./sdk-metadata.ts";
import type { StartRequest } from "./start-request.ts";

export interface ChildExecution {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly input: JsonValue;
  /** Virtual times, epoch milliseconds. */
  readonly startTimeMs: number;
  readonly stopTimeMs: number;
  readonly status: ExecutionStatus;
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
}

/** StartExecution's answer. Optimized integrations give times as epoch milliseconds, SDK integrations as text. */
export function startedChild(call: CallOfService, child: ChildExecution, isoTimes: boolean): JsonObject {
  const body = { ExecutionArn: child.executionArn, StartDate: timeOf(child.startTimeMs, isoTimes) };
  return withSdkMetadata(call, body);
}

/** `parsed`: Input and Output as values (`.sync:2`), not as JSON text. Keys in AWS's order: by name. */
export function describeChild(
  child: ChildExecution,
  { parsed, isoTimes }: { readonly parsed: boolean; readonly isoTimes: boolean },
): JsonObject {
  const payload = (value: JsonValue): JsonValue => (parsed ? value : JSON.stringify(value));
  const { cause, output, status } = child;
  const error = child.error ?? (status === "TIMED_OUT" ? "States.Timeout" : undefined);
  return {
    ...(cause === undefined ? {} : { Cause: cause }),
    ...(error === undefined ? {} : { Error: error }),
    ExecutionArn: child.executionArn,
    Input: payload(child.input),
    InputDetails: { Included: true },
    Name: child.name,
    ...(output === undefined ? {} : { Output: payload(output), OutputDetails: { Included: true } }),
    ...redriveFields(status),
    StartDate: timeOf(child.startTimeMs, isoTimes),
    StateMachineArn: child.stateMachineArn,
    Status: status,
    StopDate: timeOf(child.stopTimeMs, isoTimes),
  };
}

/** What the task gets that has waited for an execution which has ended. */
export function childOutcome({ pattern, synchronous }: StartRequest, child: ChildExecution): TaskOutcome {
  if (synchronous) return { result: describeChild(child, { parsed: false, isoTimes: true }) };
  if (child.status === "SUCCEEDED") {
    return { result: describeChild(child, { parsed: pattern === "sync:2", isoTimes: false }) };
  }
  const failed = describeChild(child, { parsed: false, isoTimes: false });
  return { error: "States.TaskFailed", cause: JSON.stringify(failed) };
}

function redriveFields(status: ExecutionStatus): JsonObject {
  return status === "SUCCEEDED"
    ? {
        RedriveCount: 0,
        RedriveStatus: "NOT_REDRIVABLE",
        RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
      }
    : { RedriveCount: 0, RedriveStatus: "REDRIVABLE" };
}

function timeOf(timeMs: number, iso: boolean): JsonValue {
  return iso ? formatTimestamp(timeMs) : timeMs;
}
