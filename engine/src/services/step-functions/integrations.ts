/**
 * What Task states call of what is simulated: functions, queues, topics, streams, buses, other state machines. Everything
 * else is answered by the scenario, or with an answer that is made up.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 */
import { isObject, type JsonValue, objectOf } from "../../json.ts";
import { isRefusal, type Refusal } from "../../refusals/refusal.ts";
import { taskResource } from "../../run/resources.ts";
import { withSdkMetadata } from "../../run/tasks/sdk-metadata.ts";
import { callbackTasks } from "../../run/tasks/tokens.ts";
import type { TaskCall, TaskOutcome } from "../../run/types.ts";
import { callSdk, type SdkCall } from "../sdk-calls.ts";
import { callFunction, invokeFunction } from "./function-tasks.ts";
import { startExecution } from "./nested-executions.ts";
import { sampleAnswer } from "./sample-answer.ts";
import { sendTaskOutcome } from "./task-tokens.ts";
import { type Integration, NOT_SIMULATED, type Performed, type TaskWorld } from "./task-world.ts";

/** Performs a call on the simulated system. */
export function performTask(world: TaskWorld, call: TaskCall): Performed {
  const task = taskResource(call.resource);
  if (task.kind === "lambda") return callFunction(world, call);
  if (task.kind !== "service") return NOT_SIMULATED;
  const service = task.resourceType.replace(/^aws-sdk:/, "");
  const action = task.resource.replace(PATTERN, "");
  const integration = INTEGRATIONS[`${service}:${action}`];
  if (integration !== undefined) return integration(world, call);
  const parameters = objectOf(call.arguments);
  return callService(world, call, { service, action, parameters });
}

const PATTERN = /\.(?:sync(?::2)?|waitForTaskToken)$/;

/** Those that answer later, or that only state machines understand; the others are calls as everybody makes them. */
const INTEGRATIONS: Readonly<Record<string, Integration>> = {
  "lambda:invoke": invokeFunction,
  "states:startExecution": startExecution,
  "sfn:startExecution": startExecution,
  "states:startSyncExecution": startExecution,
  "sfn:startSyncExecution": startExecution,
  "sfn:sendTaskSuccess": sendToken,
  "sfn:sendTaskFailure": sendToken,
  "sfn:sendTaskHeartbeat": sendToken,
};

/** What the call names is not simulated: others answer. */
function callService({ context, message, answerTo }: TaskWorld, call: TaskCall, sdkCall: SdkCall): Performed {
  const answer = callSdk({ context, cause: message, reply: () => answerTo(call, "payload") }, sdkCall);
  if (answer === undefined) return NOT_SIMULATED;
  if (answer === "awaited") return undefined;
  if (isRefusal(answer)) return failed(call, answer);
  const { response = sampleAnswer(call) } = answer;
  if (hasFailedEntry(call, response)) return { error: "EventBridge.FailedEntry", cause: JSON.stringify(response) };
  // With a token the answer is whoever's who has it.
  return call.resource.endsWith(".waitForTaskToken")
    ? undefined
    : { result: isObject(response) ? withSdkMetadata(call, response) : response };
}

/**
 * The optimized integration with EventBridge fails where an entry is refused.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html
 */
function hasFailedEntry({ resource }: TaskCall, response: JsonValue): boolean {
  const isOptimized = taskResource(resource).resourceType === "events";
  return isOptimized && isObject(response) && Number(response.FailedEntryCount) > 0;
}

function sendToken({ context }: TaskWorld, call: TaskCall): Performed {
  const answered = callbackTasks({
    send: (token, outcome) => void sendTaskOutcome(context, token, outcome),
    take: () => undefined,
  })(call);
  return answered instanceof Promise ? undefined : answered;
}

/** An error of a service: `SQS.QueueDoesNotExist`, and so on. */
export function failed({ resource }: TaskCall, { code, message }: Refusal): TaskOutcome {
  const { resourceType } = taskResource(resource);
  const service = resourceType.replace(/^aws-sdk:/, "");
  const name = resourceType.startsWith("aws-sdk:")
    ? service.charAt(0).toUpperCase() + service.slice(1)
    : (OPTIMIZED_NAMES[service] ?? service);
  return { error: `${name}.${code.split(".").at(-1)}`, cause: message };
}

/** How errors of optimized integrations begin. */
const OPTIMIZED_NAMES: Readonly<Record<string, string>> = {
  sqs: "SQS",
  sns: "SNS",
  lambda: "Lambda",
  events: "EventBridge",
  states: "StepFunctions",
};
