/** Rule: variables that have no value where they are read. */
import { closest } from "../../schema/suggest.ts";
import { valueNode } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import { graphOf, predecessorsOf } from "../graph.ts";
import type { Machine, Scope, State } from "../model.ts";
import { isDistributed, readsOf, type VariableRead, writesOf } from "../variables.ts";
import { didYouMean } from "./names.ts";
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
    const lookup: Lookup = { assigners, stepsLeft: MAX_STEPS };
    for (const state of machine.states) {
      for (const read of readsOf(state)) {
        const wrong = whyUndefined(read.name, state, lookup);
        if (wrong !== undefined) report(read, wrong, context);
      }
    }
  },
};

/**
 * How many states all searches of one machine may come by. Assignments mostly stand near to where they are read; where
 * they do not, in a machine of thousands of states, saying nothing is better than taking seconds.
 */
const MAX_STEPS = 1_000_000;

interface Lookup {
  readonly assigners: Assigners;
  stepsLeft: number;
}

/** The states that assign a variable, by its name and their scope. */
type Assigners = Map<string, Map<Scope, State[]>>;

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
      const list = scopes.get(state.scope);
      if (list === undefined) scopes.set(state.scope, [state]);
      else if (list.at(-1) !== state) list.push(state);
    }
  }
  return assigners;
}

function whyUndefined(name: string, state: State, lookup: Lookup): string | undefined {
  const assigners = lookup.assigners.get(name);
  if (assigners === undefined) {
    return `No state assigns $${name}.${didYouMean(closest(name, lookup.assigners.keys()))}`;
  }
  let hidden = false;
  let later: State | undefined;
  for (let at: State | undefined = state; at !== undefined; at = at.scope.owner) {
    const scope: Scope = at.scope;
    const here = assigners.get(scope);
    if (here !== undefined && !hidden) {
      if (graphOf(scope).uncertain || runsBefore(here, at, lookup)) return undefined;
      later ??= here[0];
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

/** Whether some path leads from one of `assigners` to `state`; true where that is not known. */
function runsBefore(assigners: readonly State[], state: State, lookup: Lookup): boolean {
  const wanted = new Set(assigners);
  const seen = new Set<State>();
  const open: State[] = [state];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (lookup.stepsLeft-- <= 0) return true;
    for (const before of predecessorsOf(at)) {
      if (wanted.has(before)) return true;
      if (seen.has(before)) continue;
      seen.add(before);
      open.push(before);
    }
  }
  return false;
}

function report({ name, expression, index }: VariableRead, message: string, context: RuleContext): void {
  const first = expression.index + index;
  const start = offsetInString(context.parsed, expression.node, first);
  const end = offsetInString(context.parsed, expression.node, first + name.length) + 1;
  context.report({ node: expression.node, range: { start, end }, message });
}
