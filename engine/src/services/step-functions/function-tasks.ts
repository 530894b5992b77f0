/**
 * Tasks that call functions: by the function's own ARN in Resource, or through Lambda's Invoke.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
 */
import { type JsonValue, objectOf } from "../../json.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import { withSdkMetadata } from "../../run/tasks/sdk-metadata.ts";
import type { TaskCall, TaskOutcome } from "../../run/types.ts";
import { type CallResult, portOf } from "../ports.ts";
import { functionArn } from "../sdk-calls.ts";
import { NOT_SIMULATED, type Performed, type TaskWorld } from "./task-world.ts";

/** Resource is the function. */
export function callFunction(world: TaskWorld, call: TaskCall): Performed {
  return callNamed(world, call, call.resource, call.arguments, "payload");
}

/** Resource is `arn:aws:states:::lambda:invoke`, in whatever pattern. */
export function invokeFunction(world: TaskWorld, call: TaskCall): Performed {
  const { FunctionName: name, Payload: payload = {}, InvocationType: type } = objectOf(call.arguments);
  const arn = functionArn(String(name ?? ""));
  const waitsForToken = call.resource.endsWith(".waitForTaskToken");
  if (type !== "Event") return callNamed(world, call, arn, payload, waitsForToken ? "failure" : "invocation");
  const { context, message } = world;
  const target = portOf(context, arn, "target");
  if (target === undefined) return NOT_SIMULATED;
  const refused = target.deliver(message, { body: JSON.stringify(payload), from: context.id });
  if (refused !== undefined) return refusedCall(refused);
  return waitsForToken ? undefined : { result: withSdkMetadata(call, { Payload: "", StatusCode: 202 }) };
}

function callNamed(
  { context, message, answerTo }: TaskWorld,
  call: TaskCall,
  arn: string,
  payload: JsonValue,
  kind: "payload" | "invocation" | "failure",
): Performed {
  const calls = portOf(context, arn, "calls");
  if (calls === undefined) return NOT_SIMULATED;
  const delivery = { body: JSON.stringify(payload), from: context.id };
  const refused = calls.call(message, delivery, answerTo(call, kind));
  return refused && refusedCall(refused);
}

/** Lambda's own errors have its name before them. */
function refusedCall({ code, message }: Refusal): TaskOutcome {
  return { error: `Lambda.${code.split(".").at(-1)}`, cause: message };
}

/** What the task gets of what the function answers. */
export function functionOutcome(call: TaskCall, { error, response }: CallResult, isWhole: boolean): TaskOutcome {
  if (error !== null) return { error: error.errorType, cause: JSON.stringify(error) };
  if (!isWhole) return { result: response };
  return { result: withSdkMetadata(call, { ExecutedVersion: "$LATEST", Payload: response, StatusCode: 200 }) };
}
