/** Rule: names that two states share. */
import type { State } from "../model.ts";
import { type MachineRule, spec } from "./rule.ts";

export const duplicateStateName: MachineRule = {
  id: "duplicate-state-name",
  about: "machine",
  severity: "error",
  summary: "Two states of one machine with the same name.",
  reason:
    "State names must be unique within the whole machine, also across branches and item processors: the execution " +
    "history tells states apart by their names alone.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Map", "End": true, "ItemProcessor": {
      "StartAt": "A", "States": {«"A"»: {"Type": "Pass", "End": true}}}}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Map", "End": true, "ItemProcessor": {
      "StartAt": "Item", "States": {"Item": {"Type": "Pass", "End": true}}}}}}`,
  ],
  docs: spec("states-fields"),
  check(machine, context) {
    const known = new Map<string, State>();
    for (const state of machine.states) {
      const first = known.get(state.name);
      if (first === undefined) {
        known.set(state.name, state);
        continue;
      }
      // Twice in one object is a duplicate key, which has a rule of its own.
      if (first.scope === state.scope) continue;
      const { start, end } = first.nameNode;
      context.report({
        node: state.nameNode,
        message: `There is another state named "${state.name}": names must be unique in the whole machine.`,
        related: [{ start, end, message: "the other one" }],
        aws: {
          code: "DUPLICATE_STATE_NAME",
          message: `Duplicate State name: ${state.name}`,
          at: state.node,
        },
      });
    }
  },
};
