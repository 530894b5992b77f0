/** Rule: variables that have no value where they are read. */
import { closest } from "../../schema/suggest.ts";
import { valueNode } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import { mayBeAssignedBefore } from "../assigned-before.ts";
import { graphOf } from "../graph.ts";
import type { Machine, Scope, State } from "../model.ts";
import { isDistributed, readsOf, type VariableRead, writesOf } from "../variables.ts";
import { didYouMean, replaceRange } from "./names.ts";
import { guide, type MachineRule, type RuleContext } from "./rule.ts";

export const undefinedVariable: MachineRule = {
  id: "undefined-variable",
  about: "machine",
  severity: "warning",
  summary: "A variable that no state has assigned by the time it is read.",
  reason:
    "A variable exists from the state whose Assign sets it, in the same scope and the scopes inside it. Variables of a " +
    "branch or iteration vanish with it, and a distributed Map's iterations see none from outside. Reading one that is " +
    "not there fails the execution.",
  bad: [
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% «$nope» %}"}}}`,
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "States.Format('{}', «$nope»)"},
      "End": true}}}`,
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "«$x»"}, "Next": "B"},
      "B": {"Type": "Pass", "Assign": {"x": 1}, "End": true}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "M", "States": {"M": {"Type": "Map", "Items": [1], "Next": "Z",
      "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true, "Assign": {"y": 1}}}}},
      "Z": {"Type": "Pass", "Output": "{% «$y» %}", "End": true}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "B"},
      "B": {"Type": "Pass", "Parameters": {"x.$": "$x"}, "End": true}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "M"},
      "M": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {"StartAt": "B", "States": {
      "B": {"Type": "Pass", "Output": "{% $x + $sum([1]) %}", "End": true}}}}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true,
      "Output": "{% ($x := 1; $map([1], function($v) { $v + $x })) %}"}}}`,
  ],
  docs: guide("workflow-variables.html"),
  check(machine, context) {
    const assigners = assignersByName(machine);
    if (assigners === undefined) return;
    for (const state of machine.states) {
      for (const read of readsOf(state)) {
        const wrong = whyUndefined(read.name, state, assigners);
        if (wrong !== undefined) report(read, wrong, assigners, context);
      }
    }
  },
};

/** The first state of each scope that assigns a variable, by its name. */
type Assigners = Map<string, Map<Scope, State>>;

/** Undefined where some Assign is only known after deployment. */
function assignersByName(machine: Machine): Assigners | undefined {
  const assigners: Assigners = new Map();
  for (const state of machine.states) {
    if (valueNode(state.node, "Assign")?.kind === "placeholder") return undefined;
    for (const { name } of writesOf(state)) {
      let scopes = assigners.get(name);
      if (scopes === undefined) {
        scopes = new Map();
        assigners.set(name, scopes);
      }
      if (!scopes.has(state.scope)) scopes.set(state.scope, state);
    }
  }
  return assigners;
}

function whyUndefined(name: string, state: State, all: Assigners): string | undefined {
  const assigners = all.get(name);
  if (assigners === undefined) {
    return `No state assigns $${name}.${didYouMean(closest(name, all.keys()))}`;
  }
  let hidden = false;
  let later: State | undefined;
  for (let at: State | undefined = state; at !== undefined; at = at.scope.owner) {
    const scope: Scope = at.scope;
    const here = assigners.get(scope);
    if (here !== undefined && !hidden) {
      if (graphOf(scope).uncertain || mayBeAssignedBefore(at, name)) return undefined;
      later ??= here;
    } else if (here !== undefined) {
      return `$${name} is assigned outside of the distributed Map, whose iterations don't see it: pass it in ItemSelector.`;
    }
    hidden ||= isDistributed(scope);
  }
  if (later !== undefined) {
    return `$${name} is not assigned yet: no path leads here from "${later.name}", which assigns it.`;
  }
  const inside = [...assigners.keys()][0]?.owner;
  return inside === undefined
    ? `No state assigns $${name} where it could be read here.`
    : `$${name} is only assigned inside of "${inside.name}" and vanishes there: give it out as a result.`;
}

function report(read: VariableRead, message: string, assigners: Assigners, context: RuleContext): void {
  const { name, expression, index } = read;
  const meant = assigners.has(name) ? undefined : closest(name, assigners.keys());
  const first = expression.index + index;
  const start = offsetInString(context.parsed, expression.node, first);
  const end = offsetInString(context.parsed, expression.node, first + name.length) + 1;
  const fixes = meant === undefined ? [] : [replaceRange({ start, end }, `$${meant}`)];
  context.report({ node: expression.node, range: { start, end }, message, fixes });
}
