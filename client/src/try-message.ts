/** The command behind "Try a message": the file of sample messages beside a policy, made where there is none yet. */
import { type Uri, Uri as Uris, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { ServerSession } from "./server-session.ts";

interface SampleFile {
  readonly uri: string;
  readonly text?: string;
}

export async function tryMessage(session: ServerSession, policy: Uri): Promise<void> {
  const client = await session.start();
  const file = await client.sendRequest<SampleFile | null>("sluice/sampleFile", { uri: policy.toString() });
  if (file === null) {
    void window.showInformationMessage("Open a filter policy or an event pattern first.");
    return;
  }
  const uri = Uris.parse(file.uri, true);
  if (file.text !== undefined && !(await created(uri, file.text))) {
    void window.showErrorMessage(`${workspace.asRelativePath(uri)} could not be made.`);
    return;
  }
  await openBeside(uri);
}

/** Shows a file where it is open already, else beside what is being read. */
export async function openBeside(uri: Uri): Promise<void> {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  await window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? ViewColumn.Beside, preview: false });
}

async function created(uri: Uri, text: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
  return workspace.applyEdit(edit);
}
