/** Rule: variables that only some of the ways to a state have assigned. */
import { property, valueNode } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import { mayBeAssignedBefore } from "../assigned-before.ts";
import { graphOf, predecessorsOf } from "../graph.ts";
import type { Machine, Scope, State, Transition } from "../model.ts";
import { isDistributed, readsOf, writesOf } from "../variables.ts";
import { guide, type MachineRule } from "./rule.ts";

export const sometimesUnassignedVariable: MachineRule = {
  id: "sometimes-unassigned-variable",
  about: "machine",
  severity: "warning",
  summary: "A variable that is read where some way leads past its assignment.",
  reason:
    "Reading a variable that no state has assigned yet fails the execution. A failed state assigns nothing, so what its " +
    "catcher leads to does not have its variables; a Choice rule assigns only when it is the one that is true.",
  bad: [
    `{"StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "A"}],
      "Default": "Z"}, "A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "Z"},
      "Z": {"Type": "Pass", "Parameters": {"x.$": "«$x»"}, "End": true}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "T", "States": {"T": {"Type": "Task", "End": true, "Assign": {"x": 1},
      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Catch": [
      {"ErrorEquals": ["States.ALL"], "Next": "Z"}]}, "Z": {"Type": "Pass", "Output": "{% «$x» %}", "End": true}}}`,
  ],
  good: [
    `{"StartAt": "C", "States": {"C": {"Type": "Choice", "Assign": {"x": 0}, "Choices": [
      {"Variable": "$.a", "IsPresent": true, "Next": "A"}],
      "Default": "Z"}, "A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "Z"},
      "Z": {"Type": "Pass", "Parameters": {"x.$": "$x"}, "End": true}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"n": 0}, "Next": "L"},
      "L": {"Type": "Choice", "Choices": [{"Condition": "{% $n > 3 %}", "Next": "Z"}], "Default": "L2"},
      "L2": {"Type": "Pass", "Assign": {"n": "{% $n + 1 %}"}, "Next": "L"}, "Z": {"Type": "Succeed"}}}`,
    `{"QueryLanguage": "JSONata", "StartAt": "T", "States": {"T": {"Type": "Task", "Next": "Z", "Assign": {"x": 1},
      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Catch": [
      {"ErrorEquals": ["States.ALL"], "Next": "Z"}]},
      "Z": {"Type": "Pass", "Output": "{% $exists($x) ? $x : 0 %}", "End": true}}}`,
  ],
  docs: guide("workflow-variables.html"),
  check(machine, context) {
    const assigned = scopesByVariable(machine);
    if (assigned === undefined) return;
    const search: Search = { stepsLeft: MAX_STEPS };
    let askedFor: ReadonlySet<string> | undefined;
    const told = new Set<string>();
    for (const state of machine.states) {
      for (const read of readsOf(state)) {
        const scopes = assigned.get(read.name);
        const at = scopes === undefined ? undefined : readerIn(scopes, state);
        // Where no way at all assigns it, another rule says so.
        if (at === undefined || !mayBeAssignedBefore(at, read.name) || told.has(`${at.scope.id} ${read.name}`))
          continue;
        const past = wayPast(read.name, at, search);
        if (past === undefined) continue;
        askedFor ??= variablesAskedFor(machine);
        if (askedFor.has(read.name)) continue;
        told.add(`${at.scope.id} ${read.name}`);
        const { node, index } = read.expression;
        const start = offsetInString(context.parsed, node, index + read.index);
        const end = offsetInString(context.parsed, node, index + read.index + read.name.length) + 1;
        const way = past === at ? "begins here" : `comes by way of "${past.name}"`;
        const message = `$${read.name} has no value here when the execution ${way}.`;
        context.report({ node, range: { start, end }, message });
      }
    }
  },
};

/** How many transitions all searches of one machine may follow. Assignments mostly stand near to where they are read. */
const MAX_STEPS = 50_000;

interface Search {
  stepsLeft: number;
}

/** Undefined where some Assign is only known after deployment. */
function scopesByVariable(machine: Machine): ReadonlyMap<string, ReadonlySet<Scope>> | undefined {
  const scopes = new Map<string, Set<Scope>>();
  for (const state of machine.states) {
    if (valueNode(state.node, "Assign")?.kind === "placeholder") return undefined;
    for (const { name } of writesOf(state)) {
      const list = scopes.get(name);
      if (list === undefined) scopes.set(name, new Set([state.scope]));
      else list.add(state.scope);
    }
  }
  return scopes;
}

/** A machine that asks `$exists($x)` somewhere knows that it may have no value. */
function variablesAskedFor(machine: Machine): ReadonlySet<string> {
  const names = new Set<string>();
  for (const state of machine.states) {
    for (const { name, expression, index } of readsOf(state)) {
      if (/\$exists\(\s*$/.test(expression.text.slice(Math.max(0, index - 20), index))) names.add(name);
    }
  }
  return names;
}

/** The state itself or the one around it, in the scope that assigns the variable. */
function readerIn(scopes: ReadonlySet<Scope>, state: State): State | undefined {
  for (let at: State | undefined = state; at !== undefined; at = at.scope.owner) {
    if (scopes.has(at.scope)) return graphOf(at.scope).uncertain ? undefined : at;
    if (isDistributed(at.scope)) return undefined;
  }
  return undefined;
}

/** By which state a way from the start leads to `state` without assigning the variable; undefined where none does. */
function wayPast(name: string, state: State, search: Search): State | undefined {
  const { start, reachable } = graphOf(state.scope);
  const seen = new Set<State>([state]);
  const open: { readonly state: State; readonly by: State }[] = [{ state, by: state }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.state === start) return at.by;
    for (const before of predecessorsOf(at.state)) {
      if (search.stepsLeft-- <= 0) return undefined;
      if (!reachable.has(before) || seen.has(before)) continue;
      const target = at.state.name;
      const ways = before.transitions.filter((transition) => transition.target === target);
      if (ways.every((way) => assigns(before, way, name))) continue;
      seen.add(before);
      open.push({ state: before, by: at.state === state ? before : at.by });
    }
  }
  return undefined;
}

/** A transition takes the Assign of its rule or catcher, else the state's. */
function assigns(state: State, { kind, rule }: Transition, name: string): boolean {
  const holder = kind === "choice" || kind === "catch" ? rule : state.node;
  const assign = valueNode(holder, "Assign");
  return assign !== undefined && (property(assign, name) !== undefined || property(assign, `${name}.$`) !== undefined);
}
