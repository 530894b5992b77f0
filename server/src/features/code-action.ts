/** textDocument/codeAction: fixes of the problems in the selection, and what the engine can make of its states. */
import { type CodeAction as Action, codeActions, type Problem, type Surroundings } from "@sluice/engine";
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import { surroundingsFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature, Server } from "../feature.ts";
import { offsetsOf, rangeOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

const KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.SourceFixAll,
  "source.sortStates",
];

export const codeActionFeature: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: KINDS } },
  register(server) {
    server.connection.onCodeAction(
      onPrepared(
        server,
        "code actions",
        null,
        surroundingsFor(server),
        (open, params: CodeActionParams, surroundings) => provide(server, open, params, surroundings),
      ),
    );
  },
};

function provide(
  { settings }: Server,
  open: OpenDocument,
  { range, context }: CodeActionParams,
  surroundings: Surroundings,
): CodeAction[] {
  const problems = settings.shown(open, surroundings);
  const options = context.only === undefined ? { problems } : { problems, only: context.only };
  const actions = codeActions(open.document, offsetsOf(open, range), options, surroundings);
  return actions.map((action) => actionOf(open, action, context.diagnostics));
}

function actionOf(open: OpenDocument, action: Action, shown: readonly Diagnostic[]): CodeAction {
  const { title, kind, problem, preferred, disabled } = action;
  const edits = action.edits.map((edit) => ({ range: rangeOf(open, edit), newText: edit.newText }));
  return {
    title,
    kind,
    ...(disabled === undefined
      ? { edit: { changes: { [open.textDocument.uri]: edits } } }
      : { disabled: { reason: disabled } }),
    ...(problem === undefined ? {} : { diagnostics: shownFor(open, problem, shown) }),
    ...(preferred === undefined ? {} : { isPreferred: true }),
  };
}

/** The diagnostic that the editor has for a problem. */
function shownFor(open: OpenDocument, problem: Problem, shown: readonly Diagnostic[]): Diagnostic[] {
  const { start } = rangeOf(open, problem);
  return shown.filter(
    ({ code, range }) =>
      code === problem.rule && range.start.line === start.line && range.start.character === start.character,
  );
}
