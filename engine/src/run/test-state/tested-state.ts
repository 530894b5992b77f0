/** A state of a definition, found by its name and compiled. */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { CompiledState } from "../behavior.ts";
import { compileProgram } from "../program.ts";

export interface TestedState {
  readonly name: string;
  readonly definition: JsonObject;
  readonly compiled: CompiledState;
}

/** Undefined where the machine has no such state, or none that could run. */
export function testedState(machine: JsonValue, name: string): TestedState | undefined {
  const definition = isObject(machine) ? findState(machine, name) : undefined;
  const program = compileProgram(machine);
  const scopes = "scopes" in program ? program.scopes : [];
  const compiled = scopes.find(({ states }) => states.has(name))?.states.get(name);
  return definition && compiled && { name, definition, compiled };
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
