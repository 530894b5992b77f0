/** textDocument/rename and prepareRename: states and variables, everywhere in the document. */
import { rename, renameTarget } from "@sluice/engine";
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf, rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const renameFeature: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(server) {
    server.connection.onPrepareRename(onDocument(server, "prepare rename", null, prepare));
    server.connection.onRenameRequest(onDocument(server, "rename", null, provide));
  },
};

function prepare(open: OpenDocument, { position }: PrepareRenameParams): PrepareRenameResult | null {
  const target = renameTarget(open.document, offsetOf(open, position));
  return target === undefined ? null : { range: rangeOf(open, target), placeholder: target.name };
}

function provide(open: OpenDocument, params: RenameParams): WorkspaceEdit | ResponseError<never> {
  const renamed = rename(open.document, offsetOf(open, params.position), params.newName);
  if ("refused" in renamed) return new ResponseError<never>(LSPErrorCodes.RequestFailed, renamed.refused);
  const edits = renamed.edits.map((edit) => ({ range: rangeOf(open, edit), newText: edit.newText }));
  return { changes: { [open.textDocument.uri]: edits } };
}
