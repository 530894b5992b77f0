/**
 * The panel of a flow, as the extension host sees it: one webview a file, its text and cursor sent in, files to write, ranges
 * to reveal and reports coming out. Runs in the desktop's and in the browser's extension host.
 */
import {
  type Disposable,
  EventEmitter,
  Range,
  type TextDocument,
  Uri,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { revealRange } from "../panel/editors.ts";
import { callHandler, handlersRefused } from "./handlers.ts";
import type { FlowCommand, FlowHostMessage, FlowReport, FlowViewMessage } from "./protocol.ts";
import { nameOf, type ReadSource, readSource } from "./source.ts";

/** Between two keystrokes nothing is simulated. */
const TYPING_PAUSE_MS = 250;

export interface FlowPanelOptions {
  readonly onReport: (subject: Uri, report: FlowReport) => void;
  readonly onDispose: () => void;
}

export class FlowPanel implements Disposable {
  readonly webviewPanel: WebviewPanel;
  readonly uri: Uri;
  /** Resolves when the view has drawn for the first time, or has said that it cannot. */
  readonly drawn: Promise<void>;
  readonly onDidReport;
  report: FlowReport | undefined;
  readonly #options: FlowPanelOptions;
  readonly #reports = new EventEmitter<FlowReport>();
  readonly #disposables: Disposable[];
  #setDrawn: () => void = () => {};
  #read: ReadSource | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;
  readonly #waiting: FlowHostMessage[] = [];

  constructor(webviewPanel: WebviewPanel, uri: Uri, options: FlowPanelOptions) {
    this.webviewPanel = webviewPanel;
    this.uri = uri;
    this.#options = options;
    this.onDidReport = this.#reports.event;
    this.drawn = new Promise((resolve) => {
      this.#setDrawn = resolve;
    });
    this.#disposables = [
      this.#reports,
      webviewPanel.onDidDispose(() => this.dispose()),
      webviewPanel.webview.onDidReceiveMessage((message: FlowViewMessage) => void this.#receive(message)),
      workspace.onDidChangeTextDocument(({ document }) => this.#isOwn(document) && this.#sendSoon()),
      workspace.onDidSaveTextDocument((document) => this.#isOwn(document) && this.#sendSoon()),
      workspace.onDidGrantWorkspaceTrust(() => this.#sendSoon()),
      window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
        const [selection] = selections;
        if (selection && this.#subject?.toString() === document.uri.toString()) {
          this.post({ type: "cursor", offset: document.offsetAt(selection.active) });
        }
      }),
    ];
  }

  post(message: FlowHostMessage): void {
    if (this.#isReady) void this.webviewPanel.webview.postMessage(message);
    else this.#waiting.push(message);
  }

  command(command: FlowCommand): void {
    this.post({ type: "command", command });
  }

  /** The file that is simulated: what the scenario names, or the file itself. */
  get #subject(): Uri | undefined {
    const { source, uris } = this.#read ?? {};
    if (!source || !uris) return undefined;
    const file = Object.keys(source.files)[0];
    return (file === undefined ? undefined : uris.get(file)) ?? this.uri;
  }

  #isOwn(document: TextDocument): boolean {
    const address = document.uri.toString();
    if (address === this.uri.toString()) return true;
    return [...(this.#read?.uris.values() ?? [])].some((uri) => uri.toString() === address);
  }

  #sendSoon(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#send(), TYPING_PAUSE_MS);
  }

  async #send(): Promise<void> {
    const read = await readSource(this.uri);
    const name = nameOf(this.uri);
    if (!read) {
      this.post({ type: "nothing", name });
      this.#setDrawn();
      return;
    }
    this.#read = read;
    const refused = handlersRefused(this.uri);
    this.post({
      type: "source",
      uri: this.uri.toString(),
      name,
      source: read.source,
      ...(refused !== undefined && { handlersRefused: refused }),
    });
  }

  async #receive(message: FlowViewMessage): Promise<void> {
    switch (message.type) {
      case "ready": {
        this.#isReady = true;
        const waiting = this.#waiting.splice(0);
        await this.#send();
        for (const each of waiting) this.post(each);
        return;
      }
      case "drawn":
        this.#setDrawn();
        return;
      case "reveal":
        if (this.#subject) await revealRange(this.#subject, message, message.focus);
        return;
      case "report":
        this.report = message.report;
        this.#reports.fire(message.report);
        if (this.#subject) this.#options.onReport(this.#subject, message.report);
        return;
      case "saveScenario":
        return this.#saveScenario(message.text);
      case "editFile":
        return this.#editFile(message);
      case "saveTrace":
        return this.#saveTrace(message.content);
      case "openTrace":
        return this.#openTrace();
      case "callHandler": {
        const answer = await callHandler(this.uri, message.call);
        this.post({ type: "handlerAnswered", number: message.call.number, answer });
        return;
      }
    }
  }

  async #saveScenario(text: string): Promise<void> {
    const { source } = this.#read ?? {};
    if (!source) return;
    const uri = source.isSample ? await this.#askWhere(`${stemOf(this.uri)}.scenario.yaml`) : this.uri;
    if (!uri) return;
    if (await writeWhole(uri, text)) await window.showTextDocument(uri, { preview: false, preserveFocus: false });
  }

  async #editFile({ file, start, end, newText }: Extract<FlowViewMessage, { type: "editFile" }>): Promise<void> {
    const uri = this.#read?.uris.get(file) ?? this.uri;
    const document = await workspace.openTextDocument(uri);
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(document.positionAt(start), document.positionAt(end)), newText);
    if (await workspace.applyEdit(edit)) await revealRange(uri, { start, end: start + newText.length }, false);
  }

  async #saveTrace(content: string): Promise<void> {
    const uri = await this.#askWhere(`${stemOf(this.uri)}.flow.json`);
    if (!uri) return;
    await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    void window.showInformationMessage(`Saved ${workspace.asRelativePath(uri)}.`);
  }

  async #openTrace(): Promise<void> {
    const [uri] = (await window.showOpenDialog({ filters: { "Saved runs": ["json"] }, openLabel: "Open" })) ?? [];
    if (uri) await this.showTrace(uri);
  }

  /** Shows a saved run. */
  async showTrace(uri: Uri): Promise<void> {
    const run = readTrace(new TextDecoder().decode(await workspace.fs.readFile(uri)));
    if (run) this.post({ type: "opened", name: nameOf(uri), ...run });
    else void window.showErrorMessage(`${nameOf(uri)} is no saved run.`);
  }

  #askWhere(name: string): Thenable<Uri | undefined> {
    return window.showSaveDialog({ defaultUri: Uri.joinPath(this.uri, "..", name), saveLabel: "Save" });
  }

  dispose(): void {
    clearTimeout(this.#typing);
    this.#setDrawn();
    for (const disposable of this.#disposables) disposable.dispose();
    this.#options.onDispose();
  }
}

type SavedRun = Pick<Extract<FlowHostMessage, { type: "opened" }>, "source" | "seed" | "timeMs">;

/** Undefined: it is none. */
export function readTrace(text: string): SavedRun | undefined {
  try {
    const { kind, version, source, seed, timeMs } = JSON.parse(text) as {
      kind?: unknown;
      version?: unknown;
    } & SavedRun;
    if (kind !== "sluice-flow" || version !== 1 || typeof source?.text !== "string") return undefined;
    return { source, seed: Number(seed), timeMs: Number(timeMs) };
  } catch {
    return undefined;
  }
}

function stemOf(uri: Uri): string {
  return nameOf(uri).replace(/(\.(scenario|template|asl|[a-z-]+-(policy|pattern)))?\.(json|ya?ml)$/i, "");
}

async function writeWhole(uri: Uri, text: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  const document = await workspace.openTextDocument(uri).then(
    (found) => found,
    () => undefined,
  );
  if (document)
    edit.replace(uri, new Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
  else edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) return false;
  return (await workspace.openTextDocument(uri)).save();
}
