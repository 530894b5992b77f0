/** textDocument/codeAction: the fixes that come with the problems in the selected lines. */
import type { Fix, Problem } from "@sluice/engine";
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetsOf, rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const codeActionFeature: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  register(server) {
    server.connection.onCodeAction(onDocument(server, "code actions", null, provide));
  },
};

function provide(document: OpenDocument, { range, context }: CodeActionParams): CodeAction[] {
  if (context.only !== undefined && !context.only.includes(CodeActionKind.QuickFix)) return [];
  const selected = offsetsOf(document, range);
  const touched = document.asl.problems.filter(({ start, end }) => start <= selected.end && end >= selected.start);
  return touched.flatMap((problem) =>
    (problem.fixes ?? []).map((fix) => actionOf(document, fix, shownFor(document, problem, context.diagnostics))),
  );
}

function actionOf(document: OpenDocument, fix: Fix, diagnostics: Diagnostic[]): CodeAction {
  const edits = fix.edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText }));
  const changes = { [document.textDocument.uri]: edits };
  return { title: fix.title, kind: CodeActionKind.QuickFix, edit: { changes }, diagnostics };
}

/** The diagnostic that the editor has for a problem. */
function shownFor(document: OpenDocument, problem: Problem, shown: readonly Diagnostic[]): Diagnostic[] {
  const { start } = rangeOf(document, problem);
  return shown.filter(
    ({ code, range }) =>
      code === problem.rule && range.start.line === start.line && range.start.character === start.character,
  );
}
