/** What paths and expressions of a state could see, made from what a trace tells of its visit. */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import type { JsonataScope } from "../../jsonata/evaluate.ts";
import { parsePath } from "../../paths/parse.ts";
import type { PathScope } from "../../paths/types.ts";
import { createRandom } from "../../random.ts";
import { describeExecution } from "../identity.ts";
import { formatTimestamp } from "../timestamp.ts";
import type { Seen } from "./types.ts";

export type World = PathScope & JsonataScope;

/** With `input` as `$`; names and ARNs of the execution are those that Sluice makes up. */
export function worldOf(stateName: string, seen: Seen, input = seen.input): World {
  const { execution, stateMachine } = describeExecution(seen.execution);
  const context: JsonObject = {
    Execution: execution,
    StateMachine: stateMachine,
    State: { Name: stateName, EnteredTime: formatTimestamp(seen.enteredMs) },
    ...(seen.item && { Map: { Item: seen.item } }),
  };
  return {
    input,
    context,
    random: createRandom(1),
    nowMs: seen.enteredMs,
    variable: (name) => (Object.hasOwn(seen.variables, name) ? seen.variables[name] : undefined),
    states: (withContext) => ({ input, ...(withContext && { context }) }),
  };
}

/** A state's effective input: what its InputPath selects; as it was where that cannot be evaluated. */
export function effectiveInput(definition: JsonValue, stateName: string, seen: Seen): JsonValue {
  const { InputPath: field } = objectOf(definition);
  if (field === null) return {};
  const path = typeof field === "string" ? parsePath(field) : undefined;
  if (path === undefined || "message" in path) return seen.input;
  const evaluated = path.evaluate(worldOf(stateName, seen));
  return "value" in evaluated ? evaluated.value : seen.input;
}
