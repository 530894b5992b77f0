/** Every rule, in the order of their ids. */
import { choiceWithoutDefault } from "./choice-without-default.ts";
import { contextPath } from "./context-path.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { duplicateStateName } from "./duplicate-state-name.ts";
import { duplicateTemplateField } from "./duplicate-template-field.ts";
import { endlessLoop } from "./endless-loop.ts";
import { expressIntegration } from "./express-integration.ts";
import { heartbeatBelowTimeout } from "./heartbeat-below-timeout.ts";
import { inlineConcurrency } from "./inline-concurrency.ts";
import { integrationParameter } from "./integration-parameter.ts";
import { intrinsicArgument } from "./intrinsic-argument.ts";
import { intrinsicFormat } from "./intrinsic-format.ts";
import { jsonataArgumentCount } from "./jsonata-argument-count.ts";
import { jsonataDelimiters } from "./jsonata-delimiters.ts";
import { jsonataInJsonpath } from "./jsonata-in-jsonpath.ts";
import { jsonataStatesMember } from "./jsonata-states-member.ts";
import { jsonataSyntax } from "./jsonata-syntax.ts";
import { jsonataTopLevelReference } from "./jsonata-top-level-reference.ts";
import { jsonataUnknownFunction } from "./jsonata-unknown-function.ts";
import { jsonpathInJsonata } from "./jsonpath-in-jsonata.ts";
import { mapLabel } from "./map-label.ts";
import { noTerminalState } from "./no-terminal-state.ts";
import { outerVariable } from "./outer-variable.ts";
import { passResultStatic } from "./pass-result-static.ts";
import { pathSyntax } from "./path-syntax.ts";
import { queryLanguageDowngrade } from "./query-language-downgrade.ts";
import { referencePath } from "./reference-path.ts";
import { repeatedErrorName } from "./repeated-error-name.ts";
import { retryDelayOrder } from "./retry-delay-order.ts";
import type { MachineRule, Rule, StateRule } from "./rule.ts";
import { sdkIntegration } from "./sdk-integration.ts";
import { shadowedErrorName } from "./shadowed-error-name.ts";
import { sometimesUnassignedVariable } from "./sometimes-unassigned-variable.ts";
import { stateNameLength } from "./state-name-length.ts";
import { statesAllAloneAndLast } from "./states-all-alone-and-last.ts";
import { staticSize } from "./static-size.ts";
import { taskResource } from "./task-resource.ts";
import { taskTokenNotPassed } from "./task-token-not-passed.ts";
import { templateValue } from "./template-value.ts";
import { templateWithoutDollar } from "./template-without-dollar.ts";
import { tokenWithoutTimeout } from "./token-without-timeout.ts";
import { undefinedVariable } from "./undefined-variable.ts";
import { unknownErrorName } from "./unknown-error-name.ts";
import { unknownTarget } from "./unknown-target.ts";
import { unreachableState } from "./unreachable-state.ts";
import { variableName } from "./variable-name.ts";

export const RULES: readonly Rule[] = [
  choiceWithoutDefault,
  contextPath,
  duplicateKey,
  duplicateStateName,
  duplicateTemplateField,
  endlessLoop,
  expressIntegration,
  heartbeatBelowTimeout,
  inlineConcurrency,
  integrationParameter,
  intrinsicArgument,
  intrinsicFormat,
  jsonataArgumentCount,
  jsonataDelimiters,
  jsonataInJsonpath,
  jsonataStatesMember,
  jsonataSyntax,
  jsonataTopLevelReference,
  jsonataUnknownFunction,
  jsonpathInJsonata,
  mapLabel,
  noTerminalState,
  outerVariable,
  passResultStatic,
  pathSyntax,
  queryLanguageDowngrade,
  referencePath,
  repeatedErrorName,
  retryDelayOrder,
  sdkIntegration,
  shadowedErrorName,
  sometimesUnassignedVariable,
  stateNameLength,
  statesAllAloneAndLast,
  staticSize,
  taskResource,
  taskTokenNotPassed,
  templateValue,
  templateWithoutDollar,
  tokenWithoutTimeout,
  undefinedVariable,
  unknownErrorName,
  unknownTarget,
  unreachableState,
  variableName,
];

export const STATE_RULES: readonly StateRule[] = RULES.filter((rule) => rule.about === "state");
export const MACHINE_RULES: readonly MachineRule[] = RULES.filter((rule) => rule.about === "machine");
