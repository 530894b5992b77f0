/** Rule: assignments to a variable of an outer scope. */
import type { Machine, Scope, State } from "../model.ts";
import { isDistributed, writesOf } from "../variables.ts";
import { guide, type MachineRule } from "./rule.ts";

export const outerVariable: MachineRule = {
  id: "outer-variable",
  about: "machine",
  severity: "warning",
  summary: "An Assign inside a Map or Parallel with the name of a variable outside.",
  reason:
    "States inside a branch or iteration can read the variables outside, but not set them, and their own must have other " +
    "names. Give the value out as a result, and assign it in the Map or Parallel state itself.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "M"},
      "M": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {"StartAt": "B", "States": {
      "B": {"Type": "Pass", "Assign": {«"x"»: 2}, "End": true}}}}}}`,
  ],
  good: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "M"},
      "M": {"Type": "Map", "Items": [1], "End": true, "Assign": {"x": 2}, "ItemProcessor": {"StartAt": "B", "States": {
      "B": {"Type": "Pass", "Assign": {"y": 2}, "End": true}}}}}}`,
  ],
  docs: guide("workflow-variables.html"),
  check(machine, context) {
    if (machine.scopes.length < 2) return;
    const names = namesByScope(machine);
    for (const state of machine.states) {
      for (const { name, key } of writesOf(state)) {
        const owner = ownerWithOuter(name, state, names);
        if (owner === undefined) continue;
        context.report({
          node: key,
          message: `$${name} is a variable outside of "${owner.name}": states inside cannot assign it.`,
        });
      }
    }
  },
};

function namesByScope(machine: Machine): ReadonlyMap<Scope, ReadonlySet<string>> {
  return new Map(
    machine.scopes.map((scope) => [
      scope,
      new Set(scope.states.flatMap((state) => writesOf(state).map(({ name }) => name))),
    ]),
  );
}

/** The Map or Parallel around `state` beside which a variable of that name is assigned. */
function ownerWithOuter(name: string, state: State, names: ReadonlyMap<Scope, ReadonlySet<string>>): State | undefined {
  for (let at: State = state; at.scope.owner !== undefined; at = at.scope.owner) {
    // Nothing outside is seen from a distributed Map's iterations.
    if (isDistributed(at.scope)) return undefined;
    if (names.get(at.scope.owner.scope)?.has(name) === true) return at.scope.owner;
  }
  return undefined;
}
