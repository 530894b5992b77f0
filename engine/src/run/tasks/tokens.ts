/**
 * Task tokens that one execution sends back to another: SendTaskSuccess and SendTaskFailure as Task states call them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
 */
import { isObject, type JsonValue } from "../../json.ts";
import { taskResource } from "../resources.ts";
import type { TaskHandler, TaskOutcome } from "../types.ts";

/** What was sent, by token, until the task that waits takes it. */
export interface Tokens {
  send(token: string, outcome: TaskOutcome): void;
  take(token: string | undefined): TaskOutcome | undefined;
}

export function newTokens(): Tokens {
  const sent = new Map<string, TaskOutcome>();
  return {
    send: (token, outcome) => void sent.set(token, outcome),
    take(token) {
      const outcome = token === undefined ? undefined : sent.get(token);
      if (token !== undefined) sent.delete(token);
      return outcome;
    },
  };
}

/** Answers `aws-sdk:sfn:sendTaskSuccess`, `sendTaskFailure` and `sendTaskHeartbeat`; leaves every other call alone. */
export function callbackTasks(tokens: Tokens): TaskHandler {
  return ({ resource, arguments: given }) => {
    const { resourceType, resource: action } = taskResource(resource);
    if (resourceType !== "aws-sdk:sfn" || !isObject(given) || typeof given.TaskToken !== "string") return undefined;
    const token = given.TaskToken;
    if (action === "sendTaskHeartbeat") return { result: {} };
    if (action === "sendTaskFailure") {
      tokens.send(token, { error: textOf(given.Error), cause: textOf(given.Cause) });
      return { result: {} };
    }
    if (action !== "sendTaskSuccess") return undefined;
    const output = parsedOutput(given.Output);
    if (output === undefined) {
      return { error: "Sfn.InvalidOutputException", cause: "Invalid Output: the provided text is not JSON" };
    }
    tokens.send(token, { result: output.value });
    return { result: {} };
  };
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Output is JSON text; Step Functions makes text of an object that stands there. */
function parsedOutput(output: JsonValue | undefined): { readonly value: JsonValue } | undefined {
  if (typeof output !== "string") return output === undefined ? undefined : { value: output };
  try {
    return { value: JSON.parse(output) as JsonValue };
  } catch {
    return undefined;
  }
}
