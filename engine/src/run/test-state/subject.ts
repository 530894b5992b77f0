/**
 * The state under test: found in a definition that AWS would take.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
import { firstJsonError } from "../../asl/json-errors.ts";
import { type ValidationDiagnostic, validateDefinition } from "../../asl/validate-definition.ts";
import type { JsonValue } from "../../json.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { type TestedState, testedState } from "./tested-state.ts";

/** How AWS calls a state that comes without a machine. */
const LONE_STATE = "StateName";

/** What a state alone cannot be blamed for: the rest of its machine is not there. */
const MACHINE_MISTAKES: ReadonlySet<string> = new Set(["MISSING_TRANSITION_TARGET", "MISSING_END_STATE"]);

export function readSubject(definition: string, stateName: string | undefined): TestedState | Refusal {
  const syntax = firstJsonError(definition);
  if (syntax !== undefined) return invalid([syntax]);
  const text = stateName === undefined ? machineAround(definition) : definition;
  const { diagnostics } = validateDefinition(text);
  const mistakes =
    stateName === undefined ? diagnostics.filter(({ code }) => !MACHINE_MISTAKES.has(code)) : diagnostics;
  if (mistakes.length > 0) return invalid(mistakes);
  const state = testedState(JSON.parse(text) as JsonValue, stateName ?? LONE_STATE);
  return state ?? refuse("ValidationException", "State not found in definition");
}

/** Keeps the state's own text. */
function machineAround(state: string): string {
  return `{"StartAt":"${LONE_STATE}","States":{"${LONE_STATE}":${state}}}`;
}

function invalid(diagnostics: readonly Pick<ValidationDiagnostic, "code" | "message" | "location">[]): Refusal {
  const list = diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location ?? "null"}`);
  return refuse("InvalidDefinition", `Invalid State Machine Definition: '${list.join(", ")}'`);
}
