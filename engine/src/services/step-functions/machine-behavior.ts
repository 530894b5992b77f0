/** What a scenario says of the tasks of a state machine: by state, in the place of whatever the state calls. */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { Random } from "../../random.ts";
import type { TaskCall, TaskOutcome } from "../../run/types.ts";
import { type Handler, type HandlerBehavior, handlerOf } from "../handler.ts";

export interface MachineBehavior {
  readonly states?: Readonly<Record<string, StateBehavior & JsonObject>>;
}

export interface StateBehavior extends HandlerBehavior {
  /** Name of the error. Default `States.TaskFailed`. */
  readonly error?: string;
  readonly cause?: string;
  readonly returns?: JsonValue;
}

/** Answers a call as the scenario says; undefined where it says nothing of the state. */
export type StateAnswers = (call: TaskCall, random: Random) => TaskOutcome | undefined;

/** `otherwise`: the result of a call of which only time and failures are said. */
export function stateAnswersOf(
  { states = {} }: MachineBehavior,
  otherwise: (call: TaskCall) => JsonValue,
): StateAnswers {
  const handlers = new Map<string, Handler>(Object.entries(states).map(([name, given]) => [name, handlerOf(given)]));
  return (call, random) => {
    const { stateName, arguments: given, attempt } = call;
    const handler = handlers.get(stateName);
    const behavior = states[stateName];
    if (handler === undefined || behavior === undefined) return undefined;
    const afterMs = handler.durationMs(random);
    const failure = handler.failure(asMessage(given), attempt + 1, random);
    if (failure === undefined) return { result: behavior.returns ?? otherwise(call), afterMs };
    const { error = "States.TaskFailed", cause = "The scenario says so." } = behavior;
    return { error, cause, afterMs };
  };
}

/** What predicates about messages are asked of. */
function asMessage(given: JsonValue) {
  const body = JSON.stringify(given);
  return {
    number: 0,
    body,
    attributes: undefined,
    cause: undefined,
    madeBy: "",
    madeMs: 0,
    origin: 0,
    originMs: 0,
    hops: 0,
  };
}
