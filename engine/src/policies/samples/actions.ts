/** What can be done to sample messages. */
import { fixActions, ownFixes, touches, wants } from "../../editor/quick-fixes.ts";
import type { CodeAction, CodeActionOptions, Selection, Surroundings } from "../../editor/types.ts";
import type { TextEdit } from "../../problem.ts";
import type { SamplesDocument } from "../types.ts";
import { isSample } from "./read.ts";
import { verdictsIn } from "./subject.ts";
import type { Verdict } from "./verdict.ts";

/** Fixes of problems; and what the policy says now as what is expected. */
export function codeActions(
  document: SamplesDocument,
  selection: Selection,
  options: CodeActionOptions,
  surroundings: Surroundings,
): readonly CodeAction[] {
  const fixes = fixActions(selection, options, ownFixes);
  return wants("refactor.rewrite", options) ? [...fixes, ...expectations(document, selection, surroundings)] : fixes;
}

function expectations(
  document: SamplesDocument,
  selection: Selection,
  surroundings: Surroundings,
): readonly CodeAction[] {
  const open = verdictsIn(document, surroundings).filter(
    ({ sample }) => isSample(sample.node) && sample.expectation === undefined,
  );
  const edit = ({ sample, matches }: Verdict): TextEdit => {
    const last = sample.node.properties.at(-1);
    const at = last?.end ?? sample.node.start + 1;
    return { start: at, end: at, newText: `${last === undefined ? "" : ", "}"matches": ${matches}` };
  };
  const here = open.filter(({ sample }) => touches(sample.node, selection));
  const one = here.map((verdict): CodeAction => {
    const title = `Expect ${JSON.stringify(verdict.sample.title)} ${verdict.matches ? "to match" : "not to match"}`;
    return { title, kind: "refactor.rewrite", edits: [edit(verdict)] };
  });
  const all: CodeAction = {
    title: "Expect of all samples what the policy says now",
    kind: "refactor.rewrite",
    edits: open.map(edit),
  };
  return here.length === 0 ? [] : open.length > 1 ? [...one, all] : one;
}
