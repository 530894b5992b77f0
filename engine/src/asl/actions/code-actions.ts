/** Every code action for a selection: fixes and silencing of the problems there, then what can be made of the states. */
import { type FixesOf, fixAll, quickFixes, touches, wants } from "../../editor/quick-fixes.ts";
import type { CodeAction, CodeActionOptions, Selection } from "../../editor/types.ts";
import { nodeAt } from "../../text/navigate.ts";
import { type Conversion, convertMachine, convertState } from "../convert/to-jsonata.ts";
import type { AslDocument } from "../document.ts";
import { stateAround } from "../document-index.ts";
import type { State } from "../model.ts";
import { addActions } from "./add-parts.ts";
import { extractActions } from "./extract.ts";
import { fixesOf } from "./problem-fixes.ts";
import { silenceAction } from "./silence-fix.ts";
import { sortStatesAction } from "./sort-states.ts";

/** In the order in which an editor shows them. Never throws on any text. */
export function codeActions(
  document: AslDocument,
  selection: Selection,
  options: CodeActionOptions,
): readonly CodeAction[] {
  const { only, problems } = options;
  const actions: CodeAction[] = [];
  const fixes: FixesOf = (problem) => fixesOf(document, problem);
  if (wants("quickfix", options)) {
    const those = problems.filter((problem) => touches(problem, selection));
    actions.push(...quickFixes(those, fixes), ...those.flatMap((problem) => silenceAction(document, problem) ?? []));
  }
  if (wants("source.fixAll", options)) actions.push(...fixAll(problems, fixes));
  if (wants("source.sortStates", options)) {
    const sort = sortStatesAction(document);
    if (sort !== undefined) actions.push(sort);
  }
  const { machine } = document;
  if (machine === undefined) return actions;
  if (wants("refactor.extract", options)) actions.push(...extractActions(document, selection));
  if (wants("refactor.rewrite", options)) {
    const node = nodeAt(document.parsed.root, selection.start);
    const state = stateAround(document.index, node);
    if (state !== undefined) actions.push(...addActions(document, state), ...conversionOfState(document, state));
    // To convert a large machine takes a moment: not for every move of the cursor inside its states.
    if (state === undefined || only !== undefined) actions.push(...conversionOfMachine(document));
  }
  return actions;
}

function conversionOfState(document: AslDocument, state: State): readonly CodeAction[] {
  if (state.queryLanguage === "JSONata" || state.type === undefined) return [];
  return [conversionAction(`Convert "${state.name}" to JSONata`, convertState(document.parsed, state))];
}

function conversionOfMachine(document: AslDocument): readonly CodeAction[] {
  const { machine, parsed } = document;
  if (machine === undefined || machine.queryLanguage === "JSONata") return [];
  return [conversionAction("Convert the state machine to JSONata", convertMachine(parsed, machine))];
}

/** How many reasons against a conversion are told. */
const MAX_REASONS = 3;

function conversionAction(title: string, conversion: Conversion): CodeAction {
  const action = { title, kind: "refactor.rewrite" } as const;
  if ("edits" in conversion) return { ...action, edits: conversion.edits };
  const { reasons } = conversion;
  const more = reasons.length > MAX_REASONS ? ` And ${reasons.length - MAX_REASONS} more.` : "";
  return { ...action, edits: [], disabled: reasons.slice(0, MAX_REASONS).join(" ") + more };
}
