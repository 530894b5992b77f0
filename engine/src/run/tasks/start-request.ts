/**
 * Calls that start executions: the optimized integration and the SDK's, in every pattern.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { taskResource } from "../resources.ts";
import type { TaskCall, TaskOutcome } from "../types.ts";

export interface StartRequest {
  /** "sync", "sync:2", "waitForTaskToken", or "" for an answer at once. */
  readonly pattern: string;
  /** Through `aws-sdk:sfn`: Input is JSON text, and times are ISO text. */
  readonly sdk: boolean;
  /** StartSyncExecution: the answer is the execution, whether it failed or not. */
  readonly synchronous: boolean;
  readonly stateMachineArn: string;
  readonly arguments: JsonObject;
}

/** Undefined where the call starts no execution. */
export function startRequest(call: TaskCall): StartRequest | undefined {
  const { resource, resourceType } = taskResource(call.resource);
  const sdk = resourceType === "aws-sdk:sfn";
  const [, action, pattern = ""] = /^(startExecution|startSyncExecution)(?:\.(.+))?$/.exec(resource) ?? [];
  if (action === undefined || !(sdk || resourceType === "states")) return undefined;
  if (!isObject(call.arguments) || typeof call.arguments.StateMachineArn !== "string") return undefined;
  return {
    pattern,
    sdk,
    synchronous: action === "startSyncExecution",
    stateMachineArn: call.arguments.StateMachineArn,
    arguments: call.arguments,
  };
}

/** An object, or JSON text; `{}` where there is none. */
export function executionInput({ arguments: given }: StartRequest): { readonly value: JsonValue } | undefined {
  const { Input: input } = given;
  if (input === undefined || input === null) return { value: {} };
  if (typeof input !== "string") return { value: input };
  try {
    return { value: JSON.parse(input) as JsonValue };
  } catch {
    return undefined;
  }
}

export function invalidInput({ arguments: given, sdk }: StartRequest): TaskOutcome {
  const cause = `Invalid State Machine Execution Input: '${String(given.Input)}' is not JSON`;
  return { error: `${sdk ? "Sfn" : "StepFunctions"}.InvalidExecutionInputException`, cause };
}
