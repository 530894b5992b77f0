/** Every rule, in the order of their ids. */
import { choiceWithoutDefault } from "./choice-without-default.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { duplicateStateName } from "./duplicate-state-name.ts";
import { duplicateTemplateField } from "./duplicate-template-field.ts";
import { expressIntegration } from "./express-integration.ts";
import { heartbeatBelowTimeout } from "./heartbeat-below-timeout.ts";
import { intrinsicFormat } from "./intrinsic-format.ts";
import { jsonataDelimiters } from "./jsonata-delimiters.ts";
import { jsonataInJsonpath } from "./jsonata-in-jsonpath.ts";
import { jsonataStatesMember } from "./jsonata-states-member.ts";
import { jsonataSyntax } from "./jsonata-syntax.ts";
import { jsonataTopLevelReference } from "./jsonata-top-level-reference.ts";
import { jsonataUnknownFunction } from "./jsonata-unknown-function.ts";
import { jsonpathInJsonata } from "./jsonpath-in-jsonata.ts";
import { noTerminalState } from "./no-terminal-state.ts";
import { outerVariable } from "./outer-variable.ts";
import { passResultStatic } from "./pass-result-static.ts";
import { pathSyntax } from "./path-syntax.ts";
import { queryLanguageDowngrade } from "./query-language-downgrade.ts";
import { referencePath } from "./reference-path.ts";
import { repeatedErrorName } from "./repeated-error-name.ts";
import { retryDelayOrder } from "./retry-delay-order.ts";
import type { MachineRule, Rule, StateRule } from "./rule.ts";
import { stateNameLength } from "./state-name-length.ts";
import { statesAllAloneAndLast } from "./states-all-alone-and-last.ts";
import { taskResource } from "./task-resource.ts";
import { templateValue } from "./template-value.ts";
import { templateWithoutDollar } from "./template-without-dollar.ts";
import { undefinedVariable } from "./undefined-variable.ts";
import { unknownErrorName } from "./unknown-error-name.ts";
import { unknownTarget } from "./unknown-target.ts";
import { unreachableState } from "./unreachable-state.ts";
import { variableName } from "./variable-name.ts";

export const RULES: readonly Rule[] = [
  choiceWithoutDefault,
  duplicateKey,
  duplicateStateName,
  duplicateTemplateField,
  expressIntegration,
  heartbeatBelowTimeout,
  intrinsicFormat,
  jsonataDelimiters,
  jsonataInJsonpath,
  jsonataStatesMember,
  jsonataSyntax,
  jsonataTopLevelReference,
  jsonataUnknownFunction,
  jsonpathInJsonata,
  noTerminalState,
  outerVariable,
  passResultStatic,
  pathSyntax,
  queryLanguageDowngrade,
  referencePath,
  repeatedErrorName,
  retryDelayOrder,
  stateNameLength,
  statesAllAloneAndLast,
  taskResource,
  templateValue,
  templateWithoutDollar,
  undefinedVariable,
  unknownErrorName,
  unknownTarget,
  unreachableState,
  variableName,
];

export const STATE_RULES: readonly StateRule[] = RULES.filter((rule) => rule.about === "state");
export const MACHINE_RULES: readonly MachineRule[] = RULES.filter((rule) => rule.about === "machine");
