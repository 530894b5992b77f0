/** Rule: transitions to states that do not exist. */
import { closest } from "../../schema/suggest.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import type { StringNode } from "../../text/tree.ts";
import type { Machine, Scope } from "../model.ts";
import { didYouMean, replaceString } from "./names.ts";
import { type MachineRule, type RuleContext, spec } from "./rule.ts";

export const unknownTarget: MachineRule = {
  id: "unknown-target",
  about: "machine",
  severity: "error",
  summary: "StartAt, Next or Default names a state that does not exist in its scope.",
  reason:
    "A transition names another state of the same `States` object. AWS refuses a definition in which one leads " +
    "nowhere, and also one that leads into or out of a branch or a Map's item processor: those are scopes of their own.",
  bad: [
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": «"Bee"»}, "Be": {"Type": "Succeed"}}}',
    '{"StartAt": «"B"», "States": {"A": {"Type": "Succeed"}}}',
    `{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Next": "Z", "Branches": [
      {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": «"Z"»}}}]}, "Z": {"Type": "Succeed"}}}`,
    `{"StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [
      {"Variable": "$.x", "IsPresent": true, "Next": «"Nope"»}], "Default": "Z"}, "Z": {"Type": "Succeed"}}}`,
  ],
  good: [
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}',
    '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "${NextState}"}, "B": {"Type": "Succeed"}}}',
  ],
  docs: spec("transitions"),
  check(machine, context) {
    const search: Search = {
      machine,
      placeholders: new Map(),
      scopesByName: undefined,
      suggestionsLeft: MAX_SUGGESTIONS,
    };
    for (const scope of machine.scopes) {
      if (scope.statesNode === undefined) continue;
      if (scope.startAt !== undefined) checkTarget(scope.startAt, "StartAt", scope, search, context);
      for (const state of scope.states) {
        for (const { kind, node } of state.transitions) {
          checkTarget(node, kind === "default" ? "Default" : "Next", scope, search, context);
        }
      }
    }
  },
};

/** Looking for the meant name costs time for every state: after so many mistakes it helps nobody any more. */
const MAX_SUGGESTIONS = 20;

/** What is only looked up once a target is not found. */
interface Search {
  readonly machine: Machine;
  /** Of each scope, the names of states that are filled in on deployment. */
  readonly placeholders: Map<Scope, ReadonlySet<string>>;
  scopesByName: ReadonlyMap<string, Scope> | undefined;
  suggestionsLeft: number;
}

function checkTarget(node: StringNode, field: string, scope: Scope, search: Search, context: RuleContext): void {
  const name = node.value;
  if (scope.byName.has(name) || hasPlaceholder(name) || placeholdersOf(scope, search).has(name)) return;
  search.scopesByName ??= new Map(search.machine.states.map((state) => [state.name, state.scope]));
  const elsewhere = search.scopesByName.get(name);
  const nearest = search.suggestionsLeft-- > 0 ? closest(name, scope.byName.keys()) : undefined;
  context.report({
    node,
    message:
      elsewhere === undefined
        ? `${field} names "${name}", but there is no state of that name here.${didYouMean(nearest)}`
        : `${field} names "${name}", which lies ${placeOf(elsewhere)}: a transition cannot cross that border.`,
    fixes: nearest === undefined ? [] : [replaceString(node, nearest)],
    aws: { code: "MISSING_TRANSITION_TARGET", message: `Missing 'Next' target: ${name}` },
  });
}

/** Names of states whose whole value is filled in on deployment, or no object for another reason. */
function placeholdersOf(scope: Scope, { placeholders }: Search): ReadonlySet<string> {
  let names = placeholders.get(scope);
  if (names === undefined) {
    const properties = scope.statesNode?.properties ?? [];
    names = new Set(properties.flatMap(({ key, value }) => (value.kind === "object" ? [] : [key.value])));
    placeholders.set(scope, names);
  }
  return names;
}

function placeOf(scope: Scope): string {
  if (scope.owner === undefined) return "outside, among the states of the machine";
  return scope.kind === "branch"
    ? `in branch ${scope.index + 1} of the Parallel state "${scope.owner.name}"`
    : `in the item processor of the Map state "${scope.owner.name}"`;
}
