/** Quick fixes of the template's own problems, and what the languages of embedded documents offer. */
import type { CodeAction, CodeActionOptions, Selection, Surroundings } from "../../editor/types.ts";
import type { Problem, TextEdit } from "../../problem.ts";
import type { TemplateDocument } from "../document.ts";
import type { Part } from "../parts.ts";
import { outerProblem } from "../problems.ts";
import { TEMPLATE_RULES } from "../rules/index.ts";

const OWN_RULES: ReadonlySet<string> = new Set(TEMPLATE_RULES.map(({ id }) => id));

export function codeActions(
  document: TemplateDocument,
  selection: Selection,
  options: CodeActionOptions,
  surroundings: Surroundings,
): readonly CodeAction[] {
  const { only, problems } = options;
  const wantsFixes = only === undefined || only.includes("quickfix");
  const touched = problems.filter(({ start, end }) => start <= selection.end && end >= selection.start);
  const own = wantsFixes ? touched.filter(({ rule }) => OWN_RULES.has(rule)).flatMap(fixesOf) : [];
  return [...own, ...document.parts.flatMap((part) => actionsOf(part, selection, options, surroundings))];
}

function fixesOf(problem: Problem): readonly CodeAction[] {
  return (problem.fixes ?? []).map(({ title, edits }, index) => ({
    title,
    kind: "quickfix",
    edits,
    problem,
    ...(index === 0 && problem.fixes?.length === 1 ? { preferred: true } : {}),
  }));
}

function actionsOf(
  part: Part,
  selection: Selection,
  options: CodeActionOptions,
  surroundings: Surroundings,
): readonly CodeAction[] {
  const start = part.inner(selection.start);
  if (start === undefined) return [];
  const end = Math.max(start, part.inner(selection.end) ?? start);
  // Only the problems that settings leave, in the embedded document's own places.
  const shown = new Set(options.problems.map(keyOf));
  const inner = part.language
    .problems(part.document, surroundings)
    .filter((problem) => shown.has(keyOf(outerProblem(part, problem))));
  const actions =
    part.language.codeActions?.(part.document, { start, end }, { ...options, problems: inner }, surroundings) ?? [];
  return actions.flatMap((action) => {
    const edits: TextEdit[] = [];
    for (const edit of action.edits) {
      const outer = part.edit(edit);
      if (outer === undefined) return [];
      edits.push(outer);
    }
    const { problem } = action;
    return [{ ...action, edits, ...(problem === undefined ? {} : { problem: outerProblem(part, problem) }) }];
  });
}

function keyOf({ rule, start, end }: Problem): string {
  return `${rule} ${start} ${end}`;
}
