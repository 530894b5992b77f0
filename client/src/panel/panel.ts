/**
 * The panel beside the text, as the extension host sees it: one webview a document, the document's text and cursor
 * sent in, ranges to reveal and reports coming out. Runs in the desktop's and in the browser's extension host.
 */
import {
  Disposable,
  EventEmitter,
  type ExtensionContext,
  env,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
  workspace,
} from "vscode";
import { answersFor, mayCallFunctions } from "./answers.ts";
import { createNonce, panelHtml } from "./html.ts";
import { keepAnswer } from "./mock-file.ts";
import type { HostMessage, PanelCommand, RunReport, ViewMessage } from "./protocol.ts";
import { readObjects, saveObjects, usesS3, watchObjects } from "./s3-folder.ts";
import { fileName, readSibling, siblingUri, watchSibling } from "./siblings.ts";

export const PANEL_VIEW_TYPE = "sluice.panel";

/** Between two keystrokes the text is not sent: a large one would be copied for nothing. */
const TYPING_PAUSE_MS = 120;

/** Between two changes in S3's folder it is not read again. */
const COPYING_PAUSE_MS = 300;

const panels = new Map<string, Panel>();

/**
 * Opens the panel of a document beside its editor, or brings the open one to the front, and starts it if asked to.
 * Resolves when the view has drawn the text as it is now, or has said why it cannot.
 */
export async function openPanel(
  context: ExtensionContext,
  document: TextDocument,
  start?: PanelCommand,
): Promise<Panel> {
  const key = document.uri.toString();
  let panel = panels.get(key);
  if (panel) panel.webviewPanel.reveal(undefined, true);
  else panel = attach(context, createWebviewPanel(document), document);
  await panel.drawn;
  if (start) panel.post({ type: "command", command: start });
  return panel;
}

/** The panel of a document, where one is open. */
export function panelOf(uri: Uri): Panel | undefined {
  return panels.get(uri.toString());
}

/** Brings panels back after a restart of the window: the view has remembered its document's address. */
export function panelSerializer(context: ExtensionContext): WebviewPanelSerializer {
  return {
    async deserializeWebviewPanel(webviewPanel, state) {
      const uri = (state as { uri?: unknown } | undefined)?.uri;
      if (typeof uri !== "string") return webviewPanel.dispose();
      try {
        attach(context, webviewPanel, await workspace.openTextDocument(Uri.parse(uri, true)));
      } catch {
        webviewPanel.dispose(); // the file is gone, and with it what the panel was about
      }
    },
  };
}

function createWebviewPanel(document: TextDocument): WebviewPanel {
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  return window.createWebviewPanel(PANEL_VIEW_TYPE, titleOf(document), place, { retainContextWhenHidden: true });
}

function attach(context: ExtensionContext, webviewPanel: WebviewPanel, document: TextDocument): Panel {
  const root = Uri.joinPath(context.extensionUri, "dist/webview");
  const { webview } = webviewPanel;
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  webviewPanel.iconPath = {
    light: Uri.joinPath(context.extensionUri, "client/media/panel-light.svg"),
    dark: Uri.joinPath(context.extensionUri, "client/media/panel-dark.svg"),
  };
  const panel = new Panel(webviewPanel, document);
  panels.set(document.uri.toString(), panel);
  const address = (name: string): string => webview.asWebviewUri(Uri.joinPath(root, name)).toString();
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    script: address("main.js"),
    style: address("main.css"),
    worker: address("worker.js"),
    nonce: createNonce(),
  });
  return panel;
}

function titleOf(document: TextDocument): string {
  return fileName(document.uri).replace(/(\.asl)?\.(json|ya?ml)$|\.asl$/i, "");
}

