/**
 * Who an execution is: names and ARNs for the context object, made up where the caller gives none, always the same.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
import type { JsonObject } from "../json.ts";
import { hashHex } from "../text/hash.ts";
import { remember } from "../text/remember.ts";
import type { MachineType } from "../vocabulary.ts";
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
  const arn = context.executionArn ?? executionArn(`${ACCOUNT}:stateMachine:${machineName}`, name, options.type);
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

/** An Express execution has a second id besides its name, since names may be used again. */
export function executionArn(machineArn: string, name: string, type: MachineType | undefined): string {
  if (type !== "EXPRESS") return `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;
  return `${machineArn.replace(":stateMachine:", ":express:")}:${name}:${nameUuid(`${machineArn}/${name}`)}`;
}

/** A UUID of version 3, which is a hash of a name. https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-3 */
export const nameUuid: (name: string) => string = remember((name) => {
  const hex = hashHex(name, "MD5") ?? "";
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `3${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
});
