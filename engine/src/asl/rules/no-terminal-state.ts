/** Rule: scopes that can never come to an end. */
import { graphOf } from "../graph.ts";
import { type MachineRule, spec } from "./rule.ts";

export const noTerminalState: MachineRule = {
  id: "no-terminal-state",
  about: "machine",
  severity: "error",
  summary: "States of which none ends the machine, branch or iteration.",
  reason:
    "Every scope needs a Succeed state, a Fail state or a state with `End: true`. AWS refuses a definition without one.",
  bad: ['{"StartAt": "A", «"States"»: {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}}'],
  good: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}'],
  docs: spec("terminal-state"),
  check(machine, context) {
    for (const scope of machine.scopes) {
      const { statesNode, states } = scope;
      if (statesNode === undefined || states.length === 0 || states.some((state) => state.terminal)) continue;
      const graph = graphOf(scope);
      // A transition that is broken or unknown explains the missing end.
      if (graph.hasPlaceholders || (graph.uncertain && !context.asAws)) continue;
      const key = statesNode.parent?.kind === "property" ? statesNode.parent.key : statesNode;
      context.report({
        node: key,
        message: "None of these states ends: one must have `End: true` or be of type Succeed or Fail.",
        aws: { code: "MISSING_END_STATE", message: "Workflow has no terminal state", at: null },
      });
    }
  },
};
