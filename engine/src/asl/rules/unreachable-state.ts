/** Rule: states that nothing leads to. */
import { graphOf, reachableFrom, type ScopeGraph } from "../graph.ts";
import type { State } from "../model.ts";
import { type MachineRule, type RuleContext, spec } from "./rule.ts";

export const unreachableState: MachineRule = {
  id: "unreachable-state",
  about: "machine",
  severity: "error",
  summary: "A state that nothing leads to.",
  reason:
    "AWS refuses a definition with a state that neither StartAt nor any transition names. States that only name each " +
    "other are accepted, but never run: Sluice warns about the first of them.",
  bad: [
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}, «"B"»: {"Type": "Succeed"}}}',
    `{"StartAt": "A", "States": {"A": {"Type": "Succeed"},
      «"B"»: {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "Next": "B"}}}`,
  ],
  good: [
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}',
    `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
      "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]}, "B": {"Type": "Fail"}}}`,
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "${Next}"}, "B": {"Type": "Succeed"}}}',
  ],
  docs: spec("transitions"),
  check(machine, context) {
    for (const scope of machine.scopes) {
      // AWS says nothing about reachability where it finds no start or no end.
      if (scope.startAt === undefined || !scope.states.some((state) => state.terminal)) continue;
      const graph = graphOf(scope);
      // What is out of reach may just follow from the transition that is broken.
      if (!graph.hasPlaceholders && (context.asAws || !graph.uncertain)) checkScope(graph, context);
    }
  },
};

function checkScope(graph: ScopeGraph, context: RuleContext): void {
  const first = [...graph.scope.byName.values()];
  const unnamed = first.filter((state) => !graph.named.has(state.name));
  for (const state of unnamed) {
    context.report({
      node: state.nameNode,
      message: `Nothing leads to "${state.name}": no StartAt, Next, Default or Catch here names it.`,
      aws: {
        code: "MISSING_TRANSITION_TARGET",
        message: `State "${state.name}" is not reachable.`,
        at: state.node,
      },
    });
  }
  if (graph.start === undefined || graph.uncertain) return;
  const explained = reachableFrom(unnamed);
  for (const state of first) {
    if (graph.reachable.has(state) || explained.has(state)) continue;
    reportIsland(state, context);
    for (const other of reachableFrom([state])) explained.add(other);
  }
}

function reportIsland(state: State, context: RuleContext): void {
  context.report({
    node: state.nameNode,
    message: `No path from StartAt leads to "${state.name}": only states that are themselves out of reach name it.`,
    severity: "warning",
  });
}
