/** Where the states of one scope lead: to a good end, back, or only to Fail. */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { CostOf } from "./choice-reads.ts";

/** Where a state goes when nothing fails. */
export function nextStates(state: JsonObject): readonly string[] {
  const choices = Array.isArray(state.Choices) ? state.Choices.filter(isObject).map(({ Next: next }) => next) : [];
  return [...choices, state.Default, state.Next].filter((name) => typeof name === "string");
}

/** Costs for the Choice state `from`: reaching the end without passing through it again is best. */
export function costsFrom(states: JsonObject, from: string): CostOf {
  const good = reaching(states, from);
  const any = reaching(states, undefined);
  return (target: JsonValue | undefined) => {
    if (typeof target !== "string") return 2;
    return good.has(target) ? 0 : any.has(target) ? 1 : 2;
  };
}

/**
 * Tasks that come to a good end only through a catcher, with the error that it catches: loops that wait for something to
 * be gone end so. By state name, in all scopes.
 */
export function errorsThatLeadOn(definition: JsonObject): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const states of scopesOf(definition)) reaching(states, undefined, errors);
  return errors;
}

function scopesOf(scope: JsonValue | undefined): readonly JsonObject[] {
  if (!isObject(scope) || !isObject(scope.States)) return [];
  const inner = Object.values(scope.States).flatMap((state) => {
    if (!isObject(state)) return [];
    const branches = Array.isArray(state.Branches) ? state.Branches : [];
    return [...branches, state.ItemProcessor, state.Iterator].flatMap(scopesOf);
  });
  return [scope.States, ...inner];
}

/** States from which a good end can be reached, not going through `without`. */
function reaching(
  states: JsonObject,
  without: string | undefined,
  errors: Map<string, string> = new Map(),
): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  const found = new Set<string>();
  const open: string[] = [];
  const known = Object.entries(states).filter(
    (entry): entry is [string, JsonObject] => isObject(entry[1]) && entry[0] !== without,
  );
  for (const [name, state] of known) {
    for (const next of nextStates(state)) before.set(next, [...(before.get(next) ?? []), name]);
    if (state.Type === "Succeed" || state.End === true) open.push(name);
  }
  for (;;) {
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (found.has(name)) continue;
      found.add(name);
      open.push(...(before.get(name) ?? []));
    }
    // Only where nothing else leads on: one task that fails, then look again.
    const failing = known.find(([name, state]) => !found.has(name) && errorOf(state, found) !== undefined);
    if (failing === undefined) return found;
    errors.set(failing[0], errorOf(failing[1], found) ?? "");
    open.push(failing[0]);
  }
}

function errorOf(state: JsonObject, found: ReadonlySet<string>): string | undefined {
  if (state.Type !== "Task" || !Array.isArray(state.Catch)) return undefined;
  const catcher = state.Catch.filter(isObject).find(({ Next: next }) => typeof next === "string" && found.has(next));
  const name = Array.isArray(catcher?.ErrorEquals) ? catcher.ErrorEquals[0] : undefined;
  return typeof name !== "string" ? undefined : name === "States.ALL" ? "States.TaskFailed" : name;
}
