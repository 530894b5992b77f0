/** What the panel writes beside a definition: its mock file, its scenario file, and files that somebody chose. */
import { addCase, editMocks, type JsonObject, type MockEdit } from "@sluice/engine";
import { Range, type Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { KeptAnswer, ViewMessage } from "./protocol.ts";
import { findScenario, newScenario } from "./scenario-file.ts";
import { type Beside, fileName, readSibling, siblingUri } from "./siblings.ts";

/** The test case that a file begins with. */
const FIRST_CASE = "Mocked";

export function keepAnswer(definition: Beside, { stateName, outcome, mock }: KeptAnswer): Promise<void> {
  const { stateMachine = definition.stem, testCase = FIRST_CASE } = mock ?? {};
  return editMockFile(definition, { kind: "add", stateMachine, testCase, stateName, outcome });
}

/** An edit like any other: shown if the file is open, and to be undone there. The file is made where there is none. */
export async function editMockFile(definition: Beside, edit: MockEdit): Promise<void> {
  const { name, text } = await readSibling(definition, "mocks");
  const changed = editMocks(text, edit);
  if (changed === undefined) {
    void window.showWarningMessage(`${name} cannot be edited: it is no mock configuration file as it stands.`);
    return;
  }
  await writeText(siblingUri(definition, "mocks"), text, changed);
}

/** Asks for the case's name. */
export async function writeMockCase(
  definition: Beside,
  { stateMachine, answers }: Extract<ViewMessage, { type: "writeCase" }>,
): Promise<void> {
  const testCase = await askName("Test case", "What the test case is called in the mock file");
  if (testCase !== undefined) await editMockFile(definition, { kind: "case", stateMachine, testCase, answers });
}

/** Asks for the case's name; writes it into the scenario file beside, and shows it there. */
export async function saveScenarioCase(definition: Beside, scenarioCase: JsonObject): Promise<void> {
  const name = await askName("Scenario case", "What the case is called", String(scenarioCase.name ?? ""));
  if (name === undefined) return;
  const found = await findScenario(definition);
  const { uri, text } = found ?? newScenario(definition);
  const changed = addCase(text, fileName(uri), { ...scenarioCase, name });
  if (changed === undefined) {
    void window.showWarningMessage(`${fileName(uri)} cannot be added to: it is no scenario as it stands.`);
    return;
  }
  if (await writeText(uri, found?.text, changed)) await window.showTextDocument(uri, { preview: false });
}

/** Asks where to. */
export async function saveFile(definition: Beside, name: string, content: string | Uint8Array): Promise<void> {
  const uri = await window.showSaveDialog({ defaultUri: beside(definition, name), saveLabel: "Save" });
  if (!uri) return;
  try {
    await workspace.fs.writeFile(uri, typeof content === "string" ? new TextEncoder().encode(content) : content);
    void window.showInformationMessage(`Saved ${workspace.asRelativePath(uri)}.`);
  } catch (error) {
    void window.showErrorMessage(`Not saved: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function beside({ uri }: Beside, name: string): Uri {
  return uri.with({ path: uri.path.slice(0, uri.path.lastIndexOf("/") + 1) + name });
}

function askName(title: string, prompt: string, value = ""): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt,
    value,
    validateInput: (text) => (text.trim() === "" ? "A name is needed" : undefined),
  });
}

/** `before` undefined: there is no file yet. True where it was written. */
export async function writeText(uri: Uri, before: string | undefined, after: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  if (before === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(after) });
  else edit.replace(uri, await wholeRange(uri), after);
  if (!(await workspace.applyEdit(edit))) return false;
  return (await workspace.openTextDocument(uri)).save();
}

async function wholeRange(uri: Uri): Promise<Range> {
  const document = await workspace.openTextDocument(uri);
  return new Range(document.positionAt(0), document.positionAt(document.getText().length));
}
