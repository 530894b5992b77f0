/** One state's way from its input to its output, over what is known of both. */
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import { valueNode, valueOf } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import type { State } from "../model.ts";
import { evaluate, type Given } from "./evaluate.ts";
import { objectOf, type Payload, payloadOf, place, UNKNOWN } from "./payload.ts";

/** What a catcher is given. */
export const ERROR_OUTPUT: Payload = objectOf([
  ["Error", UNKNOWN],
  ["Cause", UNKNOWN],
]);

/** Behind InputPath and, but for Maps, Parameters: what JSONPath states work on. */
export function effectiveInput(state: State, given: Given): Payload {
  if (state.queryLanguage === "JSONata") return given.input;
  const input = inputBehindPath(state, given);
  const parameters = state.type === "Map" ? undefined : valueNode(state.node, "Parameters");
  return parameters === undefined ? input : evaluate(parameters, state, { ...given, input });
}

export function inputBehindPath(state: State, given: Given): Payload {
  return state.queryLanguage === "JSONata" ? given.input : selected(state, "InputPath", given);
}

/** The output of a state that succeeds. `result` is asked where the state has one of its own. */
export function stateOutput(state: State, given: Given, result: () => Payload): Payload {
  const isWork = state.type === "Task" || state.type === "Parallel" || state.type === "Map";
  if (state.queryLanguage === "JSONata") {
    const own = isWork ? result() : given.input;
    const output = valueNode(state.node, "Output");
    return output === undefined ? own : evaluate(output, state, isWork ? { ...given, result: own } : given);
  }
  return selected(state, "OutputPath", { ...given, input: combinedOutput(state, given, result) });
}

/** What OutputPath of a JSONPath state chooses from. */
export function combinedOutput(state: State, given: Given, result: () => Payload): Payload {
  const isWork = state.type === "Task" || state.type === "Parallel" || state.type === "Map";
  if (!isWork && state.type !== "Pass") return effectiveInput(state, given);
  const own = isWork ? result() : passResult(state, given);
  const selector = valueNode(state.node, "ResultSelector");
  const chosen = selector === undefined ? own : evaluate(selector, state, { ...given, input: own });
  return put(valueNode(state.node, "ResultPath"), given.input, chosen);
}

/** What a catcher hands on. */
export function catchOutput(state: State, catcher: Node | undefined, given: Given): Payload {
  if (state.queryLanguage === "JSONPath") return put(valueNode(catcher, "ResultPath"), given.input, ERROR_OUTPUT);
  const output = valueNode(catcher, "Output");
  return output === undefined ? ERROR_OUTPUT : evaluate(output, state, { ...given, errorOutput: ERROR_OUTPUT });
}

/** What a Choice rule that matched hands on. */
export function choiceOutput(state: State, rule: Node | undefined, given: Given): Payload {
  const output = state.queryLanguage === "JSONata" ? valueNode(rule, "Output") : undefined;
  return output === undefined ? stateOutput(state, given, () => UNKNOWN) : evaluate(output, state, given);
}

function passResult(state: State, given: Given): Payload {
  const result = valueNode(state.node, "Result");
  return result === undefined ? effectiveInput(state, given) : payloadOf(valueOf(result));
}

/** InputPath and OutputPath: null gives `{}`. */
function selected(state: State, field: "InputPath" | "OutputPath", given: Given): Payload {
  const path = valueNode(state.node, field);
  if (path === undefined) return given.input;
  return path.kind === "string" ? evaluate(path, state, given) : objectOf([]);
}

/** ResultPath: left out, the result is all; null drops it; a path puts it into the input. */
function put(resultPath: Node | undefined, input: Payload, result: Payload): Payload {
  if (resultPath === undefined) return result;
  if (resultPath.kind !== "string") return input;
  const path = parsePath(resultPath.value);
  if (isPathMistake(path) || path.root !== "input") return UNKNOWN;
  const names = path.segments.flatMap((segment) => (segment.kind === "name" ? [segment.name] : []));
  return names.length === path.segments.length ? place(input, names, result) : UNKNOWN;
}