/** One open panel. */
export class Panel implements Disposable {
  readonly webviewPanel: WebviewPanel;
  readonly uri: Uri;
  /** Resolves when the view has drawn for the first time. */
  readonly drawn: Promise<void>;
  /** Fires whenever the run comes to rest: ended, waiting for an answer, stopped, one step done. */
  readonly onDidReport;
  report: RunReport | undefined;
  #document: TextDocument;
  #ready = false;
  #setDrawn: () => void = () => {};
  #typing: ReturnType<typeof setTimeout> | undefined;
  #copying: ReturnType<typeof setTimeout> | undefined;
  /** The panel has been told what S3 holds. */
  #usesS3 = false;
  readonly #waiting: HostMessage[] = [];
  readonly #reports = new EventEmitter<RunReport>();
  /** As the debugger marks its line. */
  readonly #currentLine = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor("editor.stackFrameHighlightBackground"),
  });
  readonly #disposables: Disposable;

  constructor(webviewPanel: WebviewPanel, document: TextDocument) {
    this.webviewPanel = webviewPanel;
    this.uri = document.uri;
    this.#document = document;
    this.onDidReport = this.#reports.event;
    this.drawn = new Promise((resolve) => {
      this.#setDrawn = resolve;
    });
    const isOurs = (other: TextDocument): boolean => other.uri.toString() === this.uri.toString();
    this.#disposables = Disposable.from(
      this.#reports,
      this.#currentLine,
      webviewPanel.onDidDispose(() => this.dispose()),
      webviewPanel.webview.onDidReceiveMessage((message: ViewMessage) => this.#receive(message)),
      workspace.onDidOpenTextDocument((opened) => {
        // A change of language mode gives a new document object for the same address.
        if (isOurs(opened)) this.#document = opened;
      }),
      workspace.onDidChangeTextDocument(({ document: changed }) => {
        if (isOurs(changed)) this.#sendTextSoon(changed);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const active = selections[0]?.active;
        if (active && isOurs(textEditor.document)) {
          this.post({ type: "cursor", offset: textEditor.document.offsetAt(active) });
        }
      }),
      watchSibling(this.uri, "mocks", () => void this.#sendSibling("mocks")),
      watchSibling(this.uri, "input", () => void this.#sendSibling("input")),
      watchSibling(this.uri, "handlers", () => void this.#sendFunctions()),
      workspace.onDidGrantWorkspaceTrust(() => void this.#sendFunctions()),
      watchObjects(this.uri, () => this.#sendObjectsSoon()),
    );
  }

  /** Sends a message, once the view is there to hear it. */
  post(message: HostMessage): void {
    if (this.#ready) void this.webviewPanel.webview.postMessage(message);
    else this.#waiting.push(message);
  }

  dispose(): void {
    clearTimeout(this.#typing);
    clearTimeout(this.#copying);
    this.#setDrawn();
    if (panels.get(this.uri.toString()) === this) panels.delete(this.uri.toString());
    this.#disposables.dispose();
  }

  #receive(message: ViewMessage): void {
    switch (message.type) {
      case "ready":
        void this.#begin();
        return;
      case "drawn":
        this.#setDrawn();
        return;
      case "reveal":
        void this.#reveal(message.start, message.end, message.focus);
        return;
      case "openMocks":
        void window.showTextDocument(siblingUri(this.uri, "mocks"), { viewColumn: ViewColumn.One });
        return;
      case "keepAnswer":
        void keepAnswer(this.uri, message.answer);
        return;
      case "askAnswers":
        void answersFor(this.uri, message).then((answers) => this.post(answers));
        return;
      case "saveObjects":
        void saveObjects(this.uri, message.objects);
        return;
      case "copy":
        void env.clipboard.writeText(message.text);
        return;
      case "current":
        this.#mark(message.start, message.end);
        return;
      case "report":
        this.report = message.report;
        this.#reports.fire(message.report);
        return;
    }
  }

  /** Files first: a command that waits must find the input and the mocks in place. */
  async #begin(): Promise<void> {
    const [input, mocks] = await Promise.all([readSibling(this.uri, "input"), readSibling(this.uri, "mocks")]);
    this.#ready = true;
    this.post({ type: "input", file: input });
    this.post({ type: "mocks", file: mocks });
    await this.#sendFunctions();
    await this.#sendText();
    for (const message of this.#waiting.splice(0)) this.post(message);
  }

  #sendTextSoon(document: TextDocument): void {
    this.#document = document;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#sendText(), TYPING_PAUSE_MS);
  }

  /** S3 goes first where the text has begun to use it: who runs finds it in place. */
  async #sendText(): Promise<void> {
    if (!this.#usesS3 && usesS3(this.#document.getText())) {
      this.#usesS3 = true;
      this.post(await readObjects(this.uri));
    }
    const document = this.#document;
    this.post({
      type: "document",
      uri: document.uri.toString(),
      name: fileName(document.uri),
      language: /yaml/.test(document.languageId) ? "yaml" : "json",
      text: document.getText(),
      version: document.version,
    });
  }

  /** Many files change at once where somebody copies a folder. */
  #sendObjectsSoon(): void {
    if (!this.#usesS3) return;
    clearTimeout(this.#copying);
    this.#copying = setTimeout(async () => this.post(await readObjects(this.uri)), COPYING_PAUSE_MS);
  }

  async #sendSibling(kind: "mocks" | "input"): Promise<void> {
    this.post({ type: kind, file: await readSibling(this.uri, kind) });
  }

  async #sendFunctions(): Promise<void> {
    this.post({ type: "functions", available: await mayCallFunctions(this.uri) });
  }

  async #reveal(start: number, end: number, focus: boolean): Promise<void> {
    const document = await workspace.openTextDocument(this.uri);
    const visible = window.visibleTextEditors.find((editor) => editor.document === document);
    const viewColumn = visible?.viewColumn ?? ViewColumn.One;
    const editor =
      visible && !focus ? visible : await window.showTextDocument(document, { viewColumn, preserveFocus: !focus });
    const range = new Range(document.positionAt(start), document.positionAt(end));
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Marks where the run stands, in every editor that shows the document. */
  #mark(start: number | undefined, end: number | undefined): void {
    const lines =
      start === undefined || end === undefined
        ? []
        : [new Range(this.#document.positionAt(start), this.#document.positionAt(end))];
    for (const editor of window.visibleTextEditors) {
      if (editor.document.uri.toString() === this.uri.toString()) editor.setDecorations(this.#currentLine, lines);
    }
  }
}
