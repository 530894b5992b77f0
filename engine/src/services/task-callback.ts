/**
 * Code that finishes a task of a state machine: the message that it has dealt with brought the task's token, and it sends
 * that back.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { isPathMistake, parsePath } from "../paths/parse.ts";
import { parsedJson } from "../patterns/events.ts";
import type { Message, NodeContext } from "../sim/types.ts";
import { sendTaskOutcome } from "./step-functions/task-tokens.ts";

/** As a scenario has it. */
export interface TaskCallback extends JsonObject {
  /** Where the message has the token: `$.taskToken`. */
  readonly path: string;
  /** Output of the task. Default `{}`. */
  readonly output?: JsonValue;
  /** Share of messages that are answered with SendTaskFailure, 0 to 1. */
  readonly failureRate?: number;
  readonly error?: string;
  readonly cause?: string;
}

/** Sends the token of a message back; one without a token is none of its business. */
export type TokenSender = (message: Message) => void;

export function tokenSenderOf(context: NodeContext, callback: TaskCallback | undefined): TokenSender | undefined {
  if (callback === undefined) return undefined;
  const { path, output = {}, failureRate = 0, error = "TaskFailed", cause = "The scenario says so." } = callback;
  return (message) => {
    const token = tokenIn(message.body, path);
    if (token === undefined) return;
    const fails = failureRate > 0 && context.random.next() < failureRate;
    const refused = sendTaskOutcome(context, token, fails ? { error, cause } : { result: output });
    const why = { code: refused === undefined ? "callback.sent" : "callback.refused", refusal: refused?.code };
    context.tell(refused === undefined ? "answered" : "notSent", message, why);
  };
}

/** Looked for in the body and, where that is an envelope of SNS, in the message inside of it. */
function tokenIn(body: string, path: string): string | undefined {
  const value = parsedJson(body);
  if (value === undefined) return undefined;
  const parsed = parsePath(path);
  if (isPathMistake(parsed)) return undefined;
  const found = parsed.evaluate({ input: value, context: {}, variable: () => undefined });
  if ("value" in found && typeof found.value === "string") return found.value;
  return isObject(value) && typeof value.Message === "string" ? tokenIn(value.Message, path) : undefined;
}
