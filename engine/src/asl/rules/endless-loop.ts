/** Rule: loops that nothing leaves. */
import { graphOf, predecessorsOf } from "../graph.ts";
import type { Scope, State } from "../model.ts";
import { guide, type MachineRule } from "./rule.ts";

export const endlessLoop: MachineRule = {
  id: "endless-loop",
  about: "machine",
  severity: "warning",
  summary: "States from which no way leads to an end.",
  reason:
    "Once an execution is there, it goes round until it fails, times out or has filled its history: at 25,000 events a " +
    "Standard workflow fails. A Choice or a catcher must lead out.",
  bad: [
    `{"StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [
      {"Variable": "$.a", "IsPresent": true, "Next": "L"}], "Default": "Z"}, "Z": {"Type": "Succeed"},
      «"L"»: {"Type": "Pass", "Next": "M"}, "M": {"Type": "Pass", "Next": "L"}}}`,
  ],
  good: [
    `{"StartAt": "L", "States": {"L": {"Type": "Wait", "Seconds": 5, "Next": "C"}, "C": {"Type": "Choice", "Choices": [
      {"Variable": "$.a", "IsPresent": true, "Next": "Z"}], "Default": "L"}, "Z": {"Type": "Succeed"}}}`,
  ],
  docs: guide("service-quotas.html"),
  check(machine, context) {
    for (const scope of machine.scopes) {
      // Where all transitions lead further down the text, nothing goes round.
      if (!scope.states.some(leadsBack)) continue;
      const graph = graphOf(scope);
      // Where nothing ends at all, another rule says so.
      if (graph.uncertain || !scope.states.some((state) => state.terminal)) continue;
      const ending = statesThatEnd(scope);
      if (ending.size === scope.states.length) continue;
      const first = scope.states.find((state) => graph.reachable.has(state) && !ending.has(state));
      if (first === undefined) continue;
      context.report({
        node: first.nameNode,
        message: `From "${first.name}" no way leads to an end: these states go round for ever.`,
      });
    }
  },
};

function leadsBack(state: State): boolean {
  return state.transitions.some(({ target }) => {
    const next = state.scope.byName.get(target);
    return next !== undefined && next.node.start <= state.node.start;
  });
}

/** States from which some way leads to the end of the scope. */
function statesThatEnd(scope: Scope): ReadonlySet<State> {
  const ending = new Set(scope.states.filter((state) => state.terminal));
  const open = [...ending];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const before of predecessorsOf(state)) {
      if (ending.has(before)) continue;
      ending.add(before);
      open.push(before);
    }
  }
  return ending;
}
