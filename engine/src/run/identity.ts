/**
 * Who an execution is: names and ARNs for the context object, made up where the caller gives none, always the same.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
import type { JsonObject } from "../json.ts";
import { formatTimestamp } from "./timestamp.ts";
import type { ExecutionOptions } from "./types.ts";

export interface ExecutionIdentity {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly roleArn: string;
  readonly startTimeMs: number;
  /** `$$.Execution` */
  readonly execution: JsonObject;
  /** `$$.StateMachine` */
  readonly stateMachine: JsonObject;
}

const ACCOUNT = "arn:aws:states:us-east-1:123456789012";
/** 2026-01-01T00:00:00Z */
export const DEFAULT_START_MS = 1_767_225_600_000;

export function describeExecution(options: ExecutionOptions): ExecutionIdentity {
  const { context = {}, input, startTimeMs = DEFAULT_START_MS } = options;
  const machineName = context.stateMachineName ?? "StateMachine";
  const name = context.executionName ?? "execution";
  const kind = options.type === "EXPRESS" ? "express" : "execution";
  const arn = context.executionArn ?? `${ACCOUNT}:${kind}:${machineName}:${name}`;
  const roleArn = context.roleArn ?? "arn:aws:iam::123456789012:role/StateMachineRole";
  return {
    arn,
    name,
    region: arn.split(":")[3] || "us-east-1",
    roleArn,
    startTimeMs,
    execution: {
      Id: arn,
      Input: input,
      StartTime: formatTimestamp(startTimeMs),
      Name: name,
      RoleArn: roleArn,
      RedriveCount: context.redriveCount ?? 0,
      ...(context.redriveTimeMs === undefined ? {} : { RedriveTime: formatTimestamp(context.redriveTimeMs) }),
    },
    stateMachine: { Id: context.stateMachineArn ?? `${ACCOUNT}:stateMachine:${machineName}`, Name: machineName },
  };
}
