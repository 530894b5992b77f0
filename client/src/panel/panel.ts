/**
 * The panel beside the text, as the extension host sees it: one webview a subject, the subject's text and cursor sent
 * in, ranges to reveal, files to write and reports coming out. Runs in the desktop's and in the browser's extension host.
 */
import {
  Disposable,
  EventEmitter,
  env,
  type TextDocument,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { answersFor, mayCallFunctions } from "./answers.ts";
import { drawingOf } from "./drawing.ts";
import { CurrentLine, revealRange } from "./editors.ts";
import type { DocumentMessage, HostMessage, RunReport, ViewMessage } from "./protocol.ts";
import { readObjects, saveObjects, usesS3, watchObjects } from "./s3-folder.ts";
import { readSibling, siblingUri, watchSibling } from "./siblings.ts";
import type { Place, Subject } from "./subject.ts";
import { editMockFile, keepAnswer, saveFile, saveScenarioCase, writeMockCase } from "./write-files.ts";

/** Between two keystrokes the text is not sent: a large one would be copied for nothing. */
const TYPING_PAUSE_MS = 120;

/** Between two changes in S3's folder it is not read again. */
const COPYING_PAUSE_MS = 300;

type Values = Extract<ViewMessage, { type: "values" }>;

export interface PanelOptions {
  /** Somebody wants to see an execution history of the subject. */
  readonly openHistory: (panel: Panel) => void;
  readonly onDispose: () => void;
}

/** One open panel. */
export class Panel implements Disposable {
  readonly webviewPanel: WebviewPanel;
  readonly subject: Subject;
  /** Resolves when the view has drawn for the first time. */
  readonly drawn: Promise<void>;
  /** Fires whenever the run comes to rest: ended, waiting for an answer, stopped, one step done. */
  readonly onDidReport;
  report: RunReport | undefined;
  readonly #options: PanelOptions;
  #ready = false;
  /** The page that is shown began with what `first` had read; one that is loaded anew must be told again. */
  #fresh = true;
  #disposed = false;
  #setDrawn: () => void = () => {};
  #typing: ReturnType<typeof setTimeout> | undefined;
  #copying: ReturnType<typeof setTimeout> | undefined;
  /** The panel has been told what S3 holds. */
  #usesS3 = false;
  #questions = 0;
  readonly #asked = new Map<number, (values: Values | undefined) => void>();
  readonly #waiting: HostMessage[] = [];
  readonly #reports = new EventEmitter<RunReport>();
  readonly #currentLine: CurrentLine;
  readonly #disposables: Disposable[];

  constructor(webviewPanel: WebviewPanel, subject: Subject, options: PanelOptions) {
    this.webviewPanel = webviewPanel;
    this.subject = subject;
    this.#options = options;
    this.onDidReport = this.#reports.event;
    this.drawn = new Promise((resolve) => {
      this.#setDrawn = resolve;
    });
    this.#currentLine = new CurrentLine(subject);
    this.#disposables = [
      this.#reports,
      this.#currentLine,
      webviewPanel.onDidDispose(() => this.dispose()),
      webviewPanel.webview.onDidReceiveMessage((message: ViewMessage) => this.#receive(message)),
      workspace.onDidOpenTextDocument((opened) => void subject.isOf(opened)),
      workspace.onDidChangeTextDocument(({ document }) => subject.isOf(document) && this.#sendTextSoon()),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (selection && subject.isOf(textEditor.document)) {
          this.#sendCursor(textEditor.document, textEditor.document.offsetAt(selection.active));
        }
      }),
      workspace.onDidGrantWorkspaceTrust(() => void this.#sendFunctions()),
    ];
  }

  get isDisposed(): boolean {
    return this.#disposed;
  }

  get uri() {
    return this.subject.uri;
  }

  /** Sends a message, once the view is there to hear it. */
  post(message: HostMessage): void {
    if (this.#disposed) return; // it was closed while a file was read, or the server asked
    if (this.#ready) void this.webviewPanel.webview.postMessage(message);
    else this.#waiting.push(message);
  }

  /** What the run that is shown had at an offset of the document; undefined where the view does not say so in time. */
  async valuesAt(offset: number, patienceMs: number): Promise<(Place & Pick<Values, "title" | "values">) | undefined> {
    const inner = this.subject.inner({ start: offset, end: offset });
    if (!inner || !this.#ready) return undefined;
    this.#questions += 1;
    const id = this.#questions;
    const told = new Promise<Values | undefined>((resolve) => this.#asked.set(id, resolve));
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));
    this.post({ type: "askValues", id, offset: inner.start });
    const values = await Promise.race([told, late]);
    this.#asked.delete(id);
    return values && { ...this.subject.outer(values), title: values.title, values: values.values };
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#typing);
    clearTimeout(this.#copying);
    this.#setDrawn();
    this.#options.onDispose();
    Disposable.from(...this.#disposables).dispose();
  }

  #receive(message: ViewMessage): void {
    const { subject } = this;
    switch (message.type) {
      case "ready":
        void this.#begin();
        return;
      case "drawn":
        this.#setDrawn();
        return;
      case "reveal":
        void revealRange(subject.uri, subject.outer(message), message.focus);
        return;
      case "current":
        this.#currentLine.mark(message.start, message.end);
        return;
      case "values":
        this.#asked.get(message.id)?.(message);
        return;
      case "report":
        this.report = message.report;
        this.#reports.fire(message.report);
        return;
      case "openMocks":
        void window.showTextDocument(siblingUri(subject, "mocks"), { viewColumn: ViewColumn.One });
        return;
      case "openHistory":
        this.#options.openHistory(this);
        return;
      case "askAnswers":
        void answersFor(subject, message).then((answers) => this.post(answers));
        return;
      case "copy":
        void env.clipboard.writeText(message.text);
        return;
      default:
        void write(subject, message);
    }
  }

  /** What the page begins with, read while VS Code makes the webview; what changes from then on is sent. */
  async first(): Promise<readonly HostMessage[]> {
    const document = await this.subject.read();
    const { subject } = this;
    this.#disposables.push(
      watchSibling(subject, "mocks", () => void this.#sendSibling("mocks")),
      watchSibling(subject, "input", () => void this.#sendSibling("input")),
      watchSibling(subject, "handlers", () => void this.#sendFunctions()),
      watchObjects(subject.uri, () => this.#sendObjectsSoon()),
    );
    const objects = this.#sendObjects(document.text);
    const [messages, drawing] = await Promise.all([this.#read(document), drawingOf(document), objects]);
    return drawing ? [...messages, drawing] : messages;
  }

  /** Files first: a command that waits must find the input and the mocks in place. */
  async #read(document: DocumentMessage): Promise<readonly HostMessage[]> {
    const { subject } = this;
    const [input, mocks, available] = await Promise.all([
      readSibling(subject, "input"),
      readSibling(subject, "mocks"),
      mayCallFunctions(subject),
    ]);
    return [{ type: "input", file: input }, { type: "mocks", file: mocks }, { type: "functions", available }, document];
  }

  async #begin(): Promise<void> {
    if (!this.#fresh) await this.#beginAgain();
    this.#fresh = false;
    this.#ready = true;
    for (const message of this.#waiting.splice(0)) this.post(message);
  }

  async #beginAgain(): Promise<void> {
    const document = await this.subject.read();
    this.#usesS3 = false;
    await this.#sendObjects(document.text);
    for (const message of await this.#read(document)) this.post(message);
  }

  #sendTextSoon(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(async () => {
      const document = await this.subject.read();
      await this.#sendObjects(document.text);
      this.post(document);
    }, TYPING_PAUSE_MS);
  }

  #sendCursor(document: TextDocument, offset: number): void {
    const place = this.subject.inner({ start: offset, end: offset });
    if (place && document) this.post({ type: "cursor", offset: place.start });
  }

  /** S3 goes before the text that begins to use it: who runs finds it in place. */
  async #sendObjects(text: string): Promise<void> {
    if (this.#usesS3 || !usesS3(text)) return;
    this.#usesS3 = true;
    this.post(await readObjects(this.subject.uri));
  }

  /** Many files change at once where somebody copies a folder. */
  #sendObjectsSoon(): void {
    if (!this.#usesS3) return;
    clearTimeout(this.#copying);
    this.#copying = setTimeout(async () => this.post(await readObjects(this.subject.uri)), COPYING_PAUSE_MS);
  }

  async #sendSibling(kind: "mocks" | "input"): Promise<void> {
    this.post({ type: kind, file: await readSibling(this.subject, kind) });
  }

  async #sendFunctions(): Promise<void> {
    this.post({ type: "functions", available: await mayCallFunctions(this.subject) });
  }
}

type Written = Extract<
  ViewMessage,
  { type: "keepAnswer" | "editMocks" | "writeCase" | "saveCase" | "save" | "saveObjects" }
>;

function write(subject: Subject, message: Written): Promise<void> {
  switch (message.type) {
    case "keepAnswer":
      return keepAnswer(subject, message.answer);
    case "editMocks":
      return editMockFile(subject, message.edit);
    case "writeCase":
      return writeMockCase(subject, message);
    case "saveCase":
      return saveScenarioCase(subject, message.scenarioCase);
    case "save":
      return saveFile(subject, message.name, message.content);
    case "saveObjects":
      return saveObjects(subject.uri, message.objects);
  }
}
