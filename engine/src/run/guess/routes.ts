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

/** States from which a good end can be reached, not going through `without`. */
function reaching(states: JsonObject, without: string | undefined): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  const found = new Set<string>();
  const open: string[] = [];
  for (const [name, state] of Object.entries(states)) {
    if (!isObject(state) || name === without) continue;
    for (const next of nextStates(state)) before.set(next, [...(before.get(next) ?? []), name]);
    if (state.Type === "Succeed" || state.End === true) open.push(name);
  }
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...(before.get(name) ?? []));
  }
  return found;
}
