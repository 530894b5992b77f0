/** Tasks that start executions of state machines of the same system. */
import { isRefusal } from "../../refusals/refusal.ts";
import { childOutcome, startedChild } from "../../run/tasks/nested-response.ts";
import { executionInput, invalidInput, startRequest } from "../../run/tasks/start-request.ts";
import type { TaskCall, TaskOutcome } from "../../run/types.ts";
import { portOf } from "../ports.ts";
import type { ExecutionResult } from "./execution-end.ts";
import { NOT_SIMULATED, type Performed, type TaskWorld } from "./task-world.ts";

export function startExecution({ context, message, answerTo }: TaskWorld, call: TaskCall): Performed {
  const request = startRequest(call);
  const machine = request && portOf(context, request.stateMachineArn, "stateMachine");
  if (request === undefined || machine === undefined) return NOT_SIMULATED;
  const input = executionInput(request);
  if (input === undefined) return invalidInput(request);
  const { pattern, sdk, synchronous } = request;
  const waits = synchronous || pattern.startsWith("sync");
  const { Name: name } = request.arguments;
  const started = machine.startExecution({
    input: input.value,
    cause: message,
    from: context.id,
    ...(typeof name === "string" && { name }),
    ...(waits && { reply: answerTo(call, "execution") }),
  });
  if (isRefusal(started)) return { error: `${sdk ? "Sfn" : "StepFunctions"}.${started.code}`, cause: started.message };
  return waits || pattern === "waitForTaskToken" ? undefined : { result: startedChild(call, started, sdk) };
}

/** What the task gets of an execution that it has waited for. */
export function executionOutcome(call: TaskCall, { execution }: ExecutionResult): TaskOutcome {
  const request = startRequest(call);
  if (request === undefined) throw new Error(`${call.stateName} has not started an execution`);
  return childOutcome(request, execution);
}
