/** The mock file beside a definition, as the panel writes into it. */
import { editMocks } from "@sluice/engine";
import { Range, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { KeptAnswer } from "./protocol.ts";
import { fileName, readSibling, siblingUri } from "./siblings.ts";

/** The test case that a file begins with. */
const FIRST_CASE = "Mocked";

/**
 * Writes an answer into the mock file, which is made where there is none. An edit like any other: shown if the file is
 * open, and to be undone there.
 */
export async function keepAnswer(definition: Uri, { stateName, outcome, mock }: KeptAnswer): Promise<void> {
  const uri = siblingUri(definition, "mocks");
  const { name, text } = await readSibling(definition, "mocks");
  const stateMachine = mock?.stateMachine ?? fileName(uri).replace(/\.mocks\.json$/, "");
  const testCase = mock?.testCase ?? FIRST_CASE;
  const changed = editMocks(text, { kind: "add", stateMachine, testCase, stateName, outcome });
  if (changed === undefined) {
    void window.showWarningMessage(`${name} cannot be added to: it is no mock configuration file as it stands.`);
    return;
  }
  const edit = new WorkspaceEdit();
  if (text === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(changed) });
  else edit.replace(uri, await wholeRange(uri), changed);
  if (await workspace.applyEdit(edit)) await (await workspace.openTextDocument(uri)).save();
}

async function wholeRange(uri: Uri): Promise<Range> {
  const document: TextDocument = await workspace.openTextDocument(uri);
  return new Range(document.positionAt(0), document.positionAt(document.getText().length));
}
