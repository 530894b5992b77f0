/**
 * What a request gives the state under test besides the mock: its input, variables and context object.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { contextMistake } from "./context.ts";
import type { Mock } from "./mock.ts";
import { Payloads } from "./payloads.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { innerScopes, type TestedState } from "./tested-state.ts";
import type { TestStateRequest } from "./types.ts";

/** What the request gives the state besides the mock. */
export interface Given {
  readonly input: JsonValue;
  readonly variables: JsonObject;
  readonly context: JsonObject | undefined;
}

export function readGiven(
  request: TestStateRequest,
  subject: TestedState,
  mock: Mock | undefined,
  payloads: Payloads,
): Given | Refusal {
  const input = payloads.read(request.input ?? "{}");
  if (input === undefined) {
    return refuse("InvalidExecutionInput", "Invalid State Machine Execution Input: 'The input is not valid JSON'");
  }
  const variables = payloads.read(request.variables ?? "{}")?.value;
  if (!isObject(variables)) return refuse("ValidationException", "Variables must be a JSON object");
  const context = request.context === undefined ? undefined : readContext(request.context, mock);
  if (context !== undefined && isRefusal(context)) return context;
  const culprit = request.stateConfiguration?.errorCausedByState;
  if (culprit !== undefined && !innerScopes(subject.definition).some((scope) => hasState(scope, culprit))) {
    return refuse("ValidationException", `State '${culprit}' is not a state inside the tested state`);
  }
  return { input: input.value, variables, context };
}

function readContext(text: string, mock: Mock | undefined): JsonObject | Refusal {
  if (mock === undefined)
    return refuse("ValidationException", "Context can only be specified when a mock is specified");
  const context = new Payloads().read(text)?.value;
  const mistake = context === undefined ? "Context must be valid JSON" : contextMistake(context);
  if (isObject(context) && mistake === undefined) return context;
  return refuse("ValidationException", `Invalid Context object provided: ${mistake}`);
}

function hasState(scope: JsonObject, name: string): boolean {
  const { States: states } = scope;
  if (!isObject(states)) return false;
  if (Object.hasOwn(states, name)) return true;
  return Object.values(states).some(
    (state) => isObject(state) && innerScopes(state).some((inner) => hasState(inner, name)),
  );
}
