/** All problems of shape that a definition has, in every scope. */
import {
  buildMachine,
  machineProblems,
  type Problem,
  parseText,
  scopeProblems,
  stateProblems,
  type TextLanguage,
} from "@sluice/engine";

export function shapeOf(text: string, language: TextLanguage = "json"): Problem[] {
  const { root } = parseText(text, language);
  const machine = buildMachine(root);
  if (machine === undefined) return [...machineProblems(root)];
  const ofScopes = machine.scopes.flatMap(({ node, kind }) => scopeProblems(node, kind));
  const ofStates = machine.states.flatMap(({ node, type, queryLanguage }) => stateProblems(node, type, queryLanguage));
  return [...ofScopes, ...ofStates];
}

/** A machine of one state, S, that has these fields; the machine's own come from `machine`. */
export function around(state: string, machine = ""): string {
  return `{"StartAt": "S", ${machine}"States": {"S": ${state}}}`;
}
