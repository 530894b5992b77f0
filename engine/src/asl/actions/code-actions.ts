/** Every code action for a selection: fixes and silencing of the problems there, then what can be made of the states. */
import type { CodeAction, CodeActionKind, CodeActionOptions, Selection } from "../../editor/types.ts";
import type { Problem, TextEdit } from "../../problem.ts";
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
  { only, problems }: CodeActionOptions,
): readonly CodeAction[] {
  const wants = (kind: CodeActionKind): boolean =>
    only === undefined ? !kind.startsWith("source") : only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  if (wants("quickfix"))
    actions.push(
      ...quickFixes(
        document,
        problems.filter((problem) => touches(problem, selection)),
      ),
    );
  if (wants("source.fixAll")) actions.push(...fixAll(document, problems));
  if (wants("source.sortStates")) {
    const sort = sortStatesAction(document);
    if (sort !== undefined) actions.push(sort);
  }
  const { machine } = document;
  if (machine === undefined) return actions;
  if (wants("refactor.extract")) actions.push(...extractActions(document, selection));
  if (wants("refactor.rewrite")) {
    const node = nodeAt(document.parsed.root, selection.start);
    const state = stateAround(document.index, node);
    if (state !== undefined) actions.push(...addActions(document, state), ...conversionOfState(document, state));
    // To convert a large machine takes a moment: not for every move of the cursor inside its states.
    if (state === undefined || only !== undefined) actions.push(...conversionOfMachine(document));
  }
  return actions;
}

function touches({ start, end }: Selection, selection: Selection): boolean {
  return start <= selection.end && end >= selection.start;
}

function quickFixes(document: AslDocument, problems: readonly Problem[]): readonly CodeAction[] {
  const fixes = problems.flatMap((problem): CodeAction[] => {
    const all = fixesOf(document, problem);
    return all.map(({ title, edits, sure }, index) => ({
      title,
      kind: "quickfix",
      edits,
      problem,
      ...(index === 0 && sure ? { preferred: true } : {}),
    }));
  });
  return [...fixes, ...problems.flatMap((problem) => silenceAction(document, problem) ?? [])];
}

/** Applies the one sure fix of every problem that has just one; of fixes that meet, the first. */
function fixAll(document: AslDocument, problems: readonly Problem[]): readonly CodeAction[] {
  const edits: TextEdit[] = [];
  let mended = 0;
  for (const problem of problems) {
    const [fix, second] = fixesOf(document, problem).filter(({ sure }) => sure);
    if (fix === undefined || second !== undefined) continue;
    if (fix.edits.some((edit) => edits.some((other) => overlap(edit, other)))) continue;
    edits.push(...fix.edits);
    mended++;
  }
  if (mended === 0) return [];
  edits.sort((a, b) => a.start - b.start);
  return [
    {
      title: `Fix ${mended === 1 ? "the one problem" : `all ${mended} problems`} with a sure fix`,
      kind: "source.fixAll",
      edits,
    },
  ];
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
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
