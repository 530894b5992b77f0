/** Edits of a document that the engine has made, as offsets: done as any other edit, to be undone in the editor. */
import type { TextEdit } from "@sluice/engine";
import { Range, type Uri, WorkspaceEdit, window, workspace } from "vscode";

/** `refused`: said where there is nothing to edit. */
export async function editDocument(uri: Uri, edits: readonly TextEdit[], refused: string): Promise<void> {
  if (edits.length === 0) {
    void window.showWarningMessage(refused);
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  for (const { start, end, newText } of edits) {
    edit.replace(uri, new Range(document.positionAt(start), document.positionAt(end)), newText);
  }
  await workspace.applyEdit(edit);
}
