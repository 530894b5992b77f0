/** The definitions of single states, as values, of the machine that is shown or that a run has run. */
import { isObject, type JsonObject, type JsonValue } from "@sluice/engine";

const machines = new Map<string, ReadonlyMap<string, JsonObject>>();
const MAX_MACHINES = 4;

/** `key`: `Drawing.key` or `Run.key`. Empty where there is no such state. */
export function definitionOf(key: string, state: string): JsonObject {
  let states = machines.get(key);
  if (!states) {
    states = statesOf(key);
    if (machines.size >= MAX_MACHINES) machines.clear();
    machines.set(key, states);
  }
  return states.get(state) ?? {};
}

function statesOf(key: string): ReadonlyMap<string, JsonObject> {
  const states = new Map<string, JsonObject>();
  const scopes: JsonValue[] = key === "" ? [] : [JSON.parse(key) as JsonValue];
  for (const scope of scopes) {
    if (!isObject(scope) || !isObject(scope.States)) continue;
    for (const [name, state] of Object.entries(scope.States)) {
      if (!isObject(state)) continue;
      if (!states.has(name)) states.set(name, state);
      const { Branches: branches, ItemProcessor: processor, Iterator: iterator } = state;
      scopes.push(...(Array.isArray(branches) ? branches : []), processor ?? null, iterator ?? null);
    }
  }
  return states;
}
