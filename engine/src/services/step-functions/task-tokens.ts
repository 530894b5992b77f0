/**
 * Task tokens: opaque text that whoever does the work sends back.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
 */
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { TaskOutcome } from "../../run/types.ts";
import type { NodeContext } from "../../sim/types.ts";
import { base64Decode, base64Encode } from "../../text/base64.ts";
import { utf8Decode, utf8Encode } from "../../text/utf8.ts";
import { portOf } from "../ports.ts";

/** A token tells the machine (logical id), the execution and the task. */
export function taskTokenOf(machineId: string, execution: number, task: number): string {
  return base64Encode(utf8Encode(`${machineId} ${execution} ${task}`));
}

/** Undefined where it is no token of a simulated machine. */
export function readTaskToken(token: string): { readonly machineId: string; readonly execution: number } | undefined {
  const bytes = base64Decode(token);
  const [machineId, execution, task] = bytes === undefined ? [] : utf8Decode(bytes).split(" ");
  if (machineId === undefined || task === undefined) return undefined;
  return { machineId, execution: Number(execution) };
}

/** SendTaskSuccess, or SendTaskFailure. */
export function sendTaskOutcome(context: NodeContext, token: string, outcome: TaskOutcome): Refusal | undefined {
  const read = readTaskToken(token);
  const machine = read && portOf(context, read.machineId, "stateMachine");
  return machine === undefined ? INVALID_TOKEN : machine.sendTaskOutcome(token, outcome);
}

const INVALID_TOKEN: Refusal = refusal("InvalidToken", "Invalid Token: 'Invalid token'");

export const TASK_GONE: Refusal = refusal("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
