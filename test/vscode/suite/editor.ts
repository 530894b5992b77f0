/** What a person does in the editor, for the suite. Places are named by the text that stands there. */
import * as vscode from "vscode";
import type { SluiceApi } from "../../../client/src/api.ts";
import { ok, until } from "./check.ts";

export async function api(): Promise<SluiceApi> {
  const extension = vscode.extensions.getExtension<SluiceApi>("sluice.sluice");
  ok(extension, "VS Code does not know the extension");
  return extension.activate();
}

/** Opens a file of the workspace and shows it. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, "no folder is open");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The position behind `before` of the first `text`: at("\"Next\": \"|Missing") has the bar where the position is. */
export function at(document: vscode.TextDocument, marked: string): vscode.Position {
  const bar = marked.indexOf("|");
  const index = document.getText().indexOf(marked.replace("|", ""));
  ok(bar >= 0 && index >= 0, `the document has no ${marked}`);
  return document.positionAt(index + bar);
}

/** Sluice's own problems of a document, once there are any. */
export function problems(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  return until("a diagnostic", () => {
    const found = ownProblems(document);
    return found.length > 0 ? found : undefined;
  });
}

export function ownProblems(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => /sluice/i.test(source ?? ""));
}

export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", document, position);
  const contents = (hovers ?? []).flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === "string" ? content : content.value)).join("\n");
}

export async function completions(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await ask<vscode.CompletionList>("vscode.executeCompletionItemProvider", document, position);
  return (list?.items ?? []).map(({ label }) => (typeof label === "string" ? label : label.label));
}

export function ask<T>(command: string, document: vscode.TextDocument, ...rest: unknown[]): Thenable<T | undefined> {
  return vscode.commands.executeCommand<T>(command, document.uri, ...rest);
}

export async function replace(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const index = document.getText().indexOf(text);
  ok(index >= 0, `the document has no ${text}`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(index), document.positionAt(index + text.length));
  edit.replace(document.uri, range, by);
  ok(await vscode.workspace.applyEdit(edit), "the edit was not applied");
}

/** Throws the changes of the active document away and closes every editor. */
export async function closeAll(): Promise<void> {
  if (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** Opens the panel of a file, starts a run and waits until it comes to rest. */
export async function runToRest(name: string) {
  const document = await open(name);
  const panel = await (await api()).openPanel({ uri: document.uri });
  const rest = new Promise<NonNullable<typeof panel.report>>((resolve) => {
    const listener = panel.onDidReport((report) => {
      if (report.status === "RUNNING" && report.pending === 0) return;
      listener.dispose();
      resolve(report);
    });
  });
  await vscode.commands.executeCommand("sluice.run", document.uri.toString());
  return rest;
}
