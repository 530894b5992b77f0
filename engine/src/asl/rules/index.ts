/** Every rule, in the order of their ids. */
import { choiceWithoutDefault } from "./choice-without-default.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { duplicateStateName } from "./duplicate-state-name.ts";
import { expressIntegration } from "./express-integration.ts";
import { heartbeatBelowTimeout } from "./heartbeat-below-timeout.ts";
import { jsonataDelimiters } from "./jsonata-delimiters.ts";
import { jsonataInJsonpath } from "./jsonata-in-jsonpath.ts";
import { jsonataStatesMember } from "./jsonata-states-member.ts";
import { jsonataSyntax } from "./jsonata-syntax.ts";
import { jsonataTopLevelReference } from "./jsonata-top-level-reference.ts";
import { jsonpathInJsonata } from "./jsonpath-in-jsonata.ts";
import { noTerminalState } from "./no-terminal-state.ts";
import { passResultStatic } from "./pass-result-static.ts";
import { queryLanguageDowngrade } from "./query-language-downgrade.ts";
import { repeatedErrorName } from "./repeated-error-name.ts";
import { retryDelayOrder } from "./retry-delay-order.ts";
import type { MachineRule, Rule, StateRule } from "./rule.ts";
import { stateNameLength } from "./state-name-length.ts";
import { statesAllAloneAndLast } from "./states-all-alone-and-last.ts";
import { taskResource } from "./task-resource.ts";
import { templateWithoutDollar } from "./template-without-dollar.ts";
import { undefinedVariable } from "./undefined-variable.ts";
import { unknownTarget } from "./unknown-target.ts";
import { unreachableState } from "./unreachable-state.ts";

export const RULES: readonly Rule[] = [
  choiceWithoutDefault,
  duplicateKey,
  duplicateStateName,
  expressIntegration,
  heartbeatBelowTimeout,
  jsonataDelimiters,
  jsonataInJsonpath,
  jsonataStatesMember,
  jsonataSyntax,
  jsonataTopLevelReference,
  jsonpathInJsonata,
  noTerminalState,
  passResultStatic,
  queryLanguageDowngrade,
  repeatedErrorName,
  retryDelayOrder,
  stateNameLength,
  statesAllAloneAndLast,
  taskResource,
  templateWithoutDollar,
  undefinedVariable,
  unknownTarget,
  unreachableState,
];

export const STATE_RULES: readonly StateRule[] = RULES.filter((rule) => rule.about === "state");
export const MACHINE_RULES: readonly MachineRule[] = RULES.filter((rule) => rule.about === "machine");
