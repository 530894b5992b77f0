/**
 * The state under test: found in the definition, judged as AWS judges a definition, compiled.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
import { firstJsonError } from "../../asl/json-errors.ts";
import { type ValidationDiagnostic, validateDefinition } from "../../asl/validate-definition.ts";
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { CompiledState } from "../behavior.ts";
import { compileProgram } from "../program.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface TestedState {
  readonly name: string;
  readonly definition: JsonObject;
  readonly compiled: CompiledState;
}

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
  const machine = JSON.parse(text) as JsonValue;
  const name = stateName ?? LONE_STATE;
  const state = isObject(machine) ? findState(machine, name) : undefined;
  if (state === undefined) return refuse("ValidationException", "State not found in definition");
  const program = compileProgram(machine);
  const scopes = "scopes" in program ? program.scopes : [];
  const compiled = scopes.find(({ states }) => states.has(name))?.states.get(name);
  if (compiled === undefined) return refuse("ValidationException", "State not found in definition");
  return { name, definition: state, compiled };
}

/** Keeps the state's own text. */
function machineAround(state: string): string {
  return `{"StartAt":"${LONE_STATE}","States":{"${LONE_STATE}":${state}}}`;
}

function invalid(diagnostics: readonly Pick<ValidationDiagnostic, "code" | "message" | "location">[]): Refusal {
  const list = diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location ?? "null"}`);
  return refuse("InvalidDefinition", `Invalid State Machine Definition: '${list.join(", ")}'`);
}

/** Breadth first, like the scopes of a program: an outer state comes before an inner one of the same name. */
function findState(machine: JsonObject, name: string): JsonObject | undefined {
  const scopes: JsonObject[] = [machine];
  for (const { States: states } of scopes) {
    if (!isObject(states)) continue;
    const found = Object.hasOwn(states, name) ? states[name] : undefined;
    if (isObject(found)) return found;
    for (const state of Object.values(states)) if (isObject(state)) scopes.push(...innerScopes(state));
  }
  return undefined;
}

/** Branches of a Parallel, the processor of a Map. */
export function innerScopes(state: JsonObject): readonly JsonObject[] {
  const branches = Array.isArray(state.Branches) ? (state.Branches as readonly JsonValue[]) : [];
  return [...branches, state.ItemProcessor ?? null, state.Iterator ?? null].filter(isObject);
}
