/** From problems and their fixes to the actions that an editor offers, in every language. */
import type { Fix, Problem, TextEdit } from "../problem.ts";
import type { CodeAction, CodeActionKind, CodeActionOptions, Place, Selection } from "./types.ts";

export interface ProblemFix extends Fix {
  /** Takes nothing away that somebody may have meant, and adds nothing that is still to be thought about. */
  readonly sure: boolean;
}

/** Every fix of a problem, the best first. */
export type FixesOf = (problem: Problem) => readonly ProblemFix[];

/** Whether an editor has asked for actions of a kind. */
export function wants(kind: CodeActionKind, { only }: Pick<CodeActionOptions, "only">): boolean {
  if (only === undefined) return !kind.startsWith("source");
  return only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

/** Whether a problem is about something in the selection, ends included. */
export function touches({ start, end }: Place, selection: Selection): boolean {
  return start <= selection.end && end >= selection.start;
}

/** The fixes that a problem brings with it, and those of the text itself. */
export function ownFixes(problem: Problem): readonly ProblemFix[] {
  const own = (problem.fixes ?? []).map((fix) => ({ ...fix, sure: fix.edits.every(({ newText }) => newText !== "") }));
  const what = { "json-comment": "comment", "json-trailing-comma": "comma" }[problem.rule];
  const { start, end } = problem;
  return what === undefined
    ? own
    : [...own, { title: `Remove the ${what}`, edits: [{ start, end, newText: "" }], sure: true }];
}

/** The fixes of the problems in a selection, and all sure ones of the document at once, as far as they are asked for. */
export function fixActions(selection: Selection, options: CodeActionOptions, fixesOf: FixesOf): readonly CodeAction[] {
  const here = options.problems.filter((problem) => touches(problem, selection));
  return [
    ...(wants("quickfix", options) ? quickFixes(here, fixesOf) : []),
    ...(wants("source.fixAll", options) ? fixAll(options.problems, fixesOf) : []),
  ];
}

/** One action for each fix; a problem's first one is preferred where it is sure. */
export function quickFixes(problems: readonly Problem[], fixesOf: FixesOf): readonly CodeAction[] {
  return problems.flatMap((problem) =>
    fixesOf(problem).map(
      ({ title, edits, sure }, index): CodeAction => ({
        title,
        kind: "quickfix",
        edits,
        problem,
        ...(index === 0 && sure ? { preferred: true } : {}),
      }),
    ),
  );
}

/** Applies the one sure fix of every problem that has just one; of fixes that meet, the first. */
export function fixAll(problems: readonly Problem[], fixesOf: FixesOf): readonly CodeAction[] {
  const edits: TextEdit[] = [];
  let mended = 0;
  for (const problem of problems) {
    const [fix, second] = fixesOf(problem).filter(({ sure }) => sure);
    if (fix === undefined || second !== undefined) continue;
    if (fix.edits.some((edit) => edits.some((other) => overlap(edit, other)))) continue;
    edits.push(...fix.edits);
    mended++;
  }
  if (mended === 0) return [];
  edits.sort((a, b) => a.start - b.start);
  const title = `Fix ${mended === 1 ? "the one problem" : `all ${mended} problems`} with a sure fix`;
  return [{ title, kind: "source.fixAll", edits }];
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
