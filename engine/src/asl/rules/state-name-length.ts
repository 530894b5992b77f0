/** Rule: names that are too long. */
import { MAX_STATE_NAME_LENGTH } from "../../limits.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { type MachineRule, spec } from "./rule.ts";

const LONG_NAME = "x".repeat(MAX_STATE_NAME_LENGTH + 1);
const LONGEST_NAME = "é".repeat(MAX_STATE_NAME_LENGTH);

export const stateNameLength: MachineRule = {
  id: "state-name-length",
  about: "machine",
  severity: "error",
  summary: `A state name of more than ${MAX_STATE_NAME_LENGTH} characters.`,
  reason: `AWS takes names of up to ${MAX_STATE_NAME_LENGTH} Unicode characters.`,
  bad: [`{"StartAt": "${LONG_NAME}", "States": {«"${LONG_NAME}"»: {"Type": "Pass", "End": true}}}`],
  good: [`{"StartAt": "${LONGEST_NAME}", "States": {"${LONGEST_NAME}": {"Type": "Pass", "End": true}}}`],
  docs: spec("states-fields"),
  check(machine, context) {
    for (const { name, nameNode, node } of machine.states) {
      if (name.length <= MAX_STATE_NAME_LENGTH || hasPlaceholder(name)) continue;
      const length = [...name].length;
      if (length <= MAX_STATE_NAME_LENGTH) continue;
      context.report({
        node: nameNode,
        message: `State names have at most ${MAX_STATE_NAME_LENGTH} characters; this one has ${length}.`,
        aws: { code: "INVALID_STATE_NAME", message: `Invalid State name: ${name}`, at: node },
      });
    }
  },
};
