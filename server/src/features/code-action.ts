/** textDocument/codeAction: fixes of the problems in the selection, and what the engine can make of its states. */
import { type CodeAction as Action, codeActions, type Problem } from "@sluice/engine";
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature, Server } from "../feature.ts";
import { offsetsOf, rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

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
      onDocument(server, "code actions", null, (document, params) => provide(server, document, params)),
    );
  },
};

function provide(server: Server, document: OpenDocument, { range, context }: CodeActionParams): CodeAction[] {
  const problems = server.settings.shown(document);
  const options = context.only === undefined ? { problems } : { problems, only: context.only };
  const actions = codeActions(document.asl, offsetsOf(document, range), options);
  return actions.map((action) => actionOf(document, action, context.diagnostics));
}

function actionOf(document: OpenDocument, action: Action, shown: readonly Diagnostic[]): CodeAction {
  const { title, kind, problem, preferred, disabled } = action;
  const edits = action.edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText }));
  return {
    title,
    kind,
    ...(disabled === undefined
      ? { edit: { changes: { [document.textDocument.uri]: edits } } }
      : { disabled: { reason: disabled } }),
    ...(problem === undefined ? {} : { diagnostics: shownFor(document, problem, shown) }),
    ...(preferred === undefined ? {} : { isPreferred: true }),
  };
}

/** The diagnostic that the editor has for a problem. */
function shownFor(document: OpenDocument, problem: Problem, shown: readonly Diagnostic[]): Diagnostic[] {
  const { start } = rangeOf(document, problem);
  return shown.filter(
    ({ code, range }) =>
      code === problem.rule && range.start.line === start.line && range.start.character === start.character,
  );
}
