/** Rule: variables that only some of the ways to a state have assigned. */
import { property, valueNode } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import { mayBeAssignedBefore } from "../assigned-before.ts";
import { dominates } from "../dominators.ts";
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
    const assigners = assignersByVariable(machine);
    if (assigners === undefined || assigners.size === 0) return;
    const search: Search = { stepsLeft: MAX_STEPS };
    let askedFor: ReadonlySet<string> | undefined;
    const told = new Set<string>();
    for (const state of machine.states) {
      for (const { name, expression, index } of readsOf(state)) {
        const scopes = assigners.get(name);
        const at = scopes === undefined ? undefined : readerIn(scopes, state);
        const list = at === undefined ? undefined : scopes?.get(at.scope);
        if (at === undefined || list === undefined || isSurelyAssigned(name, at, list)) continue;
        // Where no way at all assigns it, another rule says so.
        if (told.has(`${at.scope.id} ${name}`) || !mayBeAssignedBefore(at, name)) continue;
        const past = wayPast(name, at, search);
        if (past === undefined) continue;
        askedFor ??= variablesAskedFor(machine);
        if (askedFor.has(name)) continue;
        told.add(`${at.scope.id} ${name}`);
        const { node } = expression;
        const start = offsetInString(context.parsed, node, expression.index + index);
        const end = offsetInString(context.parsed, node, expression.index + index + name.length) + 1;
        const way = past === at ? "begins here" : `comes by way of "${past.name}"`;
        const message = `$${name} has no value here when the execution ${way}.`;
        context.report({ node, range: { start, end }, message });
      }
    }
  },
};

/** How many transitions all searches of one machine may follow: only what looks wrong is searched for. */
const MAX_STEPS = 50_000;
/** How many assigners of one variable are looked at for each read. */
const MAX_ASSIGNERS = 32;

interface Search {
  stepsLeft: number;
}

/** The states that assign a variable, by its name and their scope. */
type Assigners = ReadonlyMap<string, ReadonlyMap<Scope, readonly State[]>>;

/** Undefined where some Assign is only known after deployment. */
function assignersByVariable(machine: Machine): Assigners | undefined {
  const assigners = new Map<string, Map<Scope, State[]>>();
  for (const state of machine.states) {
    const writes = writesOf(state);
    if (writes.length === 0) {
      if (valueNode(state.node, "Assign")?.kind === "placeholder") return undefined;
      continue;
    }
    for (const { name } of writes) {
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

/** Every way comes by a state that assigns it, whatever that one leads to, or by one that only such a state leads to. */
function isSurelyAssigned(name: string, at: State, assigners: readonly State[]): boolean {
  for (let index = 0; index < assigners.length; index++) {
    // Of so many some is likely to do.
    if (index >= MAX_ASSIGNERS) return true;
    const assigner = assigners[index] as State;
    if (assigner === at || !dominates(assigner, at)) continue;
    if (assigner.transitions.every((way) => assigns(assigner, way, name))) return true;
    for (const way of assigner.transitions) {
      const next = assigns(assigner, way, name) ? at.scope.byName.get(way.target) : undefined;
      if (next === undefined || predecessorsOf(next).length > 1 || !dominates(next, at)) continue;
      if (assigner.transitions.every((other) => other.target !== way.target || assigns(assigner, other, name)))
        return true;
    }
  }
  return false;
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
function readerIn(scopes: ReadonlyMap<Scope, unknown>, state: State): State | undefined {
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
