/**
 * What the code of a function does, as a scenario says it: how long it takes, when it fails, what it sends. A function
 * whose real code is at hand (`NodeSpec.code`) does what that does.
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { Random } from "../../random.ts";
import { type Distribution, samplerOf } from "../../sim/distribution.ts";
import type { CodeError, Message, Reason } from "../../sim/types.ts";
import { type FailWhen, type Handler, type HandlerBehavior, handlerOf } from "../handler.ts";
import type { MessageTemplate } from "../producers/message-filler.ts";
import type { TaskCallback } from "../task-callback.ts";

/** A message that the code sends when it has succeeded: made of the one it was invoked with, or of its own. */
export interface Send extends JsonObject {
  /** Logical id, ARN or URL. */
  readonly to: string;
  /** Left out: the body of the message that it was invoked with, one for each. */
  readonly message?: MessageTemplate & JsonObject;
}

export interface FunctionBehavior extends HandlerBehavior {
  /** For each message of a batch, in addition to `durationMs`. Default 0. */
  readonly perMessageMs?: Distribution;
  /** Of a new execution environment, before the first invocation. Default 0. */
  readonly coldStartMs?: Distribution;
  /** Messages of a batch that alone fail: reported as batchItemFailures. */
  readonly itemFailureRate?: number;
  readonly failItemsWhen?: FailWhen;
  /** Name and text of the error; default `Error`. */
  readonly error?: string;
  readonly returns?: JsonValue;
  readonly sends?: readonly Send[];
  /** By version, what is different there: for aliases with weights. */
  readonly versions?: Readonly<Record<string, Omit<FunctionBehavior, "versions">>>;
}

/** What an invocation comes to, decided when it begins. */
export interface Outcome {
  readonly durationMs: number;
  readonly error?: CodeError;
  /** Why it is an error, for the trace. */
  readonly why?: Reason;
  readonly response?: JsonValue;
  /** Places of the messages that failed alone. */
  readonly failedItems?: readonly number[];
}

/** What code is invoked with. */
export interface Called {
  readonly messages: readonly Message[];
  /** For messages of a queue: how many times each was received. */
  readonly receiveCounts: readonly number[] | undefined;
  readonly version: string;
}

export interface Program {
  readonly sends: readonly Send[];
  readonly taskCallback: TaskCallback | undefined;
  coldStartMs(random: Random): number;
  run(called: Called, random: Random): Outcome;
}

export function programOf(behavior: FunctionBehavior): Program {
  const versions = new Map(
    Object.entries(behavior.versions ?? {}).map(([version, own]) => [version, single({ ...behavior, ...own })]),
  );
  const latest = single(behavior);
  return { ...latest, run: (called, random) => (versions.get(called.version) ?? latest).run(called, random) };
}

function single(behavior: FunctionBehavior): Program {
  const { coldStartMs = 0, perMessageMs = 0, error = "Error", returns, sends = [] } = behavior;
  const { durationMs = 0, failureRate = 0, failWhen, itemFailureRate = 0, failItemsWhen } = behavior;
  // By chance an invocation fails, whatever is in its batch; by what a message says, the invocation with that message.
  const code = handlerOf({ durationMs, failureRate });
  const ofMessage = failWhen && handlerOf({ failWhen });
  const failsItems = itemFailureRate > 0 || failItemsWhen !== undefined;
  const ofItem = handlerOf({ failureRate: itemFailureRate, ...(failItemsWhen && { failWhen: failItemsWhen }) });
  const perMessage = samplerOf(perMessageMs);
  return {
    sends,
    taskCallback: behavior.taskCallback,
    coldStartMs: samplerOf(coldStartMs),
    run({ messages, receiveCounts }, random) {
      let durationMs = code.durationMs(random);
      if (perMessageMs !== 0) for (const _ of messages) durationMs += perMessage(random);
      const failureOf = (handler: Handler, index: number): Reason | undefined =>
        handler.failure(messages[index] as Message, receiveCounts?.[index] ?? 1, random);
      let why = failureOf(code, 0);
      if (ofMessage !== undefined)
        for (let index = 0; index < messages.length && why === undefined; index++) why = failureOf(ofMessage, index);
      if (why !== undefined)
        return { durationMs, error: { errorType: error, errorMessage: `${error}: simulated` }, why };
      const answer = { durationMs, ...(returns !== undefined && { response: returns }) };
      if (!failsItems) return answer;
      const failedItems = [...messages.keys()].filter((index) => failureOf(ofItem, index) !== undefined);
      return { ...answer, failedItems };
    },
  };
}
