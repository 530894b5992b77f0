/** Every rule, in the order in which they look. */
import { duplicateStateName } from "./duplicate-state-name.ts";
import { noTerminalState } from "./no-terminal-state.ts";
import type { MachineRule, Rule, StateRule } from "./rule.ts";
import { unknownTarget } from "./unknown-target.ts";
import { unreachableState } from "./unreachable-state.ts";

export const RULES: readonly Rule[] = [duplicateStateName, noTerminalState, unknownTarget, unreachableState];

export const STATE_RULES: readonly StateRule[] = RULES.filter((rule) => rule.about === "state");
export const MACHINE_RULES: readonly MachineRule[] = RULES.filter((rule) => rule.about === "machine");
